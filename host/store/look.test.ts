import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../core/article/article.ts';
import type { LibraryEvent } from '../../core/library/events.ts';
import { machineChance, machineClock } from '../machine.ts';
import { encodeDocument } from './document-format.ts';
import { articleRef } from './document-refs.ts';
import { openStore, type OpenStore } from './open-store.ts';
import { leaveFile, sampleArticle } from './testing/fixtures.ts';

const COUNT = 600;
let folder: string;
let articles: readonly Article[];
const pathOf = ({ id }: Article) => join(folder, 'articles', `${id}.json`);
const write = (article: Article, rev = 1) => writeFile(pathOf(article), encodeDocument(articleRef(article.id), { rev, value: article }));

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'lectern-look-')), 'library');
  await open({}).then(({ close }) => close(2_000));
  articles = Array.from({ length: COUNT }, (_, index) => sampleArticle(`Article ${index}`));
  for (const article of articles) await write(article);
});
afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }));

/** As the app opens it: on the machine's own disk, with threads. */
async function open({ cache = 'cache', workerUrl = new URL('look-worker.ts', import.meta.url) }: { cache?: string; workerUrl?: URL }): Promise<OpenStore> {
  const opened = await openStore({ folder, shownAs: folder, door: 'serve', mode: 'write', clock: machineClock, chance: machineChance, cacheFolder: join(folder, '..', cache), threads: { workerUrl, log: () => undefined } });
  if (!opened.ok) throw new Error(opened.fault.code);
  return opened.value;
}

describe('looking at many documents in threads', () => {
  it('lists every article, tells how far it has come, and sets a damaged one aside', async () => {
    const [damaged] = articles.slice(-1);
    if (!damaged) throw new Error('There are no articles.');
    await leaveFile(pathOf(damaged), '{ "kind": "article"');
    const { store, close } = await open({ cache: 'first' });
    const told: LibraryEvent[] = [];
    store.listen((event) => told.push(event));
    const listed = await store.listSummaries();
    await close(2_000);
    expect(listed.summaries.map(({ id }) => id).toSorted()).toEqual(articles.slice(0, -1).map(({ id }) => id).toSorted());
    expect(listed.damaged).toHaveLength(1);
    expect((await readdir(join(folder, 'damaged'))).some((name) => name.startsWith(damaged.id))).toBe(true);
    expect(told.filter(({ kind }) => kind === 'library-reading').at(-1)).toEqual({ kind: 'library-reading', done: COUNT, total: COUNT });
    await write(damaged);
  });

  it('take in what another program changed, removed and brought while the library was closed', async () => {
    const before = await open({});
    await before.store.listSummaries();
    await before.close(2_000);
    const [changed, gone, ...rest] = articles;
    if (!changed || !gone) throw new Error('There are no articles.');
    const brought = sampleArticle('Brought');
    await write({ ...changed, title: 'Changed elsewhere' }, 2);
    await rm(pathOf(gone));
    await write(brought);
    const { store, close } = await open({});
    await store.rescan();
    const { summaries } = await store.listSummaries();
    await close(2_000);
    expect(summaries.find(({ id }) => id === changed.id)?.title).toBe('Changed elsewhere');
    expect(summaries.map(({ id }) => id).toSorted()).toEqual([changed, brought, ...rest].map(({ id }) => id).toSorted());
    await write(gone);
  });

  it('is done without them where they do not start', async () => {
    const { store, close } = await open({ cache: 'no-threads', workerUrl: new URL('no-such-worker.ts', import.meta.url) });
    const { summaries } = await store.listSummaries();
    await close(2_000);
    expect(summaries.length).toBeGreaterThanOrEqual(COUNT);
  });
});
