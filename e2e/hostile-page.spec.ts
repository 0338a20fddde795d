import { join } from 'node:path';
import { addFile, pasteText } from './add-article.ts';
import { expect, test } from './fixtures.ts';

const hostile = join(import.meta.dirname, 'samples', 'hostile.html');

test('a hostile page is read as text: nothing of it runs, nothing is fetched', async ({ app }) => {
  const asked: string[] = [];
  const dialogs: string[] = [];
  app.page.on('request', (request) => asked.push(request.url()));
  app.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const home = new URL(app.page.url()).origin;
  await addFile(app, hostile);
  const text = app.page.getByRole('main').getByRole('article');
  await expect(text).toContainText('the anchor holds');
  await text.getByText('a link that runs').click();
  await text.getByText('the anchor holds').hover();
  expect(await app.page.evaluate(() => Reflect.get(window, '__ran'))).toBeUndefined();
  expect(asked.filter((url) => !url.startsWith(home) && !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([]);
  expect(dialogs).toEqual([]);
  await expect(text.locator('script, iframe, object, embed, form, svg, img[src], [onerror], [onload], [onclick], [style*="url"], a:not([href^="http"])')).toHaveCount(0);
  // A violation of the policy would mean that only the policy saved us; the fixture fails on any.
});

test('markup in a pasted text, a title, a tag and a note is shown as it was typed', async ({ app }) => {
  const markup = '<img src=x onerror="window.__ran=1">';
  await pasteText(app.page, `A title with ${markup}\n\nThe body has ${markup} in its middle, and is otherwise an ordinary paragraph of some length.`);
  await expect(app.page.getByRole('main').getByRole('article')).toContainText(`The body has ${markup}`);
  await app.page.keyboard.press('s');
  await app.page.keyboard.type(`Gist ${markup} [run](javascript:window.__ran=2)`);
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('complementary', { name: 'Notes' })).toContainText(`Gist ${markup}`);
  expect(await app.page.evaluate(() => Reflect.get(window, '__ran'))).toBeUndefined();
});
