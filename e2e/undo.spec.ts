import { pasteText } from './add-article.ts';
import { expect, test } from './fixtures.ts';
import { addTag, selectText } from './select-text.ts';

test('undo takes back highlight, tag, note and deletion one after another, and redo does them again', async ({ app }) => {
  const { page } = app;
  const marks = page.getByRole('main').locator('mark');
  const cards = page.getByRole('complementary', { name: 'Notes' }).getByRole('article');
  await pasteText(page, 'Ships that pass\n\nThe narrows belong to nobody, which is why everybody watches them so closely all year.');
  await expect(page.getByRole('heading', { level: 1, name: 'Ships that pass' })).toBeVisible();

  await selectText(page, 'belong to nobody');
  await addTag(page, 'ownership');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(cards).toHaveCount(1);
  await page.keyboard.press('Backspace');
  await expect(cards).toHaveCount(0);
  await expect(marks).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+z');
  await expect(cards).toHaveCount(1);
  await expect(cards.first()).toContainText('ownership');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cards).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(cards).toHaveCount(1);
  await expect(cards.first()).toContainText('ownership');
  await expect(cards.first()).toContainText('belong to nobody');
});

test('a deleted article lies in the bin and can be restored', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  const title = await page.getByRole('main').getByRole('heading', { level: 1 }).innerText();
  const list = page.getByRole('navigation');
  await page.keyboard.press('ControlOrMeta+Backspace');
  await expect(page.getByRole('heading', { level: 1, name: title })).toHaveCount(0);
  await list.getByRole('button', { name: /Bin/ }).click();
  await expect(list.getByText(title)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await list.getByRole('button', { name: /Inbox/ }).click();
  await expect(list.getByText(title)).toBeVisible();
});

test('an import is taken back by undo, and comes again by redo', async ({ app }) => {
  const { page } = app;
  const list = page.getByRole('navigation');
  await pasteText(page, 'Ships that pass\n\nThe narrows belong to nobody, which is why everybody watches them so closely all year.');
  await expect(list.getByText('Ships that pass')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(list.getByText('Ships that pass')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(list.getByText('Ships that pass')).toBeVisible();
});
