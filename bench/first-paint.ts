import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { serve } from '../e2e/serve.ts';
import { findChromium } from '../scripts/chromium.js';
import { lectern, writeSample } from './command-line.ts';
import type { BenchOptions, Figure } from './figure.ts';
import { measurePair } from './measure.ts';

const LIMIT_MS = 60_000;

/** A static page of the same text, on loopback. */
async function serveStatic(paragraphs: readonly string[]): Promise<{ address: string; stop: () => void }> {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Static</title><main>${paragraphs.map((text) => `<p>${escape(text)}</p>`).join('')}</main></html>`;
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The static page has no port.');
  return {
    address: `http://127.0.0.1:${address.port}/`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** From the start of the navigation until a frame with the article's last paragraph has been drawn, in a fresh profile. */
async function timeToText(browser: Browser, address: string, last: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction((text) => document.querySelector('main')?.textContent.includes(text), last, { timeout: LIMIT_MS, polling: 'raf' });
    return await page.evaluate(() => new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0))));
  } finally {
    await context.close();
  }
}

/** How long the browser door takes from navigation to a drawn article, beside a static page of the same text. */
export async function measureFirstPaint({ folder, rounds, tell }: BenchOptions): Promise<readonly Figure[]> {
  tell('open and first paint of the reader …');
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium to measure with. Run npm test once, or set LECTERN_CHROMIUM.');
  const text = await readFile(await writeSample(folder), 'utf8');
  const paragraphs = text.split(/\n\s*\n/).map((part) => part.trim()).filter((part) => part.length > 0);
  const last = paragraphs.filter((part) => part.length > 200).at(-1)?.slice(20, 60) ?? '';
  const library = await mkdtemp(join(folder, 'library-'));
  await lectern(library, 'import', join(folder, 'sample.txt'));
  const [reader, page, browser] = await Promise.all([serve(library), serveStatic(paragraphs), chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })]);
  try {
    const times = await measurePair({ subject: () => timeToText(browser, reader.address, last), baseline: () => timeToText(browser, page.address, last) }, rounds);
    return [{ figure: 'open and first paint of the reader', ...times, unit: 'ms', against: 'a static page of the same text', goal: null }];
  } finally {
    await browser.close();
    page.stop();
    await reader.stop();
  }
}
