import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { addFile, pasteText } from './add-article.ts';
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { selectText } from './select-text.ts';

const first = 'The narrows belong to nobody, which is why everybody watches them. Pilots know them best.';
const second = 'A second paragraph follows the first and ends here.';
const article = `Ships that pass\n\n${first}\n\n${second}\n\nIt ends with a line of two.`;
const rich = `# Ships that pass\n\n${first}\n\n${second}\n\n- a list of one\n- and of two\n\n| flag | ships |\n| --- | --- |\n| Oman | nine |\n`;

const textOf = (page: Page): Locator => page.getByRole('region', { name: 'Text of the article' });
const cardsOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Notes' }).getByRole('article');
const selected = (page: Page): Promise<string> => page.evaluate(() => document.getSelection()?.toString() ?? '');
const leafOf = (page: Page, text: string): Locator => page.locator('main [data-leaf]').filter({ hasText: text });

/** The words that the marks of the only highlight cover. */
async function marked(page: Page): Promise<string> {
  return (await page.locator('main mark').allInnerTexts()).join('|');
}

async function openArticle(page: Page): Promise<void> {
  await pasteText(page, article);
  await expect(page.getByRole('heading', { level: 1, name: 'Ships that pass' })).toBeVisible();
  await expect(leafOf(page, 'a line of two')).toBeVisible();
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Puts the caret before the first paragraph. */
async function placeCaret(page: Page): Promise<void> {
  await textOf(page).focus();
  await press(page, 'Enter', 'Control+Home');
  await expect(page.locator('[data-caret]')).toBeVisible();
  while (!(await isCaretAt(page, 'The narrows'))) await press(page, 'Control+ArrowDown');
}

async function isCaretAt(page: Page, words: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const selection = document.getSelection();
    const text = selection?.focusNode?.textContent ?? '';
    return text.slice(selection?.focusOffset ?? 0).startsWith(wanted);
  }, words);
}

test('a highlight is made, changed, tagged, noted and deleted by keys alone', async ({ app }) => {
  const { page } = app;
  await openArticle(page);
  await test.step('three words are selected and highlighted', async () => {
    await placeCaret(page);
    await press(page, 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight');
    expect(await selected(page)).toBe('The narrows belong');
    await expect(page.getByRole('dialog', { name: 'Highlight' })).toBeVisible();
    await press(page, 'h');
    await expect(page.locator('main mark')).toHaveText(['The narrows belong']);
  });
  await test.step('the caret leaves, and the highlight stays chosen', async () => {
    await press(page, 'Escape', 'Escape');
    await expect(page.locator('[data-caret]')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'End of the highlight' })).toBeVisible();
  });
  await test.step('its end and its start move by a word', async () => {
    await press(page, 'Control+Shift+ArrowRight');
    await expect.poll(() => marked(page)).toBe('The narrows belong to');
    await press(page, 'Control+Alt+Shift+ArrowRight');
    await expect.poll(() => marked(page)).toBe('narrows belong to');
    await expect(cardsOf(page)).toContainText('narrows belong to');
  });
  await test.step('undo takes back one after the other', async () => {
    await press(page, 'ControlOrMeta+z');
    await expect.poll(() => marked(page)).toBe('The narrows belong to');
    await press(page, 'ControlOrMeta+z');
    await expect.poll(() => marked(page)).toBe('The narrows belong');
  });
  await test.step('colour, tag, note and deletion', async () => {
    await press(page, '5');
    await expect(page.locator('main mark')).toHaveAttribute('data-colour', 'purple');
    await press(page, 't');
    await expect(page.getByRole('combobox', { name: 'Tags' })).toBeFocused();
    await page.keyboard.type('owners');
    await press(page, 'Enter', 'Escape', 'Escape');
    await expect(cardsOf(page)).toContainText('owners');
    await press(page, 'n');
    await page.keyboard.type('Who says so?');
    await press(page, 'Escape');
    await expect(cardsOf(page)).toContainText('Who says so?');
    await press(page, 'Shift+ArrowLeft');
    await expect.poll(() => marked(page)).toBe('The narrows belon');
    await press(page, 'Alt+Shift+ArrowRight');
    await expect.poll(() => marked(page)).toBe('he narrows belon');
    await press(page, 'Backspace');
    await expect(cardsOf(page)).toHaveCount(0);
  });
});

test('the caret goes by letter, line, sentence and paragraph', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  await openArticle(page);
  await placeCaret(page);
  await press(page, 'ArrowRight', 'ArrowRight');
  expect(await isCaretAt(page, 'e narrows')).toBe(true);
  await press(page, 'Period');
  expect(await isCaretAt(page, 'Pilots know')).toBe(true);
  await press(page, 'Shift+Period');
  expect(await selected(page)).toBe('Pilots know them best.');
  await press(page, 'Comma', 'Home');
  await press(page, 'Shift+ArrowDown');
  expect((await selected(page)).length).toBeGreaterThan(10);
  await press(page, 'ArrowUp', 'Control+ArrowDown');
  expect(await isCaretAt(page, 'A second')).toBe(true);
  await press(page, 'End', 'Shift+Home');
  expect(await selected(page)).toBe(second);
  await press(page, 'ControlOrMeta+End', 'Shift+ArrowUp');
  expect(await selected(page)).toContain('of two');
});

test('a highlight over paragraphs, a list and a table is made, changed and deleted whole', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  const file = join(app.exportFolder, 'rich.md');
  await writeFile(file, rich);
  await addFile(app, file);
  await expect(leafOf(page, 'Oman')).toBeVisible();
  await placeCaret(page);
  await press(page, 'Period');
  while (!(await selected(page)).endsWith('Oman')) await press(page, 'Control+Shift+ArrowRight');
  await press(page, '3');
  await expect.poll(() => marked(page)).toBe(`Pilots know them best.|${second}|a list of one|and of two|flag|ships|Oman`);
  await expect(cardsOf(page)).toHaveCount(1);
  await press(page, 'Escape', 'Escape', 'Control+Shift+ArrowRight');
  await expect.poll(() => marked(page)).toContain('Oman|nine');
  await press(page, 'Control+Alt+Shift+ArrowLeft');
  await expect.poll(() => marked(page)).toContain('them. Pilots know');
  await press(page, 'Backspace');
  await expect(page.locator('main mark')).toHaveCount(0);
});

test('an end is dragged to another word, and over another highlight both stay', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  await openArticle(page);
  await selectText(page, 'watches them');
  await press(page, 'h', 'Escape');
  await selectText(page, 'belong to');
  await press(page, 'h', 'Escape');
  const grip = page.getByRole('button', { name: 'End of the highlight' });
  await expect(page.locator('main mark')).toHaveCount(2);
  const from = await grip.boundingBox();
  const to = await page.evaluate(() => {
    const mark = [...document.querySelectorAll('main mark')].find((each) => each.textContent === 'watches them');
    const box = mark?.getBoundingClientRect();
    return box ? { x: box.left + 40, y: box.top + box.height / 2 } : null;
  });
  if (!from || !to) throw new Error('There is nothing to drag.');
  await page.mouse.move(from.x + 12, from.y + 12);
  await page.mouse.down();
  // The pointer holds the grip below the line, and keeps that distance.
  await page.mouse.move(to.x, to.y + 12, { steps: 8 });
  expect(await page.evaluate(() => CSS.highlights.has('pending'))).toBe(true);
  await page.mouse.up();
  await expect(cardsOf(page)).toHaveCount(2);
  await expect(cardsOf(page).first()).toContainText('belong to nobody, which is why everybody watches');
  await expect(cardsOf(page).nth(1)).toContainText('watches them');
  await test.step('a click where both are takes one after the other', async () => {
    await press(page, 'Escape');
    const both = page.locator('main mark').filter({ hasText: /^watches$/ });
    await both.click();
    await expect(page.locator('[data-card][data-current]')).toContainText('watches them');
    await press(page, 'Escape');
    await both.click();
    await expect(page.locator('[data-card][data-current]')).toContainText('everybody watches');
  });
});

test('the shortcut help lists the keys of the caret and of ranges, and F7 places the caret', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  await openArticle(page);
  await press(page, '?');
  await expect(page.getByRole('region', { name: 'With a caret in the text' })).toContainText('By sentence');
  await expect(page.getByRole('region', { name: 'On a highlight' })).toContainText('Move its start');
  await press(page, 'Escape', 'F7');
  await expect(page.locator('[data-caret]')).toBeVisible();
  await expect(textOf(page)).toBeFocused();
});

test('what a finger has selected brings the toolbar', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  await openArticle(page);
  await leafOf(page, 'The narrows').evaluate((leaf) => {
    leaf.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true }));
    leaf.dispatchEvent(new PointerEvent('pointercancel', { pointerType: 'touch', bubbles: true }));
    document.getSelection()?.setBaseAndExtent(leaf.firstChild ?? leaf, 0, leaf.firstChild ?? leaf, 11);
  });
  await page.getByRole('dialog', { name: 'Highlight' }).getByRole('button', { name: 'Green' }).click();
  await expect(page.locator('main mark')).toHaveText(['The narrows']);
});

for (const theme of ['light', 'night'] as const) {
  test(`caret and grips leave nothing to axe (${theme})`, { tag: '@page' }, async ({ app }, info) => {
    const { page } = app;
    await openArticle(page);
    await press(page, 'ControlOrMeta+,');
    await page.getByRole('dialog').getByRole('radio', { name: new RegExp(theme, 'i') }).check({ force: true });
    await press(page, 'Escape');
    await placeCaret(page);
    await press(page, 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', 'h');
    expect(await violations(page)).toEqual([]);
    await press(page, 'ArrowDown');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`grips-${theme}.png`) });
  });
}
