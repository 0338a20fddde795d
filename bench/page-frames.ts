import { type Browser, chromium, type Page } from '@playwright/test';
import { serve } from '../e2e/serve.ts';
import { findChromium } from '../scripts/chromium.js';

const LIMIT_MS = 120_000;

/** An address in a page of its own. */
export async function newPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  await page.goto(address);
  return page;
}

/** A library open in the app, as the browser shows it. */
export async function withApp<T>(library: string, work: (page: Page, browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium to measure with. Run npm test once, or set LECTERN_CHROMIUM.');
  const [server, browser] = await Promise.all([serve(library), chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-background-networking'] })]);
  try {
    const page = await newPage(browser, server.address);
    await page.locator('[data-row]').first().waitFor();
    await page.waitForTimeout(2_000);
    return await work(page, browser);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** A frame with nothing to do in it, and one with the work that `act` begins: from its beginning until the frame is drawn, in milliseconds. */
export async function timeFrame(page: Page, act: string): Promise<{ frame: number; empty: number; leaves: number }> {
  return page.evaluate(async (source) => {
    const drawn = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    const act = new Function(source);
    await drawn();
    const before = performance.now();
    await drawn();
    const empty = performance.now() - before;
    const touched = new Set<Element>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const leaf = (target instanceof Element ? target : target.parentElement)?.closest('[data-leaf]');
        if (leaf) touched.add(leaf);
      }
    });
    observer.observe(document.querySelector('main') ?? document.body, { childList: true, characterData: true, attributes: true, subtree: true });
    const started = performance.now();
    act();
    await drawn();
    const frame = performance.now() - started;
    observer.disconnect();
    return { frame, empty, leaves: touched.size };
  }, act);
}
