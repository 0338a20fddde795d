import { addFile } from './add-article.ts';
import { expect, test } from './fixtures.ts';
import { newsArticle } from './samples.ts';

test('what import set aside is shown folded, can be put back, and stays so after a restart', async ({ app }) => {
  await addFile(app, newsArticle.file);
  const text = () => app.page.getByRole('main').getByRole('article');
  await expect(text()).toContainText('2 parts set aside');
  const line = () => text().getByText('Stay updated with the latest news!');
  await expect(line()).toBeHidden();
  await text().getByText('Set aside: newsletter line').first().click();
  await text().getByRole('button', { name: 'Put back' }).first().click();
  await expect(line()).toBeVisible();
  await expect(text()).toContainText('1 part set aside');
  await app.restart();
  await expect(line()).toBeVisible();
});
