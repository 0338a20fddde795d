import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { findChromium } from '../scripts/chromium.js';
import { violations } from './axe.ts';
import { type App, expect, test } from './fixtures.ts';

const extension = join(resolve(import.meta.dirname, '..'), 'extension');

/** A page as a reader sees it who is signed in: the server alone would give a stranger less, and a script has changed it since. */
async function startSite(): Promise<{ readonly server: Server; readonly address: string; say(text: string): void }> {
  let said = 'The fleet left the strait at noon.';
  const paragraph = 'Nobody in either town had ever thought of the strait as anything but a street, and the exercise in freedom of navigation did not change that for anybody.';
  const server = createServer((request, response) => {
    const isSignedIn = /signed=in/.test(request.headers.cookie ?? '');
    const text = isSignedIn ? `<p>${said} ${paragraph}</p>`.repeat(6) : '<p>Subscribe to read.</p>';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'signed=in' });
    response.end(`<html lang="en"><head><title>A fleet</title></head><body><article><h1>A fleet</h1>${text}<p id="late"></p><p>What happened in the strait before is told in <a href="/other">the other report</a>, and at some length.</p></article><form><input name="secret" value="typed by hand"></form><script>document.getElementById('late').textContent = 'What a script brought is there too, in a sentence of its own that is long enough.';</script></body></html>`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fleet`, say: (text) => void (said = text) };
}

async function openBrowser(userData: string): Promise<{ readonly context: BrowserContext; readonly worker: Worker }> {
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(userData, {
    ...(executablePath ? { executablePath } : {}), headless: true,
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`, '--disable-features=DisableLoadExtensionCommandLineSwitch', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  return { context, worker: context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker')) };
}

async function makeCode({ page }: App): Promise<string> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('browsers');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Browsers' });
  await dialog.getByRole('button', { name: 'Make a code' }).click();
  const code = await dialog.locator('output').textContent();
  expect(await violations(page)).toEqual([]);
  return code ?? '';
}

type Saved = { readonly ok: boolean; readonly reason?: string; readonly kind?: string; readonly title?: string; readonly toReview?: number };

/** Asks what the button of the extension asks, of the tab at an address. */
const save = (popup: Page, url: string): Promise<Saved> => popup.evaluate(async (wanted) => {
  const { tabs, runtime } = Object(globalThis).chrome;
  const [tab] = await tabs.query({ url: wanted });
  return runtime.sendMessage({ kind: 'save', tabId: tab.id });
}, url);

test('a page comes from the browser as its reader sees it, after pairing once, and again as a new version', async ({ app, folders }) => {
  test.skip(!findChromium(), 'Playwright’s own Chromium without a window loads no extensions');
  const site = await startSite();
  const { context, worker } = await openBrowser(join(folders.userData, 'browser'));
  try {
    const tab = await context.newPage();
    await tab.goto(site.address);
    await tab.reload();
    const popup = await context.newPage();
    await popup.goto(new URL('popup.html', worker.url()).href);
    await expect(popup.getByRole('status')).toContainText('Pair this browser with Lectern once');
    await test.step('not paired, it says so', async () => expect(await save(popup, site.address)).toEqual({ ok: false, reason: 'not-paired' }));
    const code = await makeCode(app);
    await test.step('it is paired by the code that Lectern shows', async () => {
      await popup.getByRole('textbox', { name: 'Code from Lectern' }).fill('47610-AAAA-AAAA');
      await popup.getByRole('button', { name: 'Pair' }).click();
      await expect(popup.getByRole('status')).toContainText('not the code');
      await popup.getByRole('textbox', { name: 'Code from Lectern' }).fill(code);
      await popup.getByRole('button', { name: 'Pair' }).click();
      // It goes on to save the page that it is on, which is its own.
      await expect(popup.getByRole('status')).toContainText('This page can’t be saved');
      await expect(app.page.getByRole('dialog', { name: 'Browsers' }).getByRole('listitem').filter({ hasText: 'Chromium' })).toBeVisible();
      await app.page.keyboard.press('Escape');
    });
    await test.step('the page comes in, whole', async () => {
      expect(await save(popup, site.address)).toEqual({ ok: true, kind: 'article', title: 'A fleet', toReview: 0 });
      await app.page.getByText('“A fleet” came from the browser').waitFor();
      await app.page.getByRole('button', { name: 'Open', exact: true }).click();
      const article = app.page.getByRole('main').getByRole('article');
      await expect(article).toContainText('The fleet left the strait at noon.');
      await expect(article).toContainText('What a script brought is there too');
      await expect(article.getByRole('link', { name: 'the other report' })).toHaveAttribute('href', new URL('/other', site.address).href);
    });
    await test.step('what was typed into the page stays there', async () => {
      const originals = await readdir(join(app.library, 'originals'));
      const kept = await Promise.all(originals.map((name) => readFile(join(app.library, 'originals', name), 'utf8')));
      expect(kept.join()).toContain('What a script brought');
      expect(kept.join()).not.toContain('typed by hand');
    });
    await test.step('changed, it is a new version', async () => {
      expect(await save(popup, site.address)).toMatchObject({ ok: true, kind: 'same' });
      site.say('The fleet left the strait at one.');
      await tab.reload();
      expect(await save(popup, site.address)).toMatchObject({ ok: true, kind: 'version' });
      await expect(app.page.getByRole('main').getByRole('article')).toContainText('The fleet left the strait at one.');
    });
    await test.step('closed, Lectern is missed, and found again where it then is', async () => {
      await app.close();
      // Beside this test another Lectern may be there, which does not know this browser.
      expect((await save(popup, site.address)).reason).toMatch(/^not-(?:running|paired)$/);
      await app.open();
      await expect.poll(async () => (await save(popup, site.address)).ok).toBe(true);
    });
  } finally {
    await context.close();
    site.server.close();
  }
});
