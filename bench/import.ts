import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bench, Figure } from './figure.ts';
import { measurePair, runNode } from './measure.ts';
import { type CorpusPage, pagesFolder, readCorpora, readPage } from './page-corpora.ts';
import { f1OfMeans, meanF1 } from './score-text.ts';
import { type FoundPage, foundPageSchema, isDateWrong, isNameWrong, isTitleWrong, readDeclared, scorePage } from './score-pages.ts';

const program = join(import.meta.dirname, 'read-pages.ts');
const AGAINST = 'Readability with jsdom';
const ROUNDS_AT_MOST = 5;
const READ_LIMIT_MS = 600_000;
/** Odd, so that both halves of the news pages are in it. */
const QUICK_STEP = 5;

const outputSchema = z.object({ ms: z.number(), count: z.number(), peakKb: z.number() });
type Way = 'ours' | 'jsdom';

async function runWay(way: Way, list: string, output = ''): Promise<z.infer<typeof outputSchema>> {
  const { stdout } = await runNode(['--disable-warning=ExperimentalWarning', program, way, list, output], READ_LIMIT_MS);
  return outputSchema.parse(JSON.parse(stdout));
}

const lost = (f1: number) => 100 * (1 - f1);

type Read = { readonly pages: readonly CorpusPage[]; readonly ours: readonly FoundPage[]; readonly jsdom: readonly FoundPage[] };

function textFigures({ pages, ours, jsdom }: Read): readonly Figure[] {
  const scores = (found: readonly FoundPage[], isWanted: (page: CorpusPage) => boolean) => pages.flatMap((page, index) => (isWanted(page) ? [scorePage(page, found[index] ?? null)] : []));
  const shared = { unit: '%', against: AGAINST } as const;
  const row = (figure: string, of: typeof meanF1, { goal, isWanted }: { goal: number | null; isWanted: (page: CorpusPage) => boolean }): Figure =>
    ({ figure, value: lost(of(scores(ours, isWanted))), baseline: lost(of(scores(jsdom, isWanted))), goal, ...shared });
  const isNews = (page: CorpusPage) => page.corpus === 'news';
  return [
    row('news: text lost or surplus (1 − F1), mean of the pages', meanF1, { goal: lost(0.968), isWanted: isNews }),
    row('news: the same, by the benchmark’s own sum', f1OfMeans, { goal: null, isWanted: isNews }),
    row('news: the same, the half that no rule was made from', f1OfMeans, { goal: null, isWanted: (page) => page.isHeldOut }),
    row('web: words lost or surplus (1 − F1), mean of the pages', meanF1, { goal: lost(0.99), isWanted: (page) => page.corpus === 'web' }),
  ];
}

async function detailFigures({ pages, ours, jsdom }: Read): Promise<readonly Figure[]> {
  const declared = await Promise.all(pages.map(async (page) => page.declared ?? readDeclared(await readPage(page))));
  const rules = [['title', isTitleWrong], ['byline', isNameWrong], ['date', isDateWrong]] as const;
  return (['news', 'web'] as const).flatMap((corpus) => rules.map(([name, isWrong]): Figure => {
    const asked = pages.flatMap((page, index) => (page.corpus === corpus && isWrong.wanted(declared[index] ?? null) !== null ? [index] : []));
    const share = (found: readonly FoundPage[]) => (100 * asked.filter((index) => isWrong.of(found[index] ?? null, declared[index] ?? null)).length) / Math.max(1, asked.length);
    return { figure: `${corpus}: ${name} other than the page says (${asked.length} pages)`, value: share(ours), baseline: share(jsdom), unit: '%', against: AGAINST, goal: null };
  }));
}

async function readFound(file: string): Promise<readonly FoundPage[]> {
  return (await readFile(file, 'utf8')).trimEnd().split('\n').map((line) => foundPageSchema.parse(JSON.parse(line)));
}

/** Web pages on real ones: how much of their text is found, what is known of them, how long it takes and in how much memory. */
export const importPages: Bench = async ({ rounds: wanted, isQuick, folder, tell }) => {
  const step = isQuick ? QUICK_STEP : 1;
  const pages = await readCorpora(step);
  if (!pages) {
    tell(`There are no pages to measure on: ${pagesFolder()} has no news-pages and web-pages. Set LECTERN_PAGES to a folder that has.`);
    return [];
  }
  tell(`${pages.length} real pages …`);
  const list = join(folder, 'pages.txt');
  await writeFile(list, pages.map(({ file }) => file).join('\n'));
  const files = { ours: join(folder, 'ours.json'), jsdom: join(folder, 'jsdom.json') };
  const [ours, jsdom] = [await runWay('ours', list, files.ours), await runWay('jsdom', list, files.jsdom)];
  tell('how long it takes …');
  const rounds = Math.min(wanted, ROUNDS_AT_MOST);
  const time = await measurePair({ subject: async () => (await runWay('ours', list)).ms / pages.length, baseline: async () => (await runWay('jsdom', list)).ms / pages.length }, rounds);
  const read: Read = { pages, ours: await readFound(files.ours), jsdom: await readFound(files.jsdom) };
  return [
    ...textFigures(read),
    ...(await detailFigures(read)),
    { figure: 'time for a page', ...time, unit: 'ms', against: AGAINST, goal: 0.5 * time.baseline },
    { figure: 'pages in a second', value: 1_000 / time.value, baseline: 1_000 / time.baseline, unit: 'pages', against: AGAINST, goal: null },
    { figure: 'most memory, all pages in one process', value: ours.peakKb, baseline: jsdom.peakKb, unit: 'kB', against: AGAINST, goal: isQuick ? null : 0.3 * jsdom.peakKb },
  ];
};
