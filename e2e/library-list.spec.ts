import type { Page } from '@playwright/test';
import { addFile } from './add-article.ts';
import { fillLibrary } from './fill-library.ts';
import { expect, test as base } from './fixtures.ts';
import { newsArticle } from './samples.ts';

const titles = ['Part 10', 'Part 9', 'Älands ships', 'Patrols and ports', 'Reefs', 'Straits', 'Zones', 'اتفاقية العبور'];

/** The app on a library of eight articles. */
const test = base.extend({
  folders: async ({ folders }, use) => {
    await fillLibrary(folders.library, titles);
    await use(folders);
  },
});

const grid = (page: Page) => page.getByRole('grid', { name: 'Articles' });
const rows = (page: Page) => grid(page).locator('[data-row]');
const shownTitles = (page: Page) => rows(page).locator('[data-text]').allTextContents();
const list = (page: Page) => page.getByRole('navigation', { name: 'Library' }).getByRole('list', { name: 'Articles' });
const isInList = (page: Page) => page.evaluate(() => document.activeElement?.closest('[data-article-list]') !== null);

async function showTable(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+k');
  await expect(grid(page)).toBeVisible();
  await expect(grid(page).locator('[data-row]:focus')).toHaveCount(1);
}

test('the table is sorted, its columns are chosen and resized, by keys alone, and stay so after a restart', async ({ app }) => {
  await test.step('it opens with a key, on the article that is open', async () => {
    await showTable(app.page);
    await expect(app.page.getByRole('main').getByRole('article')).toHaveCount(0);
    await expect(grid(app.page)).toHaveAttribute('aria-rowcount', String(titles.length + 1));
  });
  await test.step('a column is sorted by, and the other way round', async () => {
    const { page } = app;
    const title = grid(page).getByRole('button', { name: 'Title', exact: true });
    await title.focus();
    await page.keyboard.press('Enter');
    await expect(grid(page).getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'ascending');
    await expect.poll(() => shownTitles(page)).toEqual(['Älands ships', 'Part 9', 'Part 10', 'Patrols and ports', 'Reefs', 'Straits', 'Zones', 'اتفاقية العبور']);
    await page.keyboard.press('Enter');
    await expect(grid(page).getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'descending');
    await expect.poll(async () => (await shownTitles(page))[0]).toBe('اتفاقية العبور');
    await expect(title).toBeFocused();
  });
  await test.step('a column is made wider', async () => {
    const { page } = app;
    const source = grid(page).getByRole('columnheader', { name: 'Source' });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(source.getByRole('button')).toBeFocused();
    const before = (await source.boundingBox())?.width ?? 0;
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await source.boundingBox())?.width).toBe(before + 32);
  });
  await test.step('one is added and one is taken away, from the menu of a head', async () => {
    const { page } = app;
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitemcheckbox', { name: 'Length' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemcheckbox', { name: 'Author' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(grid(page).getByRole('columnheader', { name: 'Length' })).toBeVisible();
    await expect(grid(page).getByRole('columnheader', { name: 'Author' })).toHaveCount(0);
    await expect(grid(page).getByRole('columnheader', { name: 'Source' }).getByRole('button')).toBeFocused();
  });
  await test.step('the narrow list has the same order, and all of it is there after a restart', async () => {
    await app.page.keyboard.press('Escape');
    await expect(grid(app.page)).toHaveCount(0);
    await expect(list(app.page).locator('[data-row="0"]')).toContainText('اتفاقية العبور');
    const width = 162;
    await app.restart();
    await showTable(app.page);
    const { page } = app;
    await expect(grid(page).getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'descending');
    await expect(grid(page).getByRole('columnheader', { name: 'Length' })).toBeVisible();
    await expect(grid(page).getByRole('columnheader', { name: 'Author' })).toHaveCount(0);
    expect((await grid(page).getByRole('columnheader', { name: 'Source' }).boundingBox())?.width).toBe(width);
  });
});

test('several articles are archived and deleted at once, and each is one step of undo', async ({ app }) => {
  const { page } = app;
  const shelf = (name: string) => page.getByRole('navigation', { name: 'Library' }).getByRole('list', { name: 'Shelves' }).getByRole('button', { name });
  await showTable(page);
  await page.keyboard.press('Home');
  const count = await rows(page).count();
  await test.step('a range is selected, and its number said', async () => {
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowUp');
    await expect(grid(page).locator('[aria-selected="true"]')).toHaveCount(3);
    await expect(page.getByRole('contentinfo').getByRole('status').filter({ hasText: '3 selected' })).toBeVisible();
  });
  await test.step('all of it is archived from the menu of the row', async () => {
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu', { name: '3 selected' })).toBeVisible();
    await page.getByRole('menuitem', { name: 'Move to Archive' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Moved 3 articles to Archive')).toBeVisible();
    await expect(rows(page)).toHaveCount(count - 3);
    await expect(shelf('Archive')).toContainText('3');
    await expect(grid(page).locator('[aria-selected="true"]')).toHaveCount(0);
    expect(await isInList(page)).toBe(true);
  });
  await test.step('one undo takes it back', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(rows(page)).toHaveCount(count);
    await expect(shelf('Archive')).toContainText('0');
  });
  await test.step('others are chosen one by one, and deleted', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press(' ');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await expect(grid(page).locator('[aria-selected="true"]')).toHaveCount(2);
    await page.keyboard.press('Delete');
    await expect(page.getByText('Moved 2 articles to the bin')).toBeVisible();
    await expect(rows(page)).toHaveCount(count - 2);
    expect(await isInList(page)).toBe(true);
  });
  await test.step('they are restored from the bin together, and once more undone', async () => {
    await shelf('Bin').focus();
    await page.keyboard.press('Enter');
    await expect(rows(page)).toHaveCount(2);
    await rows(page).first().focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('F6');
    await expect(page.getByRole('group', { name: 'Selected articles' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Restored 2 articles')).toBeVisible();
    await expect(page.getByText('The bin is empty.')).toBeVisible();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(rows(page)).toHaveCount(2);
  });
  await test.step('what is seldom wanted of one that is selected is in a menu at the end of its bar', async () => {
    await shelf('Inbox').click();
    await rows(page).first().focus();
    await page.keyboard.press(' ');
    const bar = page.getByRole('group', { name: 'Selected articles' });
    await expect(bar.getByRole('button', { name: 'Edit details…' })).toHaveCount(0);
    await bar.getByRole('button', { name: 'More for the selected article' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Edit details…' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(bar.getByRole('button', { name: 'More for the selected article' })).toBeFocused();
    await bar.getByRole('button', { name: 'Clear the selection' }).click();
  });
  await test.step('Enter opens an article in the place of the table', async () => {
    const title = await rows(page).first().locator('[data-text]').innerText();
    await rows(page).first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(grid(page)).toHaveCount(0);
  });
});

test('in the narrow list, clicks with Control and Shift select, letters find a title, and what leaves the list is no longer selected', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  const row = (title: string) => list(page).getByRole('button', { name: title }).first();
  const selected = () => list(page).getByRole('button', { name: /selected/ });
  await test.step('clicks', async () => {
    await row('Zones').click({ modifiers: ['ControlOrMeta'] });
    await row('Reefs').click({ modifiers: ['Shift'] });
    await expect(selected()).toHaveCount(3);
    await row('Straits').click({ modifiers: ['ControlOrMeta'] });
    await expect(selected()).toHaveCount(2);
  });
  await test.step('a search in which one of them is not', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+f');
    await page.keyboard.type('reefs');
    await expect(list(page).getByRole('listitem')).toHaveCount(1);
    await expect(page.getByRole('contentinfo')).toContainText('1 selected');
    await page.keyboard.press('Escape');
    await expect(list(page).getByRole('listitem')).toHaveCount(titles.length);
    await expect(selected()).toHaveCount(1);
  });
  await test.step('letters', async () => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('a');
    await expect(row('Älands ships')).toBeFocused();
    await page.keyboard.press('z');
    await expect(list(page).locator('[data-row]:focus')).toHaveCount(1);
  });
  await test.step('Escape selects nothing, and a click opens', async () => {
    await page.keyboard.press('Escape');
    await expect(selected()).toHaveCount(0);
    await row('Patrols and ports').click();
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText('Patrols and ports');
  });
});

test('a row keeps the focus while a long list is scrolled, and a column is dragged and fitted', { tag: '@page' }, async ({ folders, app }) => {
  await app.close();
  await fillLibrary(folders.library, Array.from({ length: 60 }, (_, index) => `Report ${index + 1}`));
  await app.open();
  const { page } = app;
  await showTable(page);
  await test.step('keys go on from the row that was scrolled away', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect(grid(page).locator('[data-row="1"]')).toBeFocused();
    await page.mouse.move(600, 400);
    await page.mouse.wheel(0, 1_600);
    await expect(grid(page).locator('[data-row="1"]')).not.toBeInViewport();
    await expect(grid(page).locator('[data-row="1"]')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(grid(page).locator('[data-row="2"]')).toBeFocused();
    await expect(grid(page).locator('[data-row="2"]')).toBeInViewport({ ratio: 1 });
  });
  await test.step('the last row is reached in one go', async () => {
    await page.keyboard.press('End');
    await expect(grid(page).locator(`[data-row="${60 + titles.length - 1}"]`)).toBeFocused();
    await expect(grid(page).locator(`[data-row="${60 + titles.length - 1}"]`)).toBeInViewport({ ratio: 1 });
  });
  await test.step('the edge of a column', async () => {
    const head = grid(page).getByRole('columnheader', { name: 'Title' });
    const box = async () => (await head.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const before = await box();
    const edge = { x: before.x + before.width, y: before.y + before.height / 2 };
    await page.mouse.move(edge.x, edge.y);
    await page.mouse.down();
    await page.mouse.move(edge.x + 50, edge.y);
    await page.mouse.up();
    await expect.poll(async () => (await box()).width).toBe(before.width + 50);
    await page.mouse.dblclick(edge.x + 50, edge.y);
    await expect.poll(async () => (await box()).width).toBeLessThan(before.width);
  });
});

test('in the table, what a search finds stands best first until a column is chosen, and opens at the hit', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  await showTable(page);
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await page.keyboard.type('part');
  await expect.poll(async () => (await shownTitles(page)).toSorted()).toEqual(['Part 10', 'Part 9']);
  await expect(rows(page).first().locator('mark').first()).toHaveText('Part');
  await expect(grid(page).locator('[aria-sort]')).toHaveCount(0);
  const title = grid(page).getByRole('button', { name: 'Title', exact: true });
  await title.click();
  await expect.poll(() => shownTitles(page)).toEqual(['Part 9', 'Part 10']);
  await title.click();
  await expect.poll(() => shownTitles(page)).toEqual(['Part 10', 'Part 9']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText('Part 10');
});

test('the article is where it was when the table is left', { tag: '@page' }, async ({ app }) => {
  await addFile(app, newsArticle.file);
  const { page } = app;
  const text = page.getByRole('region', { name: 'Text of the article' });
  await text.focus();
  await page.keyboard.press('PageDown');
  await expect.poll(() => text.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
  const before = await text.evaluate((element) => element.scrollTop);
  await showTable(page);
  await page.keyboard.press('Escape');
  await expect(text).toBeFocused();
  expect(await text.evaluate((element) => element.scrollTop)).toBeGreaterThanOrEqual(before);
});
