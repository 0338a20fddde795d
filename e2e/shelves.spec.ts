import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pasteText } from './add-article.ts';
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { selectText } from './select-text.ts';

const ships = 'Ships that pass\n\nThe narrows belong to nobody, which is why everybody watches them so closely all year.\n';
const speech = 'A speech in the house\n\nThe minister spoke of the price for an hour, while the house was half empty and the gallery was full.\n';

const library = (page: Page) => page.getByRole('navigation', { name: 'Library' });
const searches = (page: Page) => library(page).getByRole('list', { name: 'Searches' }).getByRole('listitem');
const collections = (page: Page) => library(page).getByRole('list', { name: 'Collections' }).getByRole('listitem');
const articles = (page: Page) => library(page).getByRole('list', { name: 'Articles' }).getByRole('listitem');
const field = (page: Page) => page.getByRole('searchbox', { name: 'Search the library' });
const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });

/** Answers the dialog that asks for a name. */
async function giveName(page: Page, title: string, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('a search is saved with a count that follows what is written, renamed, deleted and brought back, and is there after a restart', async ({ app }) => {
  await pasteText(app.page, ships);
  await expect(heading(app.page)).toHaveText('Ships that pass');
  const { page } = app;
  await test.step('save', async () => {
    await field(page).fill('in:notes entente');
    await library(page).getByRole('button', { name: 'Save this search' }).click();
    await giveName(page, 'Save search', 'Entente notes');
    await expect(searches(page)).toHaveText(/Entente notes\s*0/);
    await expect(library(page).getByRole('button', { name: 'Save this search' })).toHaveCount(0);
  });
  await test.step('a note is counted', async () => {
    await field(page).focus();
    await page.keyboard.press('Escape');
    await selectText(page, 'belong to nobody');
    await page.getByRole('dialog', { name: 'Highlight' }).getByRole('button', { name: /Note/ }).click();
    await page.keyboard.type('Cf. the entente of 1904.');
    await page.keyboard.press('Escape');
    await expect(searches(page)).toHaveText(/Entente notes\s*1/);
  });
  await test.step('open, by key', async () => {
    await searches(page).getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await expect(field(page)).toHaveValue('in:notes entente*');
    await expect(articles(page)).toHaveCount(1);
    await expect(articles(page).locator('mark')).toHaveText('entente');
  });
  await test.step('rename, delete and undo, by key', async () => {
    await searches(page).getByRole('button').first().focus();
    await page.keyboard.press('F2');
    await giveName(page, 'Rename search', '1904');
    await expect(searches(page)).toHaveText(/1904\s*1/);
    await searches(page).getByRole('button').first().focus();
    await page.keyboard.press('Delete');
    await expect(searches(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(searches(page)).toHaveText(/1904\s*1/);
  });
  await test.step('fold its group, and unfold it', async () => {
    await library(page).getByRole('button', { name: 'Searches', expanded: true }).click();
    await expect(searches(page)).toHaveCount(0);
    await library(page).getByRole('button', { name: 'Searches', expanded: false }).click();
    await expect(searches(page)).toHaveCount(1);
  });
  await app.restart();
  await expect(searches(app.page)).toHaveText(/1904\s*1/);
});

test('a collection takes articles of any shelf, is searched in, gives them back when it is deleted, and is there after a restart', async ({ app }) => {
  const { page } = app;
  await pasteText(page, ships);
  await pasteText(page, speech);
  await expect(heading(page)).toHaveText('A speech in the house');
  await test.step('make it, and add the open article by key', async () => {
    await library(page).getByRole('button', { name: 'New collection' }).click();
    await giveName(page, 'New collection', 'The strait');
    await expect(collections(page)).toHaveText(/The strait\s*0/);
    await page.getByRole('main').focus();
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: 'Collections of “A speech in the house”' });
    await expect(dialog.getByRole('checkbox', { name: 'The strait' })).toBeFocused();
    await page.keyboard.press('Space');
    await expect(dialog.getByRole('checkbox', { name: 'The strait' })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(collections(page)).toHaveText(/The strait\s*1/);
  });
  await test.step('add another from its menu, and make a second collection with it', async () => {
    await articles(page).filter({ hasText: 'Ships that pass' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Add to collection…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Collections of “Ships that pass”' });
    await dialog.getByRole('checkbox', { name: 'The strait' }).check();
    await dialog.getByRole('textbox', { name: 'New collection' }).fill('Navies');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('checkbox', { name: 'Navies' })).toBeChecked();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(collections(page)).toHaveText([/Navies\s*1/, /The strait\s*2/]);
  });
  await test.step('its shelf and its field', async () => {
    await collections(page).getByRole('button', { name: /^The strait/ }).click();
    await expect(articles(page)).toHaveCount(2);
    await field(page).fill('collection:navies watches');
    await expect(articles(page)).toHaveCount(1);
    await expect(articles(page)).toContainText('Ships that pass');
    await field(page).focus();
    await page.keyboard.press('Escape');
    await articles(page).filter({ hasText: 'Ships that pass' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Remove from “The strait”' }).click();
    await expect(articles(page)).toHaveCount(1);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(articles(page)).toHaveCount(2);
  });
  await test.step('what lies in the bin is not counted, and is back with it', async () => {
    await articles(page).filter({ hasText: 'A speech in the house' }).getByRole('button').first().focus();
    await page.keyboard.press('Delete');
    await expect(collections(page).last()).toHaveText(/The strait\s*1/);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(collections(page).last()).toHaveText(/The strait\s*2/);
  });
  await test.step('delete and undo', async () => {
    await collections(page).getByRole('button', { name: /^The strait/ }).focus();
    await page.keyboard.press('Delete');
    await expect(collections(page)).toHaveCount(1);
    await library(page).getByRole('button', { name: /^Inbox/ }).click();
    await expect(articles(page)).toHaveCount(3);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(collections(page)).toHaveText([/Navies\s*1/, /The strait\s*2/]);
  });
  await app.restart();
  await expect(collections(app.page)).toHaveText([/Navies\s*1/, /The strait\s*2/]);
  await collections(app.page).getByRole('button', { name: /^The strait/ }).click();
  await expect(articles(app.page)).toHaveCount(2);
});

test('results go on beyond the first page as one scrolls, and Enter opens the first of what is typed', { tag: '@page' }, async ({ app, folders }) => {
  const { page } = app;
  const folder = join(folders.userData, 'files');
  await mkdir(folder);
  const files = Array.from({ length: 70 }, (_, index) => join(folder, `Report ${String(index + 1).padStart(2, '0')}.txt`));
  await Promise.all(files.map((file, index) => writeFile(file, `Report ${index + 1} from the harbour\n\nThe harbourmaster counted the ships once more and wrote the number ${index + 1} into the book${index === 6 ? ', beside a zeppelin' : ''}.\n`)));
  await app.chooseFiles(files);
  await page.getByRole('banner').getByRole('button', { name: 'Add article' }).click();
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await expect(library(page).getByRole('button', { name: /^Inbox\s*71/ })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await field(page).fill('harbourmaster');
  await expect(library(page).getByRole('status').filter({ hasText: '70 of 71' })).toBeVisible();
  await expect(articles(page).locator('mark').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  // The list draws what is near the view; how many rows it has, it says on each.
  await expect.poll(async () => {
    await page.keyboard.press('End');
    return articles(page).last().getAttribute('aria-setsize');
  }).toBe('70');
  await page.keyboard.press('End');
  await expect(articles(page).last()).toHaveAttribute('aria-posinset', '70');

  await field(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('zeppelin');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Report 7 from the harbour');
});

for (const theme of ['light', 'night'] as const) {
  test(`axe finds nothing on collections and saved searches (${theme})`, { tag: '@page' }, async ({ app }) => {
    const { page } = app;
    await page.keyboard.press('ControlOrMeta+,');
    await page.getByRole('dialog').getByRole('radio', { name: new RegExp(theme, 'i') }).check({ force: true });
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.getByRole('textbox', { name: 'New collection' }).fill('Freedom of navigation and what it is called in the other languages of the region');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: /Freedom of navigation/ })).toBeChecked();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await field(page).fill('the');
    await page.keyboard.press('ControlOrMeta+Shift+s');
    await expect(page.getByRole('dialog', { name: 'Save search' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await giveName(page, 'Save search', 'Every article');
    await expect(searches(page)).toHaveText(/Every article\s*1/);
    expect(await violations(page)).toEqual([]);
    await collections(page).getByRole('button', { name: /^More about/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Delete collection' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await collections(page).getByRole('button').first().click();
    expect(await violations(page)).toEqual([]);
  });
}
