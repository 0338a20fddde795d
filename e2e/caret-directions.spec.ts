import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addFile } from './add-article.ts';
import { expect, test } from './fixtures.ts';

const hebrew = '<!doctype html><html lang="he"><title>המצר</title><article><h1>המצר והספינות</h1><p>המצר John Smith שלנו הוא צר מאוד.</p><p lang="en">An English paragraph stands here.</p><p>הספינות עוברות בו כל יום, והנווטים מכירים אותו היטב. איש אינו מחזיק בו, ולכן כולם מביטים בו.</p></article></html>';

/** Where the caret is: the offset in its leaf, and its distance from the left edge of the text. */
const place = (page: Page) => page.evaluate(() => {
  const selection = document.getSelection();
  const leaf = selection?.focusNode?.parentElement?.closest('[data-leaf]') ?? null;
  const before = document.createRange();
  if (leaf) before.setStart(leaf, 0);
  if (selection?.focusNode) before.setEnd(selection.focusNode, selection.focusOffset);
  return { offset: before.toString().length, text: leaf?.textContent ?? '', x: document.querySelector('[data-caret]')?.getBoundingClientRect().x ?? 0 };
});

test('in a text that runs to the left the caret goes as the browser’s own does, and each paragraph in its own direction', async ({ app }) => {
  const { page } = app;
  const file = join(app.exportFolder, 'strait.html');
  await writeFile(file, hebrew);
  await addFile(app, file);
  await expect(page.locator('main article')).toHaveAttribute('dir', 'rtl');
  const english = page.locator('main p', { hasText: 'An English paragraph' });
  await expect(english).toHaveAttribute('lang', 'en');
  await expect(english).toHaveAttribute('dir', 'ltr');
  await page.getByRole('region', { name: 'Text of the article' }).focus();
  for (const key of ['Enter', 'Control+Home']) await page.keyboard.press(key);
  while (!(await place(page)).text.startsWith('המצר John')) await page.keyboard.press('Control+ArrowDown');
  const first = await place(page);
  expect(first.offset).toBe(0);
  await test.step('left is on, and the caret stands where the next letter begins', async () => {
    await page.keyboard.press('ArrowLeft');
    const second = await place(page);
    expect(second.offset).toBe(1);
    expect(second.x).toBeLessThan(first.x);
    for (let count = 0; count < 4; count += 1) await page.keyboard.press('ArrowLeft');
    const john = await place(page);
    await page.keyboard.press('ArrowLeft');
    const afterJ = await place(page);
    expect([john.offset, afterJ.offset]).toEqual([5, 6]);
    // In the English name the letters run to the right.
    expect(afterJ.x).toBeGreaterThan(john.x);
    await page.keyboard.press('ArrowRight');
    expect((await place(page)).offset).toBe(5);
  });
  await test.step('Shift selects, by word with Control', async () => {
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('John Smith');
    await page.keyboard.press('Escape');
  });
  await test.step('the English paragraph goes to the right', async () => {
    await page.keyboard.press('Control+ArrowDown');
    const start = await place(page);
    await page.keyboard.press('ArrowRight');
    const next = await place(page);
    expect([start.text.slice(0, 10), start.offset, next.offset]).toEqual(['An English', 0, 1]);
    expect(next.x).toBeGreaterThan(start.x);
  });
});
