import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesFrom, makePdf, markup } from '../host/import/testing/make-pdf.ts';
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';

const clipping = (title: string, location: number, quote: string) => `${title}\r\n- Ihre Markierung bei Position ${location}-${location + 1} | Hinzugefügt am Donnerstag, 4. Juni 2020 12:18:46\r\n\r\n${quote}\r\n==========\r\n`;

test('highlights of another program are shown before they come in, and go with one undo', async ({ app }) => {
  const { page } = app;
  const file = join(await mkdtemp(join(tmpdir(), 'lectern-clippings-')), 'My Clippings.txt');
  await writeFile(file, clipping('Two Navies (Ann Example)', 10, 'The fleet left the strait at noon.') + clipping('The Harbour (Bob Test)', 3, 'Nobody saw it again.'));
  const list = page.getByRole('navigation');
  await app.chooseFiles([file]);
  await page.keyboard.press('ControlOrMeta+o');
  const dialog = page.getByRole('dialog', { name: 'Add highlights from Kindle clippings' });
  await expect(dialog.getByRole('status')).toHaveText('2 new articles and 2 new highlights would come in.');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('checkbox', { name: /The Harbour/ }).uncheck();
  await expect(dialog.getByRole('status')).toHaveText('1 new article and 1 new highlight would come in.');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Two Navies' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Notes' }).getByRole('article')).toContainText('The fleet left the strait at noon.');
  await expect(list.getByText('The Harbour')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(list.getByText('Two Navies')).toHaveCount(0);
});

test('a PDF comes in with its pages and what was marked in it', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  const file = join(await mkdtemp(join(tmpdir(), 'lectern-pdf-')), 'navies.pdf');
  const lines = ['The fleet left the strait at noon, as it had done for as long as', 'anyone could remember, and nobody in either town had ever', 'thought of it as anything but a street.'];
  await writeFile(file, makePdf({ info: '/Title (Two Navies)', pages: [{ texts: [] }, { texts: linesFrom(70, 700, lines), annotations: [markup('Highlight', [92, 697, 131, 710], '/C [0 1 0] /Contents (Who says so?)')] }] }));
  await app.chooseFiles([file]);
  await page.keyboard.press('ControlOrMeta+o');
  await expect(page.getByRole('heading', { level: 1, name: 'Two Navies' })).toBeVisible();
  await expect(page.getByRole('main').locator('mark')).toHaveText(['fleet left']);
  const card = page.getByRole('complementary', { name: 'Notes' }).getByRole('article');
  await expect(card).toContainText('Who says so?');
  await expect(card).toContainText('p. 2');
});

test('an address that leads into this machine is not fetched, and says so', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  await page.getByRole('banner').getByRole('button', { name: 'Add article' }).click();
  await page.getByRole('textbox', { name: 'Paste the text of an article' }).fill('http://127.0.0.1:9/secret');
  await page.getByRole('dialog').getByRole('button', { name: 'Add article' }).click();
  await expect(page.getByText('it leads to this machine or its own network')).toBeVisible();
});

test('a folder comes in at once: held up and let go on, with a report of what could not, and again with a choice for what is there', async ({ app }) => {
  const { page } = app;
  const folder = join(await mkdtemp(join(tmpdir(), 'lectern-folder-')), 'Saved');
  await mkdir(join(folder, 'deep'), { recursive: true });
  for (let index = 1; index <= 40; index += 1) await writeFile(join(folder, index % 2 ? 'deep' : '', `Report ${index}.txt`), `Report ${index}\n\nWhat report ${index} says is short.\n`);
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(join(folder, 'photo.jpg'), 'no article');
  const dialog = page.getByRole('dialog', { name: 'Add article' });
  const add = async () => {
    await app.chooseFiles([folder]);
    await page.getByRole('banner').getByRole('button', { name: 'Add article' }).click();
    await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  };
  await add();
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await expect(dialog.getByText(/^Paused: \d+ of 41 done$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog.getByText('40 of 41 came in; 1 could not.')).toBeVisible();
  await expect(dialog.getByText('“empty.txt” is empty')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await add();
  await expect(dialog.getByText('0 of 41 came in; 40 are in the library already; 1 could not.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add once more' }).click();
  await expect(page.getByText('Added 40 articles')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  const inbox = page.getByRole('navigation').getByRole('button', { name: /^Inbox/ });
  await expect(inbox).toHaveText(/81$/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(inbox).toHaveText(/41$/);
});

test('what is put into a watched folder comes in by itself', { tag: '@desktop' }, async ({ app }) => {
  const { page } = app;
  const folder = await mkdtemp(join(tmpdir(), 'lectern-watched-'));
  await app.chooseFiles([folder]);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('watched folder');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Watched folder' });
  await dialog.getByRole('button', { name: 'Choose folder…' }).click();
  await expect(dialog.getByText(folder)).toBeVisible();
  await writeFile(join(folder, 'report.txt'), 'A report\n\nWhat the report says is short.\n');
  await writeFile(join(folder, 'empty.txt'), '');
  await expect(dialog.getByText('“empty.txt” is empty')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 article came in from the watched folder')).toBeVisible();
  await expect(page.getByRole('navigation').getByText('A report', { exact: true })).toBeVisible();
});
