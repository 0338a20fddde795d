import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { articleIdSchema } from '../core/base/ids.ts';
import { reviseArticle } from '../core/library/revise.ts';
import { decodeDocument, encodeDocument } from '../host/store/document-format.ts';
import { articleRef } from '../host/store/document-refs.ts';
import { type App, expect, test } from './fixtures.ts';

const summaryField = (page: Page) => page.getByRole('complementary', { name: 'Notes' }).getByRole('textbox', { name: 'Summary' });

async function typeSummary(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('s');
  await summaryField(page).fill(text);
}

/** The summaries that are on the disk. */
async function savedSummaries({ library }: App): Promise<string> {
  const names = (await readdir(join(library, 'articles'))).filter((name) => name.endsWith('.json'));
  const documents = await Promise.all(names.map((name) => readFile(join(library, 'articles', name), 'utf8')));
  return documents.map((text): unknown => Object(JSON.parse(text)).summary).join('\n');
}

/** Another machine that has the library as it is now; what it writes into the summary comes as the copy that Syncthing leaves of two edits that had not seen each other. */
async function makeOtherMachine({ library }: App): Promise<(summary: string) => Promise<void>> {
  const [name] = (await readdir(join(library, 'articles'))).filter((each) => each.endsWith('.json'));
  const id = articleIdSchema.parse(name?.replace('.json', ''));
  const read = decodeDocument(articleRef(id), await readFile(join(library, 'articles', `${id}.json`)));
  if (!read.ok) throw new Error(read.fault.kind);
  const { rev, value } = read.value;
  return async (summary) => {
    const theirs = reviseArticle(value, { ...value, summary }, { session: 'elsewhere1', count: 1 });
    const part = join(library, 'articles', '.part');
    await writeFile(part, encodeDocument(articleRef(id), { rev: rev + 1, value: theirs }));
    await rename(part, join(library, 'articles', `${id}.sync-conflict-20260101-120000-ABCDEFG.json`));
  };
}

test('what another machine wrote in a summary stays beside what is being typed into it', async ({ app }) => {
  const { page } = app;
  const field = summaryField(page);
  const writeElsewhere = await makeOtherMachine(app);
  await typeSummary(page, 'Mine.');
  await expect.poll(() => savedSummaries(app)).toBe('Mine.');
  await writeElsewhere('Theirs.');
  await field.pressSequentially(' And I go on writing, letter by letter.', { delay: 30 });
  await expect(field).toHaveValue(/Theirs\./);
  await field.pressSequentially('!');
  await expect(field).toHaveValue('Mine. And I go on writing, letter by letter.!\n\n---\n\nTheirs.');
  await expect.poll(() => savedSummaries(app)).toBe('Mine. And I go on writing, letter by letter.!\n\n---\n\nTheirs.');
});

// A browser is left, not quit; a desktop window goes nowhere.
test('what was typed last is saved when the app is quit at once', { tag: '@desktop' }, async ({ app }) => {
  await typeSummary(app.page, 'Typed and gone.');
  await app.close();
  expect(await savedSummaries(app)).toContain('Typed and gone.');
  await app.open();
});

test('what was typed last is saved when the page is left at once', { tag: '@browser' }, async ({ app }) => {
  await typeSummary(app.page, 'Typed and gone.');
  await app.page.goto('about:blank');
  await expect.poll(() => savedSummaries(app)).toContain('Typed and gone.');
  await app.restart();
});

test('on a full disk the text stays, can be saved elsewhere, and is saved once there is room', async ({ folders, app }) => {
  await app.close();
  const aside = `${folders.library} aside`;
  await rename(folders.library, aside);
  await mkdir(folders.library);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folders.library], { stdio: 'ignore' });
  } catch {
    test.skip(true, 'mounting a small disk is not permitted here');
  }
  try {
    // A folder that was a library and is empty would be taken for a drive that isn’t connected.
    await cp(aside, folders.library, { recursive: true });
    await app.open();
    const { page } = app;
    const ballast = join(folders.library, 'ballast');
    await writeFile(ballast, new Uint8Array(2_000_000)).catch(() => undefined);
    const text = `What the disk did not take. ${'x'.repeat(60_000)}`;
    await typeSummary(page, text);
    await page.keyboard.press('Escape');
    const foot = page.getByRole('contentinfo');
    await expect(foot).toContainText(/Not saved\. The disk of .* is full/);
    await foot.getByRole('button', { name: 'Save a copy…' }).click();
    await expect.poll(() => readdir(app.exportFolder)).toEqual(['Unsaved notes.md']);
    await app.settleExports();
    expect(await readFile(join(app.exportFolder, 'Unsaved notes.md'), 'utf8')).toBe(text);
    await rm(ballast);
    await foot.getByRole('button', { name: 'Try again' }).click();
    await expect(foot.getByText('Saved', { exact: true })).toBeVisible();
    expect(await savedSummaries(app)).toContain('What the disk did not take.');
    // That the trouble is over is told, once.
    const told = foot.getByRole('status').filter({ hasText: /^Saved$/ });
    // Behind the browser's door something else is saved at once, and the word is over before it can be looked at.
    if (app.door === 'electron') await expect(told).toHaveCount(1);
    await typeSummary(page, 'It takes this again.');
    await page.keyboard.press('Escape');
    await expect.poll(() => savedSummaries(app)).toContain('It takes this again.');
    await expect(foot.getByText('Saved', { exact: true })).toBeVisible();
    await expect(told).toHaveCount(0);
  } finally {
    await app.close();
    execFileSync('umount', [folders.library]);
  }
});
