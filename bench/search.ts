import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectContent } from '../core/article/projection.ts';
import { type Library, makeLibrary } from '../core/library/library.ts';
import { machineChance, machineClock } from '../host/machine.ts';
import { makeSearch, type Search } from '../host/search/search.ts';
import { openStore } from '../host/store/open-store.ts';
import type { Bench, Figure } from './figure.ts';
import { generateLibrary } from './generate-library.ts';
import { makeVocabulary, type PickWord } from './generate-text.ts';
import { measureLateness } from './lateness.ts';
import { median } from './measure.ts';
import { makeRandom, type Random } from './random.ts';
import { type Baseline, makeFtsBaseline, makeMiniSearchBaseline, type PlainQuery, type SearchedDocument } from './search-baselines.ts';

const SIZE = 10_000;
const QUICK_SIZE = 1_000;
const VOCABULARY = 30_000;
const QUERIES = 60;
const ROUNDS_AT_MOST = 5;
/** As many as the window asks for. */
const HITS = 25;
const P95_GOAL_MS = 50;
const SHARE_GOAL = 0.5;
const READY_GOAL_MS = 100;
const UPDATE_GOAL_MS = 20;
const HELD_GOAL_MS = 50;
const kinds = ['one word', 'three words', 'prefix', 'phrase'] as const;
const dist = new URL('../dist/node/', import.meta.url);

type Opened = { readonly library: Library; readonly search: Search; close(): Promise<void> };

async function openLibrary(folder: string, cacheFolder: string): Promise<Opened> {
  const opened = await openStore({ folder, shownAs: folder, door: 'serve', mode: 'write', clock: machineClock, chance: machineChance, cacheFolder, threads: { workerUrl: new URL('look-worker.js', dist), log: console.error } });
  if (!opened.ok) throw new Error(opened.fault.code);
  const search = makeSearch({ file: join(cacheFolder, 'search.sqlite'), workerUrl: new URL('search-worker.js', dist), log: console.error });
  const importer = { parse: () => Promise.reject(new Error('Nothing is imported here.')) };
  const library = makeLibrary({ store: opened.value.store, importer, clock: machineClock, chance: machineChance, search });
  search.follow(library);
  return {
    library, search,
    async close() {
      await search.close();
      await opened.value.close(2_000);
    },
  };
}

/** What a person types, from words and stretches that stand in the library. */
function makeQueries(random: Random, documents: readonly SearchedDocument[], pick: PickWord): readonly PlainQuery[] {
  const stretch = (length: number): readonly string[] => {
    const words = documents[random.between(0, documents.length - 1)]?.text.toLowerCase().match(/[\p{L}]+/gu) ?? [];
    const from = random.between(0, Math.max(0, words.length - length));
    return words.slice(from, from + length);
  };
  const beginning = () => pick(random).slice(0, random.between(3, 5));
  const wordsFor = { 'one word': () => [pick(random)], 'three words': () => Array.from({ length: 3 }, () => pick(random)), prefix: () => [beginning()], phrase: () => stretch(random.between(2, 3)) };
  return kinds.flatMap((kind) => Array.from({ length: QUERIES }, () => ({ kind, words: wordsFor[kind]() })));
}

const written = ({ kind, words }: PlainQuery): string => (kind === 'phrase' ? `"${words.join(' ')}"` : `${words.join(' ')}${kind === 'prefix' ? '*' : ''}`);

async function findOurs(library: Library, query: string, isComplete = false): Promise<number> {
  const found = await library.find({ query, limit: HITS, offset: 0, isComplete });
  if (!found.ok) throw new Error(found.fault.code);
  return found.value.total;
}

async function timed(task: () => unknown): Promise<number> {
  const started = performance.now();
  await task();
  return performance.now() - started;
}

const percentile = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

type Ways = Readonly<Record<'ours' | 'fts' | 'mini', (query: PlainQuery) => unknown>>;
type Times = Readonly<Record<keyof Ways, number[]>>;

/**
 * Every query by every way in turn, round by round, after one round that does not count. All are asked the same words of
 * the same articles, say how many match and show a page of as many, the best first, with what surrounds a hit. Lectern
 * parses what was typed, goes to its worker and back, leaves out the bin and marks every hit in up to four snippets;
 * the others answer in this thread, with one snippet. Nobody keeps answers from one round to the next.
 */
async function measureQueries(ways: Ways, queries: readonly PlainQuery[], rounds: number): Promise<Times> {
  const times: Times = { ours: [], fts: [], mini: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const query of queries) {
      const taken = { ours: await timed(() => ways.ours(query)), fts: await timed(() => ways.fts(query)), mini: await timed(() => ways.mini(query)) };
      if (round > 0) for (const way of ['ours', 'fts', 'mini'] as const) times[way].push(taken[way]);
    }
  }
  return times;
}

function figuresOf(kind: string, { ours, fts, mini }: Times): readonly Figure[] {
  const against = [[fts, 'FTS5 that stores the texts'], [mini, 'minisearch']] as const;
  return against.flatMap(([theirs, name]) => [
    { figure: `search, ${kind}, p50`, value: percentile(ours, 0.5), unit: 'ms' as const, baseline: percentile(theirs, 0.5), against: name, goal: null },
    { figure: `search, ${kind}, p95`, value: percentile(ours, 0.95), unit: 'ms' as const, baseline: percentile(theirs, 0.95), against: name, goal: Math.min(P95_GOAL_MS, SHARE_GOAL * percentile(theirs, 0.95)) },
  ]);
}

async function readDocuments(library: Library): Promise<readonly SearchedDocument[]> {
  const overview = await library.overview();
  if (!overview.ok) throw new Error(overview.fault.code);
  const documents: SearchedDocument[] = [];
  for (const { id } of overview.value.articles) {
    const opened = await library.open(id);
    if (!opened.ok) throw new Error(opened.fault.code);
    const { article, content } = opened.value;
    documents.push({ id, title: article.title, text: projectContent(content).text, notes: article.highlights.map(({ note }) => note).join('\n'), quotes: article.highlights.map(({ anchor }) => anchor.exact).join('\n') });
  }
  return documents;
}

/** How long the index takes to be made, and for how long at a time the main thread is held by it. */
async function measureBuilding(folder: string, cacheFolder: string): Promise<readonly Figure[]> {
  const { library, search, close } = await openLibrary(folder, cacheFolder);
  await library.overview();
  const lateness = measureLateness();
  search.start();
  const builtMs = await timed(() => findOurs(library, 'alliance', true));
  const { longestMs } = lateness.stop();
  await close();
  return [{ figure: 'index made, main thread held at most', value: longestMs, unit: 'ms', baseline: builtMs, against: 'the making of the whole index', goal: HELD_GOAL_MS }];
}

/** From the start of the app's search to its first answer, and the list meanwhile. */
async function measureStart(folder: string, cacheFolder: string, rounds: number): Promise<readonly Figure[]> {
  const [ready, list]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const { library, search, close } = await openLibrary(folder, cacheFolder);
    const listed = timed(() => library.overview());
    const answered = timed(async () => {
      search.start();
      await findOurs(library, 'xylophonist');
    });
    const [listMs, readyMs] = await Promise.all([listed, answered]);
    await close();
    if (round === 0) continue;
    list.push(listMs);
    ready.push(readyMs);
  }
  return [{ figure: 'index ready after start', value: median(ready), unit: 'ms', baseline: median(list), against: 'the list, loaded at the same time', goal: READY_GOAL_MS }];
}

/** From a note that is saved until it is found. */
async function measureUpdate(library: Library, documents: readonly SearchedDocument[], rounds: number): Promise<Figure> {
  const [found, empty]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds * 3; round += 1) {
    const document = documents[round * 7];
    const overview = await library.overview();
    const articleId = overview.ok ? overview.value.articles.find(({ id }) => id === document?.id)?.id : undefined;
    if (!articleId) throw new Error('There is no such article.');
    const word = `uniqueword${'abcdefghijklmnopqrstuvwxyz'[round % 26] ?? ''}${process.pid}`;
    const edited = await library.edit([{ kind: 'summarise-article', articleId, summary: `The summary has ${word} in it.` }]);
    if (!edited.ok) throw new Error(edited.fault.code);
    const taken = await timed(async () => {
      if ((await findOurs(library, word, true)) !== 1) throw new Error(`${word} was not found.`);
    });
    if (round > 0) found.push(taken);
    empty.push(await timed(() => findOurs(library, 'xylophonist', true)));
  }
  return { figure: 'one document updated and found', value: median(found), unit: 'ms', baseline: median(empty), against: 'finding nothing', goal: UPDATE_GOAL_MS };
}

/** What an index takes on the disk, with what is not in its main file yet. */
async function sizeOf(file: string): Promise<number> {
  const sizes = await Promise.all(['', '-wal'].map((ending) => stat(file + ending).then(({ size }) => size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}

async function makeBaselines(folder: string, documents: readonly SearchedDocument[]): Promise<{ fts: Baseline; mini: Baseline }> {
  await mkdir(folder, { recursive: true });
  return { fts: makeFtsBaseline(join(folder, 'fts.sqlite'), documents), mini: makeMiniSearchBaseline(documents) };
}

/** Search as the window does it, snippets and all, beside FTS5 that stores the texts and minisearch, on the same queries. */
export const search: Bench = async ({ rounds: wanted, folder, tell, isQuick }) => {
  const rounds = Math.min(wanted, ROUNDS_AT_MOST);
  const size = isQuick ? QUICK_SIZE : SIZE;
  const random = makeRandom(size);
  const { pick } = makeVocabulary(random, VOCABULARY);
  const cacheFolder = join(folder, 'cache');
  tell(`a library of ${size} articles with ${size * 10} highlights: making it …`);
  const { library: place } = await generateLibrary(folder, size, pick);
  tell('making the index …');
  const building = await measureBuilding(place, cacheFolder);
  tell('starting …');
  const starting = await measureStart(place, cacheFolder, rounds);
  const { library, close } = await openLibrary(place, cacheFolder);
  const documents = await readDocuments(library);
  await findOurs(library, 'alliance', true);
  const update = await measureUpdate(library, documents, rounds);
  tell('making the index of FTS5 and of minisearch …');
  const { fts, mini } = await makeBaselines(join(folder, 'baselines'), documents);
  const ways: Ways = { ours: (query) => findOurs(library, written(query)), fts: (query) => fts.find(query, HITS), mini: (query) => mini.find(query, HITS) };
  const figures: Figure[] = [];
  for (const kind of kinds) {
    tell(`finding: ${kind} …`);
    figures.push(...figuresOf(kind, await measureQueries(ways, makeQueries(random, documents, pick).filter((query) => query.kind === kind), rounds)));
  }
  await close();
  const onDisk: Figure = { figure: 'index on the disk', value: await sizeOf(join(cacheFolder, 'search.sqlite')), unit: 'kB', baseline: await sizeOf(join(folder, 'baselines', 'fts.sqlite')), against: 'FTS5 that stores the texts', goal: null };
  return [...figures, ...starting, update, ...building, onDisk];
};
