import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addFile } from './add-article.ts';
import { expect, test } from './fixtures.ts';
import { newsArticle } from './samples.ts';

test('a damaged document among good ones is put aside and named; the others are as they were', async ({ app }) => {
  await addFile(app, newsArticle.file);
  await expect(app.page.getByRole('main').getByRole('heading', { level: 1, name: newsArticle.title })).toBeVisible();
  await app.close();

  const folder = join(app.library, 'articles');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const first = texts.findIndex((text) => !text.includes(newsArticle.title));
  const damaged = (texts[first] ?? '').slice(0, 300);
  await writeFile(join(folder, files[first] ?? ''), damaged);
  // One that was changed seconds ago may still be on its way.
  const then = new Date(Date.now() - 60_000);
  await utimes(join(folder, files[first] ?? ''), then, then);

  await app.open();
  await expect(app.page.getByRole('main').getByRole('heading', { level: 1, name: newsArticle.title })).toBeVisible();
  await app.page.getByRole('button', { name: '1 file could not be read' }).click();
  await expect(app.page.getByRole('dialog')).toContainText(files[first] ?? '');
  const kept = await readdir(join(app.library, 'damaged'), { recursive: true });
  const bytes = await Promise.all(kept.filter((name) => name.endsWith('.json')).map((name) => readFile(join(app.library, 'damaged', name), 'utf8')));
  expect(bytes).toContain(damaged);
});
