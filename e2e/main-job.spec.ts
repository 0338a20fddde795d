import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addFile } from './add-article.ts';
import { expect, test } from './fixtures.ts';
import { newsArticle } from './samples.ts';
import { addTag, selectText } from './select-text.ts';

const note = 'Compare with the **2016** patrols.';

test('an article is imported, highlighted, tagged and noted; all of it is there after a restart, and in the Markdown', async ({ app }) => {
  const { title, alliance, freedom, file } = newsArticle;
  await test.step('import the file', async () => {
    await addFile(app, file);
    await expect(app.page.getByRole('main').getByRole('heading', { level: 1, name: title })).toBeVisible();
  });
  await test.step('highlight two phrases and tag them', async () => {
    await selectText(app.page, alliance);
    await addTag(app.page, 'alliance');
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('Escape');
    await selectText(app.page, freedom);
    await addTag(app.page, 'freedom of navigation');
  });
  await test.step('write a note on the second', async () => {
    await app.page.getByRole('dialog', { name: 'Highlight' }).getByRole('button', { name: /Note/ }).click();
    await app.page.keyboard.type(note);
    await app.page.keyboard.press('Escape');
    await expect(app.page.getByRole('contentinfo')).toContainText('Saved');
  });
  await test.step('all is there after a restart', async () => {
    await app.restart();
    const notes = app.page.getByRole('complementary', { name: 'Notes' });
    await expect(app.page.getByRole('main').getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(app.page.getByRole('main').locator('mark', { hasText: alliance })).toBeVisible();
    await expect(notes.getByRole('article')).toHaveCount(2);
    await expect(notes.getByRole('article').filter({ hasText: freedom }).getByText('2016')).toBeVisible();
  });
  await test.step('the Markdown says it', async () => {
    await app.page.getByRole('button', { name: /^Export/ }).click();
    await app.page.getByRole('menuitem', { name: 'This article…' }).click();
    const name = `${title}.md`;
    // Until the file is whole, only a temporary one stands there.
    await expect.poll(() => readdir(app.exportFolder)).toEqual([name]);
    await app.settleExports();
    const markdown = await readFile(join(app.exportFolder, name), 'utf8');
    expect(withoutIdsAndDates(markdown)).toBe(await readFile(join(import.meta.dirname, 'samples', `${newsArticle.expected}.md`), 'utf8'));
  });
});

/** What differs from run to run: ids, and the day of the import. */
function withoutIdsAndDates(markdown: string): string {
  return markdown.replace(/\^h-[0-9a-z]{10}/g, '^h-ID').replace(/^lectern-id: .*$/m, 'lectern-id: ID').replace(/^captured: .*$/m, 'captured: DAY');
}
