import { existsSync } from 'node:fs';
import { cp, readFile, readdir, stat, truncate, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArticleSummary, summariseArticle } from '../../core/article/summary.ts';
import { succeed } from '../../core/base/result.ts';
import type { LibraryStore } from '../../core/library/ports.ts';
import { machineFileSystem } from './file-system.ts';
import type { OpenStore } from './open-store.ts';
import { listArticles, makeScratchFolder, openForTest, sampleArticle, sampleHighlight } from './testing/fixtures.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
let cacheFolder: string;
let read: string[];
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
  cacheFolder = join(scratch.folder, 'cache', 'lectern');
  read = [];
});
afterEach(() => scratch.remove());

/** A disk that notes which documents are read. */
const files = {
  ...machineFileSystem,
  readFile(path: string) {
    if (path.startsWith(join(folder, 'articles'))) read.push(path);
    return machineFileSystem.readFile(path);
  },
};
const open = (options: Parameters<typeof openForTest>[1] = {}): Promise<OpenStore> => openForTest(folder, { cacheFolder, files, wait: async () => undefined, ...options });
const byId = (a: ArticleSummary, b: ArticleSummary) => (a.id < b.id ? -1 : 1);
const listed = async (store: LibraryStore) => (await store.listSummaries()).summaries.toSorted(byId);

async function catalogPath(): Promise<string> {
  const [library = ''] = await readdir(cacheFolder);
  return join(cacheFolder, library, 'catalog.json');
}

async function makeLibrary(count: number) {
  const articles = Array.from({ length: count }, (_, index) => ({ ...sampleArticle(`Article ${index}`), highlights: [sampleHighlight('A note')] }));
  const { store, close } = await open();
  await Promise.all(articles.map((article) => store.createArticle(article)));
  await store.listSummaries();
  await close(2_000);
  read.length = 0;
  return articles.map(summariseArticle).sort(byId);
}

describe('a library with a catalog', () => {
  it('is listed without a document being read', async () => {
    const summaries = await makeLibrary(12);
    const { store } = await open();
    expect(await listed(store)).toEqual(summaries);
    expect(read).toEqual([]);
  });

  it('reads those documents alone that changed while it was closed', async () => {
    const [first] = await makeLibrary(5);
    const path = join(folder, 'articles', `${first?.id}.json`);
    await writeFile(path, (await readFile(path, 'utf8')).replace(`"${first?.title}"`, '"Renamed"').replace(/"sha256": "\w+"/, '"sha256": null'));
    const { store } = await open();
    expect((await listed(store)).map(({ title }) => title)).toContain('Renamed');
    expect(read).toEqual([path]);
  });

  it('keeps it for this account alone, outside the library', async () => {
    await makeLibrary(1);
    expect((await stat(cacheFolder)).mode & 0o777).toBe(0o700);
    expect((await stat(await catalogPath())).mode & 0o777).toBe(0o600);
    expect((await readdir(folder, { recursive: true })).filter((name) => name.includes('catalog'))).toEqual([]);
  });

  it.each([
    ['missing', (path: string) => unlink(path)],
    ['empty', (path: string) => truncate(path, 0)],
    ['cut short', async (path: string) => truncate(path, (await stat(path)).size - 3)],
    ['altered in one letter', async (path: string) => writeFile(path, (await readFile(path, 'utf8')).replace('Article 1', 'Article 7'))],
    ['of another format', async (path: string) => writeFile(path, (await readFile(path, 'utf8')).replace('"format":2', '"format":1'))],
    ['of summaries of another shape', async (path: string) => writeFile(path, (await readFile(path, 'utf8')).replace('binnedAt', 'trashedAt'))],
    ['not JSON', (path: string) => writeFile(path, 'hello')],
  ])('makes it anew from the documents when it is %s', async (_, spoil) => {
    const summaries = await makeLibrary(3);
    await spoil(await catalogPath());
    const { store, close } = await open();
    expect(await listed(store)).toEqual(summaries);
    expect(read).toHaveLength(3);
    await close(2_000);
    read.length = 0;
    expect(await listed((await open()).store)).toEqual(summaries);
    expect(read).toEqual([]);
  });

  it('does without one where it can’t be kept', async () => {
    await writeFile(join(scratch.folder, 'cache'), 'a file where a folder should be');
    const summaries = await makeLibrary(2);
    expect(await listed((await open()).store)).toEqual(summaries);
  });

  it('leaves no trace when it is only read', async () => {
    const summaries = await makeLibrary(2);
    await unlink(await catalogPath());
    const { store, close } = await open({ mode: 'read' });
    expect(await listed(store)).toEqual(summaries);
    await close(2_000);
    expect(existsSync(await catalogPath())).toBe(false);
  });

  it('does not take the catalog of a copy for its own', async () => {
    const summaries = await makeLibrary(2);
    const copy = join(scratch.folder, 'Copy');
    await cp(folder, copy, { recursive: true });
    await unlink(join(copy, 'articles', `${summaries[0]?.id}.json`));
    const { store } = await openForTest(copy, { cacheFolder, door: 'serve' });
    expect(await listed(store)).toEqual(summaries.slice(1));
  });

  it('tells how far the making of it has come', async () => {
    const summaries = await makeLibrary(230);
    await unlink(await catalogPath());
    const { store } = await open({ door: 'serve' });
    const told: unknown[] = [];
    store.listen((event) => told.push(event));
    expect(await listed(store)).toHaveLength(summaries.length);
    expect(told).toEqual([0, 100, 200, 230].map((done) => ({ kind: 'library-reading', done, total: 230 })));
  });
});

describe('the catalog', () => {
  it('is what the documents would give, after any edits and however often the library is opened again', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('create' as const) }),
      fc.record({ kind: fc.constant('change' as const), at: fc.nat(9), title: fc.string({ minLength: 1 }), note: fc.string() }),
      fc.record({ kind: fc.constant('reopen' as const) }),
    );
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.nat(), async (steps, run) => {
      const library = join(scratch.folder, `library-${run}`);
      const openIt = () => openForTest(library, { cacheFolder, door: 'serve' });
      let opened = await openIt();
      for (const each of steps) {
        const { summaries } = await opened.store.listSummaries();
        const target = each.kind === 'change' ? summaries[each.at % Math.max(1, summaries.length)] : undefined;
        if (each.kind === 'create') await opened.store.createArticle(sampleArticle());
        if (each.kind === 'change' && target) await opened.store.updateArticle(target.id, (article) => succeed({ next: { ...article, title: each.title, highlights: [...article.highlights, sampleHighlight(each.note)] }, answer: null }));
        if (each.kind !== 'reopen') continue;
        await opened.close(2_000);
        opened = await openIt();
      }
      const inCatalog = await listed(opened.store);
      await opened.close(2_000);
      const fresh = await openForTest(library, { mode: 'read' });
      expect(inCatalog).toEqual((await listArticles(fresh.store)).articles.map(summariseArticle).sort(byId));
    }), { numRuns: 40 });
  });
});
