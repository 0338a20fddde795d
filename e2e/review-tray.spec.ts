import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { pasteText } from './add-article.ts';
import { type App, expect, test } from './fixtures.ts';
import { selectText } from './select-text.ts';

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const title = 'Ships that pass';
const before = [
  title,
  'The narrows belong to nobody, which is why everybody watches them so closely all year.',
  'Two frigates entered the strait at dawn and left it before noon without a word to the harbour master.',
  'A rumour of a secret treaty between the ports was printed in three newspapers last week.',
].join('\n\n');
const after = [
  title,
  'The narrows belong to nobody, which is why everybody watches them so closely all year.',
  'Pilots say that the season has been quiet, and the insurers agree with them for once.',
  'Two frigates and a tender entered the strait at dawn and left it before noon without a word to the harbour master.',
].join('\n\n');

const notesOf = (page: Page) => page.getByRole('complementary', { name: 'Notes' });
const trayOf = (page: Page) => page.getByRole('region', { name: 'To review' });

async function highlightWithNote(page: Page, phrase: string, note: string): Promise<void> {
  await selectText(page, phrase);
  await page.keyboard.press('n');
  await notesOf(page).getByRole('textbox', { name: `Note on “${phrase}”` }).fill(note);
  await page.keyboard.press('Escape');
}

/** An article with three highlights: one whose words stay, one whose words change, one whose words go. */
async function makeArticle(page: Page): Promise<void> {
  await pasteText(page, before);
  await expect(page.getByRole('main').getByRole('heading', { level: 1, name: title })).toBeVisible();
  await highlightWithNote(page, 'belong to nobody', 'Ask the lawyers.');
  await highlightWithNote(page, 'Two frigates entered the strait', 'Which ones?');
  await highlightWithNote(page, 'secret treaty between the ports', 'Find the source.');
  await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible();
}

async function openMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${title}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function pasteVersion(page: Page, text: string): Promise<void> {
  await openMenu(page, 'New version from pasted text…');
  await page.getByRole('textbox', { name: 'Paste the new text of the article' }).fill(text);
  await page.getByRole('button', { name: 'Take as new version' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function importFile(app: App, text: string): Promise<void> {
  const file = join(app.exportFolder, 'second.txt');
  await writeFile(file, text);
  await app.chooseFiles([file]);
  await openMenu(app.page, 'New version from a file…');
}

async function select(page: Page, phrase: string): Promise<void> {
  await page.getByRole('main').getByText(phrase).first().evaluate((leaf, wanted) => {
    const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(wanted);
      if (at !== -1) document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, phrase);
  await page.keyboard.press('Shift');
}

test('a new version from a file lists what moved and what is lost; each is settled, and all of it is undone', async ({ app }) => {
  const { page } = app;
  await makeArticle(page);
  await importFile(app, after);
  const notes = notesOf(page);
  const tray = trayOf(page);
  await expect(page.getByRole('main')).toContainText('Pilots say that the season has been quiet');
  await expect(notes.getByRole('button', { name: '2 to review' })).toHaveAttribute('aria-expanded', 'true');
  await test.step('the library says which article it is, and finds it', async () => {
    const library = page.getByRole('navigation', { name: 'Library' });
    await expect(library.getByRole('button', { name: new RegExp(`^${title} 2 to review`) })).toBeVisible();
    await library.getByRole('button', { name: 'To review 1' }).click();
    await expect(library.locator('[data-article]')).toHaveCount(1);
    await library.getByRole('button', { name: /^Inbox/ }).click();
    await page.getByRole('searchbox').fill('has:review');
    await expect(library.locator('[data-article]')).toHaveCount(1);
    await page.getByRole('searchbox').fill('');
  });
  const changed = tray.getByRole('article', { name: /Two frigates entered/ });
  await expect(changed).toContainText('Which ones?');
  await expect(changed.locator('ins')).toContainText('and a tender');
  const lost = tray.getByRole('article', { name: /^No longer found in the text: “secret treaty/ });
  await expect(lost).toContainText('Find the source.');
  await expect(tray.getByRole('article')).toHaveCount(2);

  await changed.getByRole('button', { name: 'Show' }).click();
  await expect.poll(() => page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String))).toEqual(['Two frigates and a tender entered the strait']);
  await changed.getByRole('button', { name: 'Accept' }).click();
  await expect(tray.getByRole('article')).toHaveCount(1);
  await expect(lost).toBeFocused();
  await expect(page.getByRole('main').locator('mark', { hasText: 'Two frigates and a tender entered the strait' })).toBeVisible();

  await lost.getByRole('button', { name: 'Keep as orphan' }).click();
  const kept = tray.getByRole('article', { name: /^Kept without a place/ });
  await expect(kept).toBeVisible();
  await expect(notes.getByRole('button', { name: /to review$/ })).toHaveCount(0);
  await kept.getByRole('button', { name: 'Re-place by hand' }).click();
  await select(page, 'the insurers agree');
  await expect(kept.getByRole('button', { name: 'Place here' })).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(tray).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: /^To review/ })).toHaveCount(0);
  await expect(page.getByRole('main').locator('mark', { hasText: 'the insurers agree' })).toBeVisible();
  await expect(notes).toBeFocused();
  await expect(notes.getByRole('list', { name: 'Notes' }).getByRole('article')).toHaveCount(3);

  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible();
  }
  await expect(page.getByRole('main')).toContainText('A rumour of a secret treaty');
  for (const words of ['belong to nobody', 'Two frigates entered the strait', 'secret treaty between the ports']) await expect(page.getByRole('main').locator('mark', { hasText: words })).toBeVisible();
  await expect(notes.getByRole('button', { name: /to review$/ })).toHaveCount(0);
});

for (const theme of ['light', 'night'] as const) {
  test(`axe finds nothing in the review tray, and a card of the notes leads to it (${theme})`, { tag: '@page' }, async ({ app }) => {
    const { page } = app;
    await page.keyboard.press('ControlOrMeta+,');
    await page.getByRole('dialog').getByRole('radio', { name: new RegExp(theme, 'i') }).check({ force: true });
    await page.keyboard.press('Escape');
    await makeArticle(page);
    await pasteVersion(page, after);
    await expect(trayOf(page).getByRole('article')).toHaveCount(2);
    await page.screenshot({ path: test.info().outputPath(`review-tray-${theme}.png`) });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(axeTags).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`))).toEqual([]);
    await trayOf(page).getByRole('button', { name: 'Close the review' }).click();
    await notesOf(page).getByRole('list', { name: 'Notes' }).getByRole('article').filter({ hasText: 'secret treaty' }).getByRole('button', { name: 'Find again' }).click();
    await expect(trayOf(page).getByRole('article', { name: /secret treaty/ })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(trayOf(page).getByRole('article', { name: /secret treaty/ }).getByRole('button').first()).toBeFocused();
  });
}

test('highlights with offsets of no text, one id, an unknown tag and an unknown colour are shown, and nothing of them is lost', { tag: '@page' }, async ({ app }) => {
  await makeArticle(app.page);
  await app.close();
  const folder = join(app.library, 'articles');
  for (const name of await readdir(folder)) {
    const document = JSON.parse(await readFile(join(folder, name), 'utf8'));
    if (document.title !== title) continue;
    const [one, two, three] = document.highlights;
    Object.assign(one.anchor, { start: 90_000, end: 90_016 });
    Object.assign(two, { id: one.id, colour: 'teal', tags: ['0'.repeat(26)] });
    Object.assign(three.anchor, { start: 40, end: 3 });
    await writeFile(join(folder, name), JSON.stringify({ ...document, sha256: null }));
  }
  await app.open();
  const { page } = app;
  const cards = notesOf(page).getByRole('list', { name: 'Notes' }).getByRole('article');
  await expect(cards).toHaveCount(3);
  for (const note of ['Ask the lawyers.', 'Which ones?', 'Find the source.']) await expect(cards.filter({ hasText: note })).toHaveCount(1);
  await page.getByRole('main').focus();
  await page.keyboard.press('s');
  await notesOf(page).getByRole('textbox', { name: 'Summary' }).fill('Written anew.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible();
  await app.close();
  const documents = await Promise.all((await readdir(folder)).map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))));
  const { highlights } = documents.find((document) => document.title === title);
  expect(new Set(highlights.map(({ id }: { id: string }) => id)).size).toBe(3);
  expect(highlights.find(({ colour }: { colour: string }) => colour === 'teal')).toMatchObject({ note: 'Which ones?', tags: ['0'.repeat(26)] });
  await app.open();
});
