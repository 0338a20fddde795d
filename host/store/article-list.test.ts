import { existsSync } from 'node:fs';
import { readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Article } from '../../core/article/article.ts';
import { succeed } from '../../core/base/result.ts';
import type { LibraryChange } from '../../core/library/events.ts';
import { encodeDocument } from './document-format.ts';
import { articleRef } from './document-refs.ts';
import { type FileSystem, machineFileSystem } from './file-system.ts';
import { LOCK_NAME } from './lock.ts';
import type { OpenStore } from './open-store.ts';
import { makeScratchFolder, openForTest, sampleArticle } from './testing/fixtures.ts';

const COUNT = 8;
/** No process has it. */
const LEFT_BEHIND = '.99999999-0123456789abcdef.tmp';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
let articles: readonly Article[];
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
  articles = Array.from({ length: COUNT }, (_, index) => sampleArticle(`Article ${index}`));
  const { store, close } = await open('command');
  for (const article of articles) await store.createArticle(article);
  await store.listSummaries();
  await close(2_000);
});
afterEach(() => scratch.remove());

const open = (door: 'command' | 'serve', files: FileSystem = machineFileSystem): Promise<OpenStore> => openForTest(folder, { door, files, cacheFolder: join(scratch.folder, 'cache'), wait: async () => undefined });
const pathOf = ({ id }: Article) => join(folder, 'articles', `${id}.json`);
const listed = async ({ store }: OpenStore) => (await store.listSummaries()).summaries.map(({ title }) => title).sort();
const numbered = (index: number): Article => articles[index] ?? sampleArticle();

/** A disk on which nobody learns what is in articles/ before `release`, whose watchers tell nothing, and what was asked of it. */
function makeHeldDisk() {
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const listings: string[] = [];
  const files: FileSystem = {
    ...machineFileSystem,
    watch: () => () => undefined,
    async readFolder(path) {
      listings.push(path);
      // What it answers is from before it was held up.
      const names = await machineFileSystem.readFolder(path);
      if (path === join(folder, 'articles')) await held;
      return names;
    },
  };
  return { files, listings, release };
}

/** The library as a window opens it, and what it tells from its list on. */
async function openLasting(files: FileSystem = machineFileSystem): Promise<OpenStore & { readonly changes: readonly LibraryChange[] }> {
  const opened = await open('serve', files);
  onTestFinished(() => opened.close(2_000));
  const changes: LibraryChange[] = [];
  opened.store.listen((event) => {
    if (event.kind === 'library-changed') changes.push(event.change);
  });
  return { ...opened, changes };
}

/** One document is replaced, one removed, one brought and one copied by a sync program, and a write was cut short. */
async function changeWhileClosed(): Promise<void> {
  await writeFile(pathOf(numbered(0)), encodeDocument(articleRef(numbered(0).id), { rev: 2, value: { ...numbered(0), title: 'Theirs' } }));
  await unlink(pathOf(numbered(1)));
  const brought = sampleArticle('Brought');
  await writeFile(pathOf(brought), encodeDocument(articleRef(brought.id), { rev: 1, value: brought }));
  await rename(pathOf(numbered(2)), pathOf(numbered(2)).replace('.json', '.sync-conflict-20260101-101010-ABCDEFG.json'));
  await writeFile(join(folder, 'articles', LEFT_BEHIND), '{"kind":');
}
const afterwards = () => [...articles.slice(2).map(({ title }) => title), 'Brought', 'Theirs'];

describe('the list of a library that stays open', () => {
  it('is out before anybody has asked what is in the folder', async () => {
    const disk = makeHeldDisk();
    const library = await openLasting(disk.files);
    expect(await listed(library)).toEqual(articles.map(({ title }) => title));
    expect(disk.listings.filter((path) => path.endsWith('articles'))).toEqual([]);
    disk.release();
  });

  it('tells afterwards what others changed, brought and removed while it was closed', async () => {
    await changeWhileClosed();
    const library = await openLasting();
    expect(await listed(library)).toEqual(articles.map(({ title }) => title));
    await vi.waitFor(async () => expect(await listed(library)).toEqual(afterwards()), 5_000);
    await vi.waitFor(() => expect(library.changes.flatMap(({ gone }) => gone)).toEqual([numbered(1).id]), 5_000);
    expect(new Set(library.changes.flatMap((change) => change.articles.map(({ title }) => title)))).toEqual(new Set(['Theirs', 'Brought', 'Article 2']));
    expect(library.changes.every(({ isOutside }) => isOutside)).toBe(true);
  });

  it('merges copies and sweeps what was cut short once it is out', async () => {
    await changeWhileClosed();
    const library = await openLasting();
    await library.store.listSummaries();
    await vi.waitFor(() => expect(library.changes.flatMap(({ merged }) => merged)).toMatchObject([{ file: articleRef(numbered(2).id).file }]), 5_000);
    await vi.waitFor(() => expect(existsSync(join(folder, 'articles', LEFT_BEHIND))).toBe(false), 5_000);
  });

  it('opens an article that another has changed as it is now, and merges an edit into it', async () => {
    await changeWhileClosed();
    const disk = makeHeldDisk();
    const library = await openLasting(disk.files);
    await library.store.listSummaries();
    expect(await library.store.updateArticle(numbered(0).id, (article) => succeed({ next: { ...article, summary: 'Ours' }, answer: article.title }))).toEqual(succeed('Theirs'));
    disk.release();
    await library.store.rescan();
    expect(JSON.parse(await readFile(pathOf(numbered(0)), 'utf8'))).toMatchObject({ title: 'Theirs', summary: 'Ours' });
  });

  it('shows nothing that was deleted for good while the look at the folder was under way', async () => {
    const disk = makeHeldDisk();
    const library = await openLasting(disk.files);
    await library.store.listSummaries();
    await library.store.updateArticle(numbered(3).id, (article) => succeed({ next: { ...article, binnedAt: '2026-01-01T00:00:00.000Z' }, answer: null }));
    await vi.waitFor(() => expect(disk.listings).toContain(join(folder, 'articles')), 5_000);
    expect(await library.versions.letGo([numbered(3).id])).toEqual(succeed([numbered(3).id]));
    disk.release();
    await library.store.rescan();
    expect(await listed(library)).not.toContain('Article 3');
    expect(library.changes.flatMap((change) => change.articles.map(({ id }) => id))).not.toContain(numbered(3).id);
  });

  it('is given free no sooner than its look at the folder has ended', async () => {
    const disk = makeHeldDisk();
    const library = await openLasting(disk.files);
    await library.store.listSummaries();
    await vi.waitFor(() => expect(disk.listings).toContain(join(folder, 'articles')), 5_000);
    const closing = library.close(60_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await readdir(folder)).toContain(LOCK_NAME);
    disk.release();
    await closing;
    expect(await readdir(folder)).not.toContain(LOCK_NAME);
  });
});

describe('the list that a command asks for', () => {
  it('is true to the folder at once', async () => {
    await changeWhileClosed();
    const library = await open('command');
    onTestFinished(() => library.close(2_000));
    expect(await listed(library)).toEqual(afterwards());
    expect((await readdir(join(folder, 'articles'))).filter((name) => name.includes('sync-conflict') || name === LEFT_BEHIND)).toEqual([]);
  });
});
