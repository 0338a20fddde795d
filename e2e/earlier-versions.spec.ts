import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pasteText } from './add-article.ts';
import { type App, expect, test } from './fixtures.ts';
import { addTag, selectText } from './select-text.ts';

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(axeTags).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
}

/** An article with a tagged highlight; that state of it is an hour old and kept as a version, since its summary was written after. */
async function makeHistory(app: App): Promise<void> {
  const { page } = app;
  await pasteText(page, 'Ships that pass\n\nThe narrows belong to nobody, which is why everybody watches them so closely all year.');
  await expect(page.getByRole('main').getByRole('heading', { level: 1, name: 'Ships that pass' })).toBeVisible();
  await selectText(page, 'belong to nobody');
  await addTag(page, 'ownership');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible();
  // One version a minute is kept, counted anew in each run of the app.
  await app.close();
  const hourAgo = new Date(Date.now() - 3_600_000);
  for (const name of await readdir(join(app.library, 'articles'))) await utimes(join(app.library, 'articles', name), hourAgo, hourAgo);
  await app.open();
  await writeSummary(app.page, 'Nobody owns the narrows.');
}

async function writeSummary(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('s');
  await page.getByRole('complementary', { name: 'Notes' }).getByRole('textbox', { name: 'Summary' }).fill(text);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible();
}

async function openVersions(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${title}` }).click();
  await page.getByRole('menuitem', { name: 'Earlier versions…' }).click();
  await expect(page.getByRole('dialog', { name: /Earlier versions/ }).getByRole('button', { name: 'Restore this version' })).toBeEnabled();
}

test('an earlier version is looked at, restored, and undone', async ({ app }) => {
  await makeHistory(app);
  const { page } = app;
  const notes = page.getByRole('complementary', { name: 'Notes' });
  await notes.getByRole('article').first().click();
  await page.keyboard.press('Backspace');
  await expect(notes.getByRole('article')).toHaveCount(0);
  await openVersions(page, 'Ships that pass');
  const dialog = page.getByRole('dialog', { name: 'Earlier versions of “Ships that pass”' });
  await expect(dialog.getByRole('list', { name: 'Versions' })).toContainText(/Now · today/);
  const difference = dialog.getByRole('region', { name: 'What restoring it would change' });
  await expect(difference).toContainText('Comes back');
  await expect(difference.locator('del', { hasText: 'goes: ' })).toContainText('goes: Nobody owns the narrows.');
  await expect(difference).toContainText('belong to nobody');
  await expect(difference.locator('ins', { hasText: 'comes back: ' })).toContainText('ownership');
  await dialog.getByRole('button', { name: 'Restore this version' }).click();
  await expect(notes.getByRole('article')).toHaveCount(1);
  await expect(notes).not.toContainText('Nobody owns the narrows.');
  await page.getByRole('status').getByText(/^Restored the version/).locator('..').getByRole('button', { name: 'Undo' }).click();
  await expect(notes.getByRole('article')).toHaveCount(0);
  await expect(notes).toContainText('Nobody owns the narrows.');
});

for (const theme of ['light', 'night'] as const) {
  test(`axe finds nothing in the dialogs of versions, backups and deletion (${theme})`, { tag: '@page' }, async ({ app }) => {
    await makeHistory(app);
    const { page } = app;
    await page.keyboard.press('ControlOrMeta+,');
    await page.getByRole('dialog').getByRole('radio', { name: new RegExp(theme, 'i') }).check({ force: true });
    await page.keyboard.press('Escape');
    await openVersions(page, 'Ships that pass');
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`versions-${theme}.png`) });
    await page.keyboard.press('Escape');
    await page.getByRole('contentinfo').getByRole('button', { name: 'Backups' }).click();
    await expect(page.getByRole('dialog', { name: 'Backups' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`backups-${theme}.png`) });
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+Backspace');
    await page.getByRole('navigation').getByRole('button', { name: /^Bin/ }).click();
    await page.screenshot({ path: test.info().outputPath(`bin-${theme}.png`) });
    await page.getByRole('button', { name: 'Empty bin…' }).click();
    await expect(page.getByRole('dialog', { name: 'Delete for good' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`delete-${theme}.png`) });
  });
}

test('a version is restored out of the bin, and what is deleted from there is gone after a question', async ({ app }) => {
  await makeHistory(app);
  const { page } = app;
  const list = page.getByRole('navigation');
  await page.keyboard.press('ControlOrMeta+Backspace');
  await list.getByRole('button', { name: /^Bin/ }).click();
  await expect(list).toContainText('30 days left');
  await openVersions(page, 'Ships that pass');
  await expect(page.getByRole('dialog')).toContainText('Comes out of the bin.');
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect(list).toContainText('The bin is empty.');
  await list.getByRole('button', { name: /^Inbox/ }).click();
  await list.getByRole('button', { name: 'More about Ships that pass' }).click();
  await page.getByRole('menuitem', { name: 'Move to bin' }).click();
  await list.getByRole('button', { name: /^Bin/ }).click();
  await list.getByRole('button', { name: 'Empty bin…' }).click();
  await page.getByRole('dialog', { name: 'Delete for good' }).getByRole('button', { name: 'Delete for good' }).click();
  await expect(list).toContainText('The bin is empty.');
  await expect(page.getByText('Deleted 1 article for good')).toBeVisible();
});

test('a backup is made when asked for, and the foot of the window says when', async ({ app }) => {
  const { page, library } = app;
  await page.getByRole('contentinfo').getByRole('button', { name: 'Backups' }).click();
  const dialog = page.getByRole('dialog', { name: 'Backups' });
  await expect(dialog).toContainText('none yet');
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  await expect(dialog).toContainText(/Latest backuptoday, \d\d:\d\d/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('contentinfo').getByRole('button', { name: /Backed up today/ })).toBeVisible();
  expect(await readdir(`${library} backups`)).toEqual([expect.stringMatching(/^My library \d{8}T\d{6}Z\.zip$/)]);
});
