import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

test('a library of a later Lectern opens to read, says so, and is changed again when that is over', async ({ app }) => {
  await expect(app.page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await app.close();
  const path = join(app.library, 'library.json');
  const present = await readFile(path, 'utf8');
  const later = present.replace('"format": 1', '"format": 7');
  await writeFile(path, later);

  await app.open();
  const banner = app.page.getByRole('region', { name: 'Read only' });
  await expect(banner).toContainText('was made by a later Lectern (format 7)');
  const heading = app.page.getByRole('main').getByRole('heading', { level: 1 });
  await expect(heading).toBeVisible();
  const add = app.page.getByRole('button', { name: 'Add article' });
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await expect(add).toHaveAttribute('title', /later Lectern/);
  // Dimmed, not dead: it says why.
  await add.click({ force: true });
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await expect(app.page.getByText('Update Lectern to change it.')).toHaveCount(2);
  await expect(app.page.getByRole('button', { name: 'Export' })).toBeEnabled();

  await banner.getByRole('button', { name: 'Try again' }).click();
  await expect(app.page.getByText('Still read only.')).toBeVisible();
  expect(await readFile(path, 'utf8')).toBe(later);

  await writeFile(path, present);
  await banner.getByRole('button', { name: 'Try again' }).click();
  await expect(banner).toHaveCount(0);
  await expect(app.page.getByText('The library can be changed now.')).toBeVisible();
  await add.click();
  await expect(app.page.getByRole('dialog', { name: 'Add article' })).toBeVisible();
});
