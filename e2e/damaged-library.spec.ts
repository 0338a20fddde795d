import { mkdir, readdir, readFile, rename, rm, rmdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addFile, pasteText } from './add-article.ts';
import { violations } from './axe.ts';
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

test('many articles gone at once are asked about: they stay in the list until they are back or meant to be gone', async ({ app }) => {
  const { page } = app;
  for (let index = 1; index <= 9; index += 1) await pasteText(page, `Report ${index}\n\nWhat report ${index} says is short.`);
  const folder = join(app.library, 'articles');
  const aside = join(app.exportFolder, 'aside');
  const banner = page.getByRole('region', { name: 'Articles are missing' });
  const inbox = page.getByRole('navigation').getByRole('button', { name: /^Inbox/ });
  await expect(inbox).toHaveText(/10$/);
  await rename(folder, aside);
  await mkdir(folder);
  await expect(banner).toContainText('10 of the 10 articles of');
  expect(await violations(page)).toEqual([]);
  await expect(inbox).toHaveText(/10$/);
  await rmdir(folder);
  await rename(aside, folder);
  await banner.getByRole('button', { name: 'Look again' }).click();
  await expect(banner).toHaveCount(0);
  await expect(inbox).toHaveText(/10$/);
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.json')).slice(0, 5)) await rm(join(folder, name));
  await banner.getByRole('button', { name: 'They are meant to be gone' }).click();
  await expect(banner).toHaveCount(0);
  await expect(inbox).toHaveText(/5$/);
});
