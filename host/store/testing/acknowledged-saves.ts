import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Article } from '../../../core/article/article.ts';
import { createContent } from '../../../core/article/blocks.ts';
import { type ArticleId, createCollectionId, createTagId } from '../../../core/base/ids.ts';
import { fail, type Result, succeed } from '../../../core/base/result.ts';
import { createCollection } from '../../../core/collection/collection.ts';
import type { Chain } from '../../../core/library/migrations.ts';
import { createTag } from '../../../core/tag/tag.ts';
import { machineChance } from '../../machine.ts';
import { sha256 } from '../canonical-json.ts';
import { writeBytes } from '../durable-file.ts';
import { type FileSystem, machineFileSystem } from '../file-system.ts';
import { namesIn } from '../library-layout.ts';
import type { OpenStore } from '../open-store.ts';
import { listArticles, openForTest, sampleArticle } from './fixtures.ts';

const wait = async () => undefined;

/** Something that somebody was told is saved, and how to see later that it is there. */
export type Acknowledged = { readonly what: string; isIn(found: Found): boolean };

/** A library with an article, on which something is written. Everything that is written goes through `files`, and every acknowledgement is told at once. */
export type WriteBench = { readonly root: string; readonly folder: string; readonly files: FileSystem; acknowledge?(given: Acknowledged): void };

/** The files whose bytes are those that their name says. */
async function wholeFiles(folder: string): Promise<ReadonlySet<string>> {
  const whole = new Set<string>();
  for (const part of ['content', 'originals']) {
    for (const name of await namesIn(machineFileSystem, join(folder, part))) if (sha256(await readFile(join(folder, part, name))) === name.split('.')[0]) whole.add(`${part}/${name}`);
  }
  return whole;
}

export type Found = Awaited<ReturnType<typeof look>>;

/** What a library holds for whoever opens it only to read. */
export async function look({ folder }: Pick<WriteBench, 'folder'>, chain: Chain = []) {
  const { store, close } = await openForTest(folder, { mode: 'read', chain, wait });
  const [{ articles, damaged }, tags, settings, collections] = [await listArticles(store), await store.readCodebook(), await store.readSettings(), await store.collections.read()];
  const contents = await Promise.all(articles.filter(({ content }) => content !== 'a'.repeat(64)).map(({ content }) => store.readContent(content)));
  await close(0);
  return {
    titles: articles.map(({ title }) => title), labels: articles.map(({ label }) => label), summaries: articles.map(({ summary }) => summary), notes: articles.flatMap(({ highlights }) => highlights.map(({ note }) => note)), damaged,
    tagCount: tags.ok ? tags.value.tags.length : 0, tags: tags.ok ? tags.value.tags.map(({ name }) => name) : [], collections: collections.ok ? collections.value.collections.map(({ name }) => name) : [],
    files: await wholeFiles(folder), theme: settings.ok ? settings.value.theme : null, areTextsWhole: contents.every(({ ok }) => ok),
  };
}

/** Tells of a save as soon as it is acknowledged. */
async function told<T>(bench: WriteBench, given: Acknowledged, saving: Promise<Result<T>>): Promise<Result<T>> {
  const saved = await saving;
  if (saved.ok) bench.acknowledge?.(given);
  return saved;
}

/** Changes the one article of a bench. `later` are summaries that may stand there by then, written over this one. */
export async function changeArticle(bench: WriteBench, { store }: OpenStore, { summary, later = [], id }: { summary: string; later?: readonly string[]; id?: ArticleId | undefined }): Promise<Result<unknown>> {
  const articleId = id ?? (await store.listSummaries()).summaries[0]?.id;
  if (articleId === undefined) return fail({ code: 'article-missing', articleId: '' });
  const isIn = ({ summaries }: Found) => summaries.some((found) => [summary, ...later].some((each) => found.includes(each)));
  return told(bench, { what: `the summary “${summary}”`, isIn }, store.updateArticle(articleId, (article) => succeed({ next: { ...article, summary }, answer: null })));
}

export function addTag(bench: WriteBench, { store }: OpenStore, name: string): Promise<Result<unknown>> {
  return told(bench, { what: `the tag ${name}`, isIn: ({ tags }) => tags.includes(name) }, store.updateCodebook((codebook) => {
    const tag = createTag(name, codebook, { id: createTagId(Date.now(), machineChance.bytes(10)), now: new Date().toISOString() });
    return succeed({ next: { ...codebook, tags: [...codebook.tags, tag] }, answer: null });
  }));
}

export function addCollection(bench: WriteBench, { store }: OpenStore, name: string): Promise<Result<unknown>> {
  return told(bench, { what: `the collection ${name}`, isIn: ({ collections }) => collections.includes(name) }, store.collections.update((present) => {
    const collection = createCollection(name, { id: createCollectionId(Date.now(), machineChance.bytes(10)), now: new Date().toISOString() });
    return succeed({ next: { ...present, collections: [...present.collections, { ...collection, articles: [] }] }, answer: null });
  }));
}

export const setTheme = (bench: WriteBench, { store }: OpenStore, theme: 'night' | 'sepia') => told(bench, { what: `the theme ${theme}`, isIn: (found) => found.theme === theme }, store.updateSettings({ theme }));

export async function addArticle(bench: WriteBench, { store }: OpenStore, article: Article): Promise<Result<unknown>> {
  return told(bench, { what: `the article ${article.title}`, isIn: ({ titles }) => titles.includes(article.title) }, store.createArticle(article));
}

/** The original, the text and the article of an import, each told by itself. */
export async function importText(bench: WriteBench, opened: OpenStore, text: string): Promise<Result<unknown>> {
  const { store } = opened;
  const bytes = new TextEncoder().encode(text);
  const original = await told(bench, { what: 'the original', isIn: ({ files }) => files.has(`originals/${sha256(bytes)}.txt`) }, store.writeOriginal(bytes, 'txt'));
  if (!original.ok) return original;
  const content = await store.writeContent(createContent([{ kind: 'paragraph', leaf: { id: 'p1', text, marks: [] } }]));
  if (!content.ok) return content;
  bench.acknowledge?.({ what: 'the text', isIn: ({ files }) => files.has(`content/${content.value}.json`) });
  return addArticle(bench, opened, { ...sampleArticle('Imported'), content: content.value });
}

/** The same disk, on which another program does something once, at the first flush of a file with such a name. */
export function interrupted(files: FileSystem, isIt: (path: string) => boolean, happen: () => Promise<void>): FileSystem {
  let isOver = false;
  return {
    ...files,
    async createFile(path) {
      const file = await files.createFile(path);
      if (isOver || !isIt(path)) return file;
      return {
        ...file,
        async sync() {
          await file.sync();
          if (isOver) return;
          isOver = true;
          await happen();
        },
      };
    },
  };
}

/** Replaces a file as a careful program does, its own account being none of ours. */
export async function replaceOutside(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), '~theirs');
  const file = await files.createFile(beside);
  try {
    await writeBytes(file, bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await files.rename(beside, path);
  await files.syncFolder(dirname(path));
}
