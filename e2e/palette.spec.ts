import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { selectText } from './select-text.ts';

const field = (page: Page) => page.getByRole('combobox', { name: 'Commands, articles, tags, headings' });
const active = (page: Page) => page.getByRole('dialog').locator('[role="option"][aria-selected="true"]');

async function ask(page: Page, query: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await field(page).fill(query);
}

test('the palette opens articles, runs commands, goes to headings and shows shelves', async ({ app }) => {
  const { page } = app;
  const title = page.getByRole('main').getByRole('heading', { level: 1 });
  await test.step('an article by two words of its title, in any order, without its accents', async () => {
    await ask(page, 'communique');
    await expect(active(page)).toContainText('communiqué');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(title).toContainText('communiqué');
  });
  await test.step('a command, by a part of its name, with its keys beside it', async () => {
    await ask(page, 'night theme');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
    await ask(page, 'shortcuts');
    await expect(active(page)).toContainText('?');
    await page.keyboard.press('Escape');
  });
  await test.step('what was used lately comes first', async () => {
    await ask(page, '');
    await expect(active(page)).toContainText('Theme: night');
    await page.keyboard.press('Escape');
  });
  await test.step('a heading of the open article', async () => {
    const headings = page.getByRole('dialog').getByRole('group', { name: 'Headings of this article' }).getByRole('option');
    await ask(page, '');
    const last = (await headings.last().textContent()) ?? '';
    await headings.last().click();
    await expect(page.getByRole('main').getByText(last).first()).toBeInViewport();
    expect(await page.evaluate(() => CSS.highlights.has('found'))).toBe(true);
  });
  await test.step('a tag shows its shelf', async () => {
    await ask(page, 'alliance');
    await page.getByRole('dialog').getByRole('group', { name: 'Tags' }).getByRole('option').first().click();
    await expect(page.getByRole('navigation').getByRole('button', { name: /^alliance/ })).toHaveAttribute('aria-current', 'true');
  });
});

test('the palette says what can’t be done now, keeps the selection, and gives the focus back', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  const text = page.getByRole('region', { name: 'Text of the article' });
  await text.focus();
  await ask(page, 'highlight the selection');
  await expect(active(page)).toHaveAttribute('aria-disabled', 'true');
  await expect(active(page)).toContainText('needs a selection');
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(text).toBeFocused();
  const words = await page.evaluate(() => document.querySelector('main article p:not(:has(mark)) [data-leaf]')?.textContent?.split(' ').slice(0, 3).join(' ') ?? '');
  await selectText(page, words);
  await expect(page.getByRole('combobox', { name: 'Tags' })).toBeVisible();
  const marks = await page.getByRole('main').locator('mark').count();
  await ask(page, 'highlight the selection');
  await active(page).click();
  await expect.poll(() => page.getByRole('main').locator('mark').count()).toBeGreaterThan(marks);
});

test('a shortcut is changed, refused, taken over and kept through a restart', async ({ app }) => {
  await app.page.keyboard.press('?');
  const dialog = app.page.getByRole('dialog');
  const keysOf = (name: string) => dialog.getByRole('button', { name: new RegExp(`^${name}: `) });
  await test.step('keys of text fields and Alt are refused with the reason', async () => {
    await keysOf('Write a summary').click();
    await app.page.keyboard.press('ControlOrMeta+c');
    await expect(dialog.getByRole('alert')).toContainText('text fields');
    await app.page.keyboard.press('Control+Alt+e');
    await expect(dialog.getByRole('alert')).toContainText('Alt');
    expect(await violations(app.page)).toEqual([]);
  });
  await test.step('Escape stops listening and leaves the dialog open', async () => {
    await app.page.keyboard.press('Escape');
    await expect(keysOf('Write a summary')).toHaveAccessibleName('Write a summary: S');
  });
  await test.step('a free key is taken at once', async () => {
    await keysOf('Theme. sepia').click();
    await app.page.keyboard.press('ControlOrMeta+Shift+Y');
    await expect(keysOf('Theme. sepia')).toHaveAccessibleName(/Y$/);
  });
  await test.step('a key of another command is taken over after asking', async () => {
    await keysOf('Theme. night').click();
    await app.page.keyboard.press('x');
    await expect(keysOf('Theme. night')).toHaveAccessibleName('Theme: night: X');
    await keysOf('Theme. night').click();
    await app.page.keyboard.press('e');
    await expect(dialog.getByRole('alert')).toContainText('E is “Move to archive” now.');
    expect(await violations(app.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Take it over' }).click();
    await expect(keysOf('Move to archive')).toHaveAccessibleName('Move to archive: no key');
    await expect(keysOf('Theme. night')).toBeFocused();
  });
  await app.page.keyboard.press('Escape');
  await app.restart();
  await test.step('the new keys work', async () => {
    await app.page.keyboard.press('ControlOrMeta+Shift+Y');
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'sepia');
    await app.page.keyboard.press('e');
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'night');
  });
  await test.step('all are reset', async () => {
    await app.page.keyboard.press('?');
    await app.page.getByRole('button', { name: 'Reset all…' }).click();
    await app.page.getByRole('button', { name: 'Reset all', exact: true }).click();
    await expect(app.page.getByRole('button', { name: /^Move to archive: / })).toHaveAccessibleName('Move to archive: E');
  });
});

test('a colour that is given a name carries it everywhere, and into the export', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  await ask(page, 'name the colours');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('Red').fill('disputed');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('2');
  await expect(page.getByRole('complementary', { name: 'Notes' }).getByRole('button', { name: 'Red (disputed)' }).first()).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('main').getByRole('button', { name: /^Highlight, red \(disputed\)/ }).first()).toBeAttached();
  await ask(page, 'disputed');
  await expect(active(page)).toContainText('Colour: red (disputed)');
  await page.keyboard.press('Escape');
  await expect.poll(async () => readFile(join(app.library, 'settings.json'), 'utf8')).toContain('"disputed"');
});
