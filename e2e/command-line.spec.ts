import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { type App, expect, test } from './fixtures.ts';
import { selectText } from './select-text.ts';

const program = join(resolve(import.meta.dirname, '..'), 'dist', 'node', 'lectern.js');
const passage = '# Innocent passage\n\nShips of all states enjoy a right of passage that no coastal state may suspend, and they enjoy it on the surface as below it.\n';

/** Runs the built command line on the library that the app has open, from an account's other terminal. */
async function lectern(app: App, ...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [program, ...args, '--library', app.library], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

test('what the command line does while the app is open is in the window without a restart, and the other way round', async ({ app }) => {
  const { page } = app;
  const main = page.getByRole('main');
  const library = page.getByRole('navigation', { name: 'Library' });
  const file = join(app.exportFolder, 'passage.md');
  await writeFile(file, passage);
  const id = (await lectern(app, 'import', file)).slice(0, 26);
  await test.step('an imported article is in the list', async () => {
    await library.getByRole('button', { name: 'Innocent passage' }).first().click();
    await expect(main.getByRole('heading', { level: 1, name: 'Innocent passage' })).toBeVisible();
  });
  await test.step('a highlight is in the text and among the notes', async () => {
    await lectern(app, 'highlight', id, '--quote', 'right of passage', '--tag', 'law of the sea', '--note', 'Since 1982.');
    await expect(main.locator('mark', { hasText: 'right of passage' })).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Notes' }).getByRole('article').filter({ hasText: 'law of the sea' }).getByText('Since 1982.')).toBeVisible();
  });
  await test.step('what the window made is in what commands print', async () => {
    await selectText(page, 'no coastal state');
    await page.keyboard.press('3');
    await expect(main.locator('mark', { hasText: 'no coastal state' })).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('Saved');
    expect(await lectern(app, 'show', id)).toContain('“no coastal state”');
    expect(await lectern(app, 'search', 'tag:"law of the sea"')).toContain('Innocent passage');
    const out = join(app.exportFolder, 'notes');
    await lectern(app, 'export', id, '--out', out);
    expect(await readFile(join(out, 'Innocent passage.md'), 'utf8')).toContain('> no coastal state');
  });
});
