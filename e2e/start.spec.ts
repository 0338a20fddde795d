import { expect, test } from './fixtures.ts';

test('the first start shows an article with highlights and notes', async ({ app }) => {
  await expect(app.page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(app.page.getByRole('main').locator('mark').first()).toBeVisible();
});

test('after a restart the same article is open', async ({ app }) => {
  const heading = () => app.page.getByRole('main').getByRole('heading', { level: 1 });
  const title = await heading().innerText();
  await app.restart();
  await expect(heading()).toHaveText(title);
});

test('nothing has the focus at the start, so the first key goes where the reader sends it', async ({ app }) => {
  await expect(app.page.getByRole('main').locator('mark').first()).toBeVisible();
  expect(await app.page.evaluate(() => document.activeElement === document.body)).toBe(true);
});
