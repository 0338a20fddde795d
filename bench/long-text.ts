import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { BenchOptions, Figure } from './figure.ts';
import { generateLongArticle, serveWrapped, writeLibrary } from './long-article.ts';
import { median, measurePair } from './measure.ts';
import { newPage, timeFrame, withApp } from './page-frames.ts';

const LONG = { words: 100_000, highlights: 2_000 } as const;
const SHORT = { words: 10_000, highlights: 200 } as const;
const LONGEST = { words: 1_000_000, highlights: 1_000 } as const;
const WRAPPED = 'all of it drawn, then the same ranges wrapped by surroundContents';

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

type Places = { readonly page: Page; readonly other: Page };

/** A library with those articles, open in the app, beside the page that wraps. */
async function withLongArticles<T>({ folder }: BenchOptions, sizes: readonly { words: number; highlights: number }[], work: (places: Places) => Promise<T>): Promise<T> {
  const articles = [{ words: 1_000, highlights: 20 }, ...sizes].map((size, index) => generateLongArticle(index, size));
  const library = await mkdtemp(join(folder, 'long-'));
  await writeLibrary(library, articles);
  const wrapped = await serveWrapped(articles);
  try {
    return await withApp(library, async (page, browser) => work({ page, other: await newPage(browser, wrapped.address) }));
  } finally {
    wrapped.stop();
  }
}

/** How long an article of 100,000 words with 2,000 highlights takes to its first screen, and one of a million. */
export function measureOpening(options: BenchOptions): Promise<readonly Figure[]> {
  const { rounds, tell } = options;
  tell('opening long articles …');
  return withLongArticles(options, [SHORT, LONG, LONGEST], async ({ page, other }) => {
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
  });
}

const SELECT = `
  const scroller = document.querySelector('[data-scroller]').getBoundingClientRect();
  const leaf = [...document.querySelectorAll('main p [data-leaf]')].find((each) => each.getBoundingClientRect().top > scroller.top + 40 && !each.querySelector('mark')) ?? document.querySelector('main p [data-leaf]');
  const text = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT).nextNode();
  const range = document.createRange();
  range.setStart(text, 0); range.setEnd(text, Math.min(24, text.length));
  document.getSelection().removeAllRanges(); document.getSelection().addRange(range);
  document.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));`;
const HIGHLIGHT = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true }));";
const CHOOSE = `
  const marks = [...document.querySelectorAll('main mark')].filter((mark) => { const box = mark.getBoundingClientRect(); return box.top > 60 && box.bottom < innerHeight; });
  marks[Math.floor(Math.random() * marks.length)].click();`;
const TYPE = "document.execCommand('insertText', false, 'a word ');";

/** In an article of 100,000 words with 2,000 highlights: the frame after a highlight is made, a mark is clicked, a word is typed. */
export function measureEditing(options: BenchOptions): Promise<readonly Figure[]> {
  const { rounds, tell } = options;
  tell('editing a long article …');
  return withLongArticles(options, [LONG], async ({ page }) => {
    await openAnew(page, LONG.words);
    await page.waitForFunction(() => document.querySelectorAll('[data-chunk]:empty').length === 0);
    const measureFrames = async (act: string, prepare: () => Promise<void>) => {
      const frames = [];
      for (let round = 0; round <= rounds; round += 1) {
        await prepare();
        const frame = await timeFrame(page, act);
        if (round > 0) frames.push(frame);
      }
      return { value: median(frames.map(({ frame }) => frame)), baseline: median(frames.map(({ empty }) => empty)), leaves: Math.max(...frames.map(({ leaves }) => leaves)) };
    };
    const added = await measureFrames(HIGHLIGHT, async () => {
      await page.evaluate((source) => new Function(source)(), SELECT);
      await page.waitForTimeout(300);
    });
    const chosen = await measureFrames(CHOOSE, () => page.waitForTimeout(300));
    await page.keyboard.press('n');
    await page.locator('aside textarea').waitFor();
    const typed = await measureFrames(TYPE, () => page.waitForTimeout(100));
    const against = 'a frame with nothing to do';
    return [
      { figure: `add a highlight, until it is drawn (${added.leaves} leaves touched)`, value: added.value, baseline: added.baseline, unit: 'ms', against, goal: 30 },
      { figure: 'click on a highlight, until its card is chosen', value: chosen.value, baseline: chosen.baseline, unit: 'ms', against, goal: 50 },
      { figure: 'type a word in a note', value: typed.value, baseline: typed.baseline, unit: 'ms', against, goal: 50 },
    ];
  });
}
