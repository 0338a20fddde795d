import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, expect, test as base } from '@playwright/test';
import type { AppOptions } from './fixtures.ts';
import { serve } from './serve.ts';

type Door = { readonly address: string; readonly origin: string; readonly port: string; readonly secret: string; readonly folder: string; readonly library: string };

const test = base.extend<AppOptions & { served: Door }>({
  door: ['browser', { option: true }],
  served: async ({ door }, use) => {
    test.skip(door !== 'browser', 'The desktop app has no server.');
    const folder = await mkdtemp(join(tmpdir(), 'lectern-door-'));
    const library = join(folder, 'library');
    const { address, stop } = await serve(library);
    const { origin, port, hash } = new URL(address);
    await use({ address, origin, port, secret: hash.slice('#k='.length), folder, library });
    await stop();
    await rm(folder, { recursive: true, force: true });
  },
});

test('the secret leaves the address at once and outlives a reload of the tab', async ({ page, served }) => {
  await page.goto(served.address);
  await expect(page.getByRole('main')).toBeVisible();
  expect(page.url()).toBe(`${served.origin}/`);
  await page.reload();
  await expect(page.getByRole('main')).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.content()).not.toContain(served.secret);
});

test('a tab without the secret shows nothing of the library and says what to do', async ({ page, served }) => {
  await page.goto(served.origin);
  await expect(page.getByText('This page has not got the key to the library.')).toBeVisible();
  await expect(page.getByRole('main')).toHaveCount(0);
});

test('a private file may lead to the page, so that the secret is in no argument', async ({ page, served }) => {
  const file = join(served.folder, 'lead.html');
  await writeFile(file, `<!doctype html><meta http-equiv="refresh" content="0; url=${served.address}">`);
  await page.goto(pathToFileURL(file).href, { waitUntil: 'commit' });
  await expect(page.getByRole('main')).toBeVisible();
});

test('a name that is rebound to this machine is refused', async ({ served, launchOptions }) => {
  const browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP rebound.test 127.0.0.1'] });
  const page = await browser.newPage();
  const response = await page.goto(`http://rebound.test:${served.port}/`);
  expect([response?.status(), await response?.text()]).toEqual([403, 'Forbidden']);
  await browser.close();
});

test('a page on another port of this machine reads nothing, sends nothing and frames nothing', async ({ page, served }) => {
  const neighbour = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><iframe name="frame"></iframe><form method="post" target="frame"><input name="edits" value="[]"></form>'));
  await new Promise<void>((resolve) => neighbour.listen(0, '127.0.0.1', resolve));
  const bound = neighbour.address();
  await page.goto(`http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/`);
  const before = await readdir(served.library, { recursive: true });
  const answers = await page.evaluate(async ({ origin, secret }) => {
    const call = `${origin}/api/library.overview`;
    const json = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
    const asked = [
      fetch(origin), fetch(origin, { mode: 'no-cors' }), fetch(call, { method: 'POST', mode: 'no-cors', body: '{}' }),
      // Even a page that has stolen the secret.
      fetch(call, { method: 'POST', headers: json, body: '{}' }), fetch(`${origin}/api/events`, { headers: { authorization: json.authorization } }),
    ];
    const form = document.querySelector('form');
    if (form) {
      form.action = `${origin}/api/library.edit`;
      form.submit();
    }
    return (await Promise.allSettled(asked)).map(({ status }) => status);
  }, served);
  expect(answers).toEqual(answers.map(() => 'rejected'));
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  expect(await readdir(served.library, { recursive: true })).toEqual(before);
  neighbour.close();
});
