import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { createHighlightId } from '../core/base/ids.ts';
import { createHighlight, type Highlight } from '../core/highlight/highlight.ts';
import { makeRandom } from './random.ts';

// One process: opens a library to its list, saves a highlight in a few articles, and prints what that took as JSON.

const [kind = '', path = '', cacheFolder = '', savesText = '0'] = process.argv.slice(2);
const saves = Number(savesText);
const SETTLED_MS = 1_500;
const random = makeRandom(process.pid);
// The worker as it is shipped.
const workerUrl = new URL('../dist/node/look-worker.js', import.meta.url);

function makeHighlight(): Highlight {
  const anchor = { start: 4, end: 12, exact: 'alliance', prefix: 'the ', suffix: ' of the two' };
  return createHighlight({ anchor, colour: 'yellow', note: 'A note of some length, as an analyst writes it.' }, { id: createHighlightId(Date.now(), random.bytes(10)), now: new Date().toISOString() });
}

/** `takeUp` has an article at hand, as the reader has the one that is open; what it answers saves a highlight in it. */
type Opened = { readonly count: number; settle(): Promise<void>; takeUp(at: number): Promise<() => Promise<void>>; close(): Promise<void> };

async function openOurs(): Promise<() => Promise<Opened>> {
  const [{ openStore }, { machineChance, machineClock }, { succeed }] = await Promise.all([import('../host/store/open-store.ts'), import('../host/machine.ts'), import('../core/base/result.ts')]);
  return async () => {
    const opened = await openStore({ folder: path, shownAs: path, door: 'serve', mode: 'write', clock: machineClock, chance: machineChance, cacheFolder, threads: { workerUrl, log: console.error } });
    if (!opened.ok) throw new Error(opened.fault.code);
    const { store, close } = opened.value;
    const { summaries } = await store.listSummaries();
    return {
      count: summaries.length,
      async takeUp(at) {
        const id = summaries[at]?.id;
        if (!id || !(await store.readArticle(id)).ok) throw new Error('The article was not read.');
        return async () => {
          const saved = await store.updateArticle(id, (article) => succeed({ next: { ...article, highlights: [...article.highlights, makeHighlight()] }, answer: null }));
          if (!saved.ok) throw new Error('The highlight was not saved.');
        };
      },
      settle: () => store.rescan(),
      close: () => close(2_000),
    };
  };
}

async function openUsual(): Promise<() => Promise<Opened>> {
  const [{ Low }, { JSONFile }] = await Promise.all([import('lowdb'), import('lowdb/node')]);
  return async () => {
    const low = new Low(new JSONFile<{ articles: { id: string; title: string; highlights: Highlight[] }[] }>(path), { articles: [] });
    await low.read();
    const list = low.data.articles.map(({ id, title, highlights }) => ({ id, title, count: highlights.length }));
    return {
      count: list.length,
      takeUp: async (at) => async () => {
        low.data.articles[at]?.highlights.push(makeHighlight());
        await low.write();
      },
      settle: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
  };
}

async function openSqlite(): Promise<() => Promise<Opened>> {
  const { loadSqlite, openSqliteLibrary, listSqliteLibrary, takeUpSqliteArticle } = await import('./sqlite-library.ts');
  loadSqlite();
  return async () => {
    const database = openSqliteLibrary(path);
    const list = listSqliteLibrary(database);
    return {
      count: list.length,
      async takeUp(at) {
        const { article, save } = takeUpSqliteArticle(database, list[at]?.id ?? '');
        return async () => {
          article.highlights.push({ ...makeHighlight(), anchor: { start: 4, end: 12, exact: 'alliance', prefix: 'the ', suffix: ' of the two' }, tags: [] });
          save();
        };
      },
      settle: () => Promise.resolve(),
      close: async () => void database.close(),
    };
  };
}

/** What two flushes cost without Lectern: the same bytes under another name, flushed, renamed, and the folder flushed. */
async function openFloor(): Promise<() => Promise<Opened>> {
  const { open, readdir, readFile, rename } = await import('node:fs/promises');
  const folder = join(path, 'articles');
  return async () => {
    const names = await readdir(folder);
    return {
      count: names.length,
      async takeUp(at) {
        const file = join(folder, names[at] ?? '');
        const bytes = await readFile(file);
        return async () => {
          const beside = await open(`${file}.beside`, 'wx', 0o600);
          await beside.write(bytes);
          await beside.sync();
          await beside.close();
          await rename(`${file}.beside`, file);
          const above = await open(folder, 'r');
          await above.sync();
          await above.close();
        };
      },
      settle: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
  };
}

const ways = new Map([['ours', openOurs], ['usual', openUsual], ['sqlite', openSqlite], ['floor', openFloor]]);
const open = await ways.get(kind)?.();
if (!open) throw new Error(`There is no way "${kind}".`);
const started = performance.now();
const opened = await open();
const openMs = performance.now() - started;
const residentKb = process.memoryUsage.rss() / 1024;
// A save is measured when what follows opening, the look at the folder and the tidying of it, is over: as somebody saves who has read a line.
if (saves > 0) {
  await opened.settle();
  await delay(SETTLED_MS);
}
const saveMs: number[] = [];
for (let save = 0; save < saves; save += 1) {
  const saveOne = await opened.takeUp(random.between(0, opened.count - 1));
  const before = performance.now();
  await saveOne();
  saveMs.push(performance.now() - before);
}
await opened.close();
console.log(JSON.stringify({ openMs, residentKb, saveMs, count: opened.count }));
