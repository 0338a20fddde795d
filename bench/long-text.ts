import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { serve } from '../e2e/serve.ts';
import { findChromium } from '../scripts/chromium.js';
import type { BenchOptions, Figure } from './figure.ts';
import { generateLongArticle, serveWrapped, writeLibrary } from './long-article.ts';
import { median, measurePair } from './measure.ts';

const LIMIT_MS = 120_000;
const LONG = { words: 100_000, highlights: 2_000 } as const;
const SHORT = { words: 10_000, highlights: 200 } as const;
const LONGEST = { words: 1_000_000, highlights: 1_000 } as const;
const WRAPPED = 'all of it drawn, then the same ranges wrapped by surroundContents';

async function newPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  await page.goto(address);
  return page;
}

/** From the click on an article in the list until the frame is drawn that shows its text with highlights. */
function timeToOpen(page: Page, title: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const row = [...document.querySelectorAll<HTMLElement>('[data-row]')].find((each) => each.textContent.includes(wanted));
    if (!row) throw new Error(`There is no row "${wanted}".`);
    const started = performance.now();
    row.click();
    const isShown = () => document.querySelector('main h1')?.textContent === wanted && document.querySelector('main mark') !== null;
    while (!isShown()) await new Promise((done) => requestAnimationFrame(done));
    return new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - started), 0)));
  }, title);
}

/** The same for the page that wraps. */
function timeToWrap(page: Page, words: number): Promise<number> {
  return page.evaluate(async (wanted) => {
    const started = performance.now();
    await (globalThis as unknown as { open(words: number): Promise<void> }).open(wanted);
    return new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - started), 0)));
  }, words);
}

/** Opens an article between two others, so that each opening is a whole one. */
async function openAnew(page: Page, words: number): Promise<number> {
  await timeToOpen(page, '1000 words');
  await page.waitForTimeout(300);
  const ms = await timeToOpen(page, `${words} words`);
  await page.waitForTimeout(500);
  return ms;
}

/** How long an article of 100,000 words with 2,000 highlights takes to its first screen, and one of a million. */
export async function measureOpening({ folder, rounds, tell }: BenchOptions): Promise<readonly Figure[]> {
  tell('opening long articles …');
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium to measure with. Run npm test once, or set LECTERN_CHROMIUM.');
  const articles = [{ words: 1_000, highlights: 20 }, SHORT, LONG, LONGEST].map((size, index) => generateLongArticle(index, size));
  const library = await mkdtemp(join(folder, 'long-'));
  await writeLibrary(library, articles);
  const [server, wrapped, browser] = await Promise.all([serve(library), serveWrapped(articles), chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-background-networking'] })]);
  try {
    const page = await newPage(browser, server.address);
    await page.locator('[data-row]').first().waitFor();
    await page.waitForTimeout(2_000);
    const other = await newPage(browser, wrapped.address);
    const opened = await measurePair({ subject: () => openAnew(page, LONG.words), baseline: () => timeToWrap(other, LONG.words) }, rounds);
    const [short, longest]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      short.push(await openAnew(page, SHORT.words));
      longest.push(await openAnew(page, LONGEST.words));
    }
    return [
      { figure: 'first screen, 100,000 words, 2,000 highlights', ...opened, unit: 'ms', against: WRAPPED, goal: opened.baseline * 0.5 },
      { figure: 'first screen, 1,000,000 words, 1,000 highlights', value: median(longest), baseline: median(short), unit: 'ms', against: 'the same of 10,000 words, 200 highlights', goal: median(short) * 3 },
    ];
  } finally {
    await browser.close();
    wrapped.stop();
    await server.stop();
  }
}
