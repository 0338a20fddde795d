import { addFile, pasteText } from './add-article.ts';
import { expect, test } from './fixtures.ts';
import { newsArticle } from './samples.ts';

const other = 'A speech in the house\n\nThe minister spoke of the price for an hour, while the house was half empty and the gallery was full.\n\nNobody asked what the price would be, or who would pay it in the end.\n';

test('search finds words in the text as they are typed, and opens the article at the hit', async ({ app }) => {
  await addFile(app, newsArticle.file);
  await pasteText(app.page, other);
  const { page } = app;
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText('A speech in the house');
  const field = page.getByRole('searchbox', { name: 'Search the library' });
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await expect(field).toBeFocused();
  await page.keyboard.type('"freedom of navi');
  const list = page.getByRole('navigation', { name: 'Library' });
  await expect(list.getByText('A quote mark is not closed')).toBeVisible();
  await field.fill('freedom navig');
  const hit = list.getByRole('listitem').filter({ hasText: newsArticle.title });
  await expect(hit.locator('mark', { hasText: 'navigation' }).first()).toBeVisible();
  await expect(list.getByRole('listitem').filter({ hasText: 'A speech in the house' })).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(list.locator('[data-row]:focus')).toHaveCount(1);
  await hit.getByRole('button', { name: newsArticle.title }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('heading', { level: 1, name: newsArticle.title })).toBeVisible();
  await expect.poll(() => page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String).join())).toMatch(/freedom|navigation/i);
  await field.focus();
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  await expect.poll(() => page.evaluate(() => CSS.highlights.has('found'))).toBe(false);
});
