// Takes the README's pictures from the running app: `npm run screenshots`.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../scripts/chromium.js';
import { addTag, selectText } from './select-text.ts';
import { serve } from './serve.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'docs', 'screenshots');
const program = join(root, 'dist', 'node', 'lectern.js');

const top = await mkdtemp(join(tmpdir(), 'lectern-screenshots-'));
// The pictures show the library's folder, as it would be written in a home of its own.
process.env['HOME'] = top;
const library = join(top, 'Documents', 'Narrow seas');
await mkdir(folder, { recursive: true });
const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
try {
  await (await serve(library)).stop();
  execFileSync(process.execPath, [program, 'import', join(import.meta.dirname, 'samples', 'strait.txt'), '--library', library], { stdio: 'inherit' });
  const server = await serve(library);
  for (const [name, colorScheme] of [['light', 'light'], ['night', 'dark']] as const) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 2, colorScheme });
    await page.goto(server.address);
    await page.getByRole('main').locator('mark').first().waitFor();
    if (name === 'light') {
      await selectText(page, 'nothing has changed, which is sometimes the news');
      await addTag(page, 'drafting');
      await page.getByRole('dialog', { name: 'Highlight' }).getByRole('combobox').fill('all');
    }
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(folder, `reader-${name}.png`) });
    await page.close();
  }
  await server.stop();
} finally {
  await browser.close();
  await rm(top, { recursive: true, force: true });
}
