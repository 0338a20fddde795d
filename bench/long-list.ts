import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { sha256 } from '../host/store/canonical-json.ts';
import { encodeDocument } from '../host/store/document-format.ts';
import { articleRef } from '../host/store/document-refs.ts';
import type { BenchOptions, Figure } from './figure.ts';
import { generateArticle, generateContent } from './generate-article.ts';
import { makeParagraphs } from './generate-text.ts';
import { median } from './measure.ts';
import { timeFrame, withApp } from './page-frames.ts';
import { makeRandom } from './random.ts';

const COUNT = 10_000;
const TITLE_WORDS = 8;
/** No frame may be held longer. */
const GOAL_MS = 50;

/** A library of so many articles with titles of their own; all have the same short text. */
async function writeManyArticles(library: string, count: number): Promise<void> {
  const random = makeRandom(count);
  const text = `${JSON.stringify(generateContent(random, 60))}\n`;
  for (const name of ['articles', 'content', 'originals']) await mkdir(join(library, name), { recursive: true });
  await writeFile(join(library, 'content', `${sha256(text)}.json`), text);
  for (let index = 0; index < count; index += 1) {
    const article = { ...generateArticle(random, index, { content: sha256(text), wordCount: 60 }), title: makeParagraphs(random, TITLE_WORDS).join(' ') };
    await writeFile(join(library, 'articles', `${article.id}.json`), encodeDocument(articleRef(article.id), { rev: 1, value: article }));
  }
}

type Longest = { readonly frame: number; readonly empty: number };

/** How long the page was held at most by anything that took over 50 ms, since this was last asked; 0 where nothing did. */
function longestHold(page: Page): Promise<number> {
  return page.evaluate(() => {
    const kept = globalThis as unknown as { holds?: number[] };
    const longest = Math.max(0, ...(kept.holds ?? []));
    if (kept.holds) kept.holds.length = 0;
    else {
      const holds: number[] = (kept.holds = []);
      new PerformanceObserver((list) => holds.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
    }
    return longest;
  });
}

/** The longest frame of those acts, one after another, or of what they lead to; and the median of the frames before them, in which nothing was to do. */
async function longestFrame(page: Page, acts: readonly string[]): Promise<Longest> {
  const frames = [];
  let held = 0;
  await longestHold(page);
  for (const act of acts) {
    frames.push(await timeFrame(page, act));
    await page.waitForTimeout(150);
    held = Math.max(held, await longestHold(page));
  }
  return { frame: Math.max(held, ...frames.map(({ frame }) => frame)), empty: median(frames.map(({ empty }) => empty)) };
}

const typed = (word: string) => [...word].map((letter) => `document.execCommand('insertText', false, '${letter}');`);
const OPEN_PALETTE = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }));";
const SCROLL = "document.querySelector('[role=grid]').parentElement.scrollBy(0, 700);";
const JUMP = "document.querySelector('[role=grid]').parentElement.scrollBy(0, 100000);";
const WORD = 'strait';

async function usePalette(page: Page): Promise<Longest> {
  const opened = await longestFrame(page, [OPEN_PALETTE]);
  await page.getByRole('combobox').waitFor();
  const written = await longestFrame(page, typed(WORD));
  await page.keyboard.press('Escape');
  return { frame: Math.max(opened.frame, written.frame), empty: written.empty };
}

async function useFilter(page: Page): Promise<Longest> {
  await page.getByRole('searchbox').first().focus();
  const written = await longestFrame(page, typed(WORD));
  await page.getByRole('searchbox').first().fill('');
  await page.waitForTimeout(300);
  return written;
}

async function scrollTable(page: Page): Promise<Longest> {
  await page.keyboard.press('Control+Shift+K');
  await page.getByRole('grid').waitFor();
  await page.waitForTimeout(300);
  const scrolled = await longestFrame(page, [...Array.from({ length: 8 }, () => SCROLL), JUMP, SCROLL]);
  await page.keyboard.press('Control+Shift+K');
  await page.getByRole('grid').waitFor({ state: 'detached' });
  return scrolled;
}

/** In a library of 10,000 articles: the longest frame while the palette is opened and typed in, the list is searched, the table is scrolled. */
export async function measureLists({ folder, rounds, tell }: BenchOptions): Promise<readonly Figure[]> {
  tell(`going through ${COUNT} articles …`);
  const library = await mkdtemp(join(folder, 'many-'));
  await writeManyArticles(library, COUNT);
  return withApp(library, async (page) => {
    const figures: Figure[] = [];
    for (const [figure, act] of [['open the palette and type in it', usePalette], ['type in the search field', useFilter], ['scroll the table', scrollTable]] as const) {
      const runs: Longest[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const run = await act(page);
        if (round > 0) runs.push(run);
      }
      figures.push({ figure: `${COUNT} articles: ${figure}, longest frame`, value: median(runs.map(({ frame }) => frame)), baseline: median(runs.map(({ empty }) => empty)), unit: 'ms', against: 'a frame with nothing to do', goal: GOAL_MS });
    }
    return figures;
  });
}
