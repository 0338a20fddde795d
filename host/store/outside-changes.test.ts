import { mkdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Article } from '../../core/article/article.ts';
import { createTagId } from '../../core/base/ids.ts';
import { succeed } from '../../core/base/result.ts';
import type { LibraryChange, LibraryEvent } from '../../core/library/events.ts';
import { createTag, emptyCodebook } from '../../core/tag/tag.ts';
import { machineChance } from '../machine.ts';
import { encodeDocument } from './document-format.ts';
import { articleRef, codebookRef, settingsRef } from './document-refs.ts';
import { machineFileSystem } from './file-system.ts';
import type { OpenStore } from './open-store.ts';
import { leaveFile, makeScratchFolder, openForTest, sampleArticle } from './testing/fixtures.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
});
afterEach(() => scratch.remove());

const pathOf = ({ id }: Article) => join(folder, 'articles', `${id}.json`);
const bytesOf = (article: Article, rev = 2) => encodeDocument(articleRef(article.id), { rev, value: article });
const unwatched = { ...machineFileSystem, watch: () => () => undefined };

/** Writes as most programs do: a file beside it, then the rename. */
async function replaceOutside(article: Article): Promise<void> {
  const beside = join(folder, 'articles', `.${article.id}.part`);
  await writeFile(beside, bytesOf(article));
  await rename(beside, pathOf(article));
}

/** A library with that many articles, open as a window has it, and what it tells. */
async function openWith(count: number, options: Parameters<typeof openForTest>[1] = {}): Promise<OpenStore & { articles: readonly Article[]; changes: LibraryChange[]; events: LibraryEvent[] }> {
  const opened = await openForTest(folder, { door: 'serve', wait: async () => undefined, ...options });
  onTestFinished(() => opened.close(2_000));
  const articles = Array.from({ length: count }, (_, index) => sampleArticle(`Article ${index}`));
  await Promise.all(articles.map((article) => opened.store.createArticle(article)));
  await opened.store.listSummaries();
  await opened.store.readCodebook();
  await opened.store.readSettings();
  await opened.store.rescan();
  const events: LibraryEvent[] = [];
  const changes: LibraryChange[] = [];
  opened.store.listen((event) => {
    events.push(event);
    if (event.kind === 'library-changed') changes.push(event.change);
  });
  return { ...opened, articles, changes, events };
}

const first = (articles: readonly Article[]): Article => {
  const [article] = articles;
  if (!article) throw new Error('There is no article');
  return article;
};
const titles = async ({ store }: OpenStore) => (await store.listSummaries()).summaries.map(({ title }) => title).sort();

describe('another program', () => {
  it('replaces a document, and it is told', async () => {
    const library = await openWith(3);
    await replaceOutside({ ...first(library.articles), title: 'Theirs' });
    await vi.waitFor(() => expect(library.changes).toMatchObject([{ articles: [{ title: 'Theirs' }], gone: [], tags: null, settings: null, damaged: null }]), 5_000);
    expect(await titles(library)).toEqual(['Article 1', 'Article 2', 'Theirs']);
  });

  it('writes a document in place, and it is told', async () => {
    const library = await openWith(2);
    const article = first(library.articles);
    await writeFile(pathOf(article), bytesOf({ ...article, title: 'In place' }));
    await vi.waitFor(() => expect(library.changes.at(-1)).toMatchObject({ articles: [{ title: 'In place' }] }), 5_000);
  });

  it('brings a document, and it is told', async () => {
    const library = await openWith(1);
    await replaceOutside(sampleArticle('New'));
    await vi.waitFor(() => expect(library.changes).toMatchObject([{ articles: [{ title: 'New' }] }]), 5_000);
    expect(await titles(library)).toEqual(['Article 0', 'New']);
  });

  it('takes a document away: it is left out and told, and comes back with its file', async () => {
    const library = await openWith(7);
    const article = first(library.articles);
    await unlink(pathOf(article));
    await vi.waitFor(() => expect(library.changes).toMatchObject([{ articles: [], gone: [article.id] }]), 5_000);
    expect(await titles(library)).not.toContain('Article 0');
    await replaceOutside(article);
    await vi.waitFor(() => expect(library.changes.at(-1)).toMatchObject({ articles: [{ id: article.id }], gone: [] }), 5_000);
  });

  it('changes the list of tags and the settings, and both are told', async () => {
    const library = await openWith(1);
    const tag = createTag('navy', emptyCodebook, { id: createTagId(1, machineChance.bytes(10)), now: new Date(0).toISOString() });
    await library.store.updateCodebook((codebook) => succeed({ next: codebook, answer: null }));
    await writeFile(join(folder, 'codebook.json'), encodeDocument(codebookRef, { rev: 9, value: { tags: [tag] } }));
    await vi.waitFor(() => expect(library.changes).toMatchObject([{ tags: [{ name: 'navy' }] }]), 5_000);
    await library.store.updateSettings({ theme: 'sepia' });
    await writeFile(join(folder, 'settings.json'), encodeDocument(settingsRef, { rev: 9, value: { theme: 'night' } }));
    await vi.waitFor(() => expect(library.changes).toMatchObject([{}, { settings: { theme: 'night' } }]), 5_000);
  });

  it('damages a document: it is left out and told, with where its bytes are', async () => {
    const library = await openWith(2);
    const article = first(library.articles);
    await leaveFile(pathOf(article), '{"kind":');
    await vi.waitFor(() => expect(library.changes).toMatchObject([{ gone: [article.id], damaged: [{ file: `articles/${article.id}.json`, fault: { reason: 'not-json' } }] }]), 5_000);
    expect(await readFile(join(folder, library.changes[0]?.damaged?.[0]?.keptAs ?? ''), 'utf8')).toBe('{"kind":');
  });

  it('does much at once, as version control does, and it ends in the same list', async () => {
    const library = await openWith(60);
    await Promise.all(library.articles.map(async (article, index) => {
      if (index % 3 === 0) await replaceOutside({ ...article, title: `Theirs ${index}` });
      if (index % 10 === 1) await unlink(pathOf(article));
    }));
    await Promise.all(Array.from({ length: 20 }, (_, index) => replaceOutside(sampleArticle(`New ${index}`))));
    const expected = [
      ...library.articles.flatMap(({ title }, index) => (index % 10 === 1 ? [] : [index % 3 === 0 ? `Theirs ${index}` : title])),
      ...Array.from({ length: 20 }, (_, index) => `New ${index}`),
    ].sort();
    await vi.waitFor(async () => expect(await titles(library)).toEqual(expected), 10_000);
  });

  it('is noticed without a watcher at the next look', async () => {
    const library = await openWith(6, { files: unwatched });
    await replaceOutside({ ...first(library.articles), title: 'Theirs' });
    await unlink(pathOf(library.articles[1] ?? first(library.articles)));
    await library.store.rescan();
    expect(library.changes).toMatchObject([{ articles: [{ title: 'Theirs' }], gone: [library.articles[1]?.id] }]);
  });

  it('touches a document without changing it, and nothing is told', async () => {
    const library = await openWith(2, { files: unwatched });
    const article = first(library.articles);
    await writeFile(pathOf(article), await readFile(pathOf(article)));
    await library.store.rescan();
    expect(library.events).toEqual([]);
  });
});

describe('many documents gone at once', () => {
  it('are kept in the list, and it is said', async () => {
    const library = await openWith(20, { files: unwatched, cacheFolder: join(scratch.folder, 'cache') });
    await Promise.all(library.articles.slice(0, 6).map((article) => unlink(pathOf(article))));
    await library.store.rescan();
    const vanished = { file: 'articles', fault: { code: 'documents-vanished', count: 6, total: 20, catalog: expect.stringContaining('catalog.json') }, keptAs: null };
    expect(library.changes).toMatchObject([{ articles: [], gone: [], damaged: [vanished] }]);
    expect(await library.store.listSummaries()).toMatchObject({ summaries: { length: 20 }, damaged: [vanished] });
  });

  it('are still in the list when the library is opened again, and forgiven when they are back', async () => {
    const cacheFolder = join(scratch.folder, 'cache');
    const library = await openWith(20, { cacheFolder });
    await library.close(2_000);
    await rename(join(folder, 'articles'), join(scratch.folder, 'elsewhere'));
    await mkdir(join(folder, 'articles'));
    const again = await openForTest(folder, { door: 'serve', cacheFolder, files: unwatched });
    await again.store.rescan();
    expect(await again.store.listSummaries()).toMatchObject({ summaries: { length: 20 }, damaged: [{ fault: { code: 'documents-vanished', count: 20, total: 20 } }] });
    await rm(join(folder, 'articles'), { recursive: true });
    await rename(join(scratch.folder, 'elsewhere'), join(folder, 'articles'));
    await again.store.rescan();
    expect(await again.store.listSummaries()).toMatchObject({ summaries: { length: 20 }, damaged: [] });
    await again.close(2_000);
  });

  it('are taken in when it is one, or a small part', async () => {
    const library = await openWith(6, { files: unwatched });
    await Promise.all(library.articles.slice(0, 1).map((article) => unlink(pathOf(article))));
    await library.store.rescan();
    expect(library.changes).toMatchObject([{ gone: { length: 1 }, damaged: null }]);
  });

  it('are taken out of the list once somebody says that they are meant to be gone, and are told as gone', async () => {
    const library = await openWith(20, { files: unwatched, cacheFolder: join(scratch.folder, 'cache') });
    await Promise.all(library.articles.slice(0, 6).map((article) => unlink(pathOf(article))));
    await library.store.rescan();
    await library.store.letVanish?.();
    expect(library.changes.at(-1)).toMatchObject({ gone: { length: 6 }, damaged: [] });
    expect(await library.store.listSummaries()).toMatchObject({ summaries: { length: 14 }, damaged: [] });
    // It is no word for the next time.
    await Promise.all(library.articles.slice(6, 12).map((article) => unlink(pathOf(article))));
    await library.store.rescan();
    expect(await library.store.listSummaries()).toMatchObject({ summaries: { length: 14 }, damaged: [{ fault: { code: 'documents-vanished', count: 6, total: 14 } }] });
  });

  it('are not taken in where the whole folder is gone, however few they are', async () => {
    const library = await openWith(2, { files: unwatched });
    await rm(join(folder, 'articles'), { recursive: true });
    await library.store.rescan();
    expect(await library.store.listSummaries()).toMatchObject({ summaries: { length: 2 }, damaged: [{ fault: { code: 'documents-vanished', count: 2 } }] });
  });
});

describe('our own writes', () => {
  it('are no dead links while they are not acknowledged yet', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    let isHeld = false;
    const files = { ...unwatched, syncFolder: async (path: string) => (isHeld ? gate : undefined) ?? machineFileSystem.syncFolder(path) };
    const library = await openWith(1, { files });
    isHeld = true;
    const made = sampleArticle('Made');
    const creating = library.store.createArticle(made);
    await vi.waitFor(() => readFile(pathOf(made)));
    await library.store.rescan();
    await library.store.rescan();
    open();
    expect((await creating).ok).toBe(true);
    expect(library.events).toEqual([]);
  });

  it('are told to nobody as another’s, however they fall among looks at the folder', async () => {
    const library = await openWith(12);
    const looking = (async () => {
      for (let look = 0; look < 30; look += 1) await library.store.rescan();
    })();
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(library.articles.map(({ id }) => library.store.updateArticle(id, (article) => succeed({ next: { ...article, summary: `${round}` }, answer: null }))));
      await library.store.createArticle(sampleArticle(`Made ${round}`));
      await library.store.updateSettings({ measure: 500 + round });
    }
    await looking;
    // Longer than a burst takes to be over.
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(library.events).toEqual([]);
  });
});

describe('closing', () => {
  it('in the middle of a look ends it, loses nothing, and leaves no wrong catalog', async () => {
    const cacheFolder = join(scratch.folder, 'cache');
    const library = await openWith(150, { cacheFolder });
    await library.close(2_000);
    await Promise.all(library.articles.map((article) => replaceOutside({ ...article, title: 'Theirs' })));
    const again = await openForTest(folder, { door: 'serve', cacheFolder });
    await again.store.listSummaries();
    await again.close(2_000);
    const last = await openForTest(folder, { cacheFolder });
    expect(new Set(await titles(last))).toEqual(new Set(['Theirs']));
    await last.close(2_000);
  });
});
