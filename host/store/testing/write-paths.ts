import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContent } from '../../../core/article/blocks.ts';
import { fail, type Result, succeed } from '../../../core/base/result.ts';
import { createTagId } from '../../../core/base/ids.ts';
import type { Chain } from '../../../core/library/migrations.ts';
import { createTag } from '../../../core/tag/tag.ts';
import { machineChance, machineClock } from '../../machine.ts';
import { archiveLibrary, verifyArchive } from '../archive.ts';
import type { FileSystem } from '../file-system.ts';
import { type OpenStore, openStore, type StoreOptions } from '../open-store.ts';
import { repairLibrary } from '../repair-library.ts';
import { restoreArchive } from '../restore-archive.ts';
import { leaveFile, listArticles, openForTest, sampleArticle } from './fixtures.ts';
import { makeRealLibrary, type Sample } from './real-library.ts';

const wait = async () => undefined;
const DAY_MS = 86_400_000;

/** A library with an article, on which something is written. Everything that is written goes through `files`. */
export type WriteBench = { readonly root: string; readonly folder: string; readonly files: FileSystem };

/** A way in which Lectern writes: what has to be there first, and the writing, which answers a fault and throws none. */
export type WritePath = {
  readonly name: string;
  prepare?(bench: WriteBench): Promise<void>;
  write(bench: WriteBench): Promise<Result<unknown>>;
  /** True where an answer says how much was done, not that all was. */
  readonly tellsHowMuch?: true;
  /** Whether what was to be written is there, judged by the files alone. */
  isDone(bench: WriteBench): Promise<boolean>;
};

const sample: readonly Sample[] = [{ text: 'The alliance sent three ships through the strait.', quote: 'alliance', note: 'Kept.' }];
export const makeBench = (folder: string) => makeRealLibrary(folder, sample);

const optionsOf = ({ folder, files }: WriteBench): StoreOptions => ({ folder, shownAs: folder, door: 'command', mode: 'write', clock: machineClock, chance: machineChance, files, wait });
const diskOf = ({ files }: WriteBench) => ({ files, clock: machineClock, chance: machineChance, wait });

/** Opens the library, works with it and closes it; a fault in opening is the answer. */
async function within(bench: WriteBench, work: (opened: OpenStore) => Promise<Result<unknown>>, options: Partial<StoreOptions> = {}): Promise<Result<unknown>> {
  const opened = await openStore({ ...optionsOf(bench), ...options });
  if (!opened.ok) return opened;
  const done = await work(opened.value);
  await opened.value.close(2_000);
  return done;
}

const change = (summary: string) => async ({ store }: OpenStore): Promise<Result<unknown>> => {
  const [first] = (await store.listSummaries()).summaries;
  return first ? store.updateArticle(first.id, (article) => succeed({ next: { ...article, summary }, answer: null })) : fail({ code: 'article-missing', articleId: '' });
};

/** What a library holds for whoever opens it only to read. */
export async function look({ folder }: Pick<WriteBench, 'folder'>, chain: Chain = []) {
  const { store, close } = await openForTest(folder, { mode: 'read', chain, wait });
  const [{ articles, damaged }, tags, settings] = [await listArticles(store), await store.readCodebook(), await store.readSettings()];
  const contents = await Promise.all(articles.filter(({ content }) => content !== 'a'.repeat(64)).map(({ content }) => store.readContent(content)));
  await close(0);
  return {
    titles: articles.map(({ title }) => title), summaries: articles.map(({ summary }) => summary), notes: articles.flatMap(({ highlights }) => highlights.map(({ note }) => note)), damaged,
    tagCount: tags.ok ? tags.value.tags.length : 0, theme: settings.ok ? settings.value.theme : null, areTextsWhole: contents.every(({ ok }) => ok),
  };
}

const summaryIs = (summary: string, chain?: Chain) => async (bench: WriteBench) => (await look(bench, chain)).summaries.includes(summary);
const isArchive = (bench: WriteBench, name: string) => verifyArchive(diskOf(bench), join(bench.root, name)).then(() => true, () => false);

async function documentOf({ folder }: WriteBench): Promise<string> {
  const { store, close } = await openForTest(folder, { mode: 'read' });
  const [summary] = (await store.listSummaries()).summaries;
  await close(0);
  return join(folder, 'articles', `${summary?.id}.json`);
}

/** As if a later format had given every article a standfirst. */
export const migratedChain: Chain = [{ article: (body) => ({ ...body, dek: 'Migrated.' }) }];

/** Every way in which Lectern writes into a library or beside it. */
export const writePaths: readonly WritePath[] = [
  { name: 'saving a change', write: (bench) => within(bench, change('Saved.')), isDone: summaryIs('Saved.') },
  { name: 'creating an article', write: (bench) => within(bench, ({ store }) => store.createArticle(sampleArticle('Created'))), isDone: async (bench) => (await look(bench)).titles.includes('Created') },
  {
    name: 'importing (the original, the text, the article)',
    write: (bench) => within(bench, async ({ store }) => {
      const original = await store.writeOriginal(new TextEncoder().encode('as it came'), 'txt');
      const content = original.ok ? await store.writeContent(createContent([{ kind: 'paragraph', leaf: { id: 'p1', text: 'as it came', marks: [] } }])) : original;
      return content.ok ? store.createArticle({ ...sampleArticle('Imported'), content: content.value }) : content;
    }),
    isDone: async (bench) => (await look(bench)).titles.includes('Imported'),
  },
  {
    name: 'changing the codebook',
    write: (bench) => within(bench, ({ store }) => store.updateCodebook((codebook) => {
      const tag = createTag(`tag ${codebook.tags.length}`, codebook, { id: createTagId(Date.now(), machineChance.bytes(10)), now: new Date().toISOString() });
      return succeed({ next: { ...codebook, tags: [...codebook.tags, tag] }, answer: null });
    })),
    isDone: async (bench) => (await look(bench)).tagCount === 2,
  },
  { name: 'changing the settings', write: (bench) => within(bench, ({ store }) => store.updateSettings({ theme: 'night' })), isDone: async (bench) => (await look(bench)).theme === 'night' },
  { name: 'keeping the catalog', write: (bench) => within(bench, change('Listed.'), { cacheFolder: join(bench.root, 'cache') }), isDone: summaryIs('Listed.') },
  {
    name: 'letting the bin go', tellsHowMuch: true,
    prepare: async ({ folder }) => {
      const opened = await openForTest(folder);
      await opened.store.createArticle({ ...sampleArticle('Binned'), binnedAt: new Date(Date.now() - 40 * DAY_MS).toISOString() });
      await opened.close(2_000);
    },
    write: (bench) => within(bench, async (opened) => succeed(await opened.purgeBin())),
    isDone: async (bench) => !(await look(bench)).titles.includes('Binned'),
  },
  {
    name: 'merging a conflict copy',
    prepare: async (bench) => {
      const path = await documentOf(bench);
      await writeFile(path.replace('.json', '.sync-conflict-20260101-120000-ABCDEFG.json'), await readFile(path));
    },
    write: (bench) => within(bench, change('Merged.')),
    isDone: summaryIs('Merged.'),
  },
  {
    name: 'setting a damaged document aside',
    prepare: async ({ folder }) => leaveFile(join(folder, 'settings.json'), '{'),
    write: (bench) => within(bench, ({ store }) => store.updateSettings({ theme: 'sepia' })),
    isDone: async (bench) => (await look(bench)).theme === 'sepia',
  },
  { name: 'writing an archive', write: (bench) => archiveLibrary(diskOf(bench), bench.folder, join(bench.root, 'archive.zip')), isDone: (bench) => isArchive(bench, 'archive.zip') },
  {
    name: 'restoring an archive',
    prepare: async (bench) => void (await archiveLibrary(diskOf(bench), bench.folder, join(bench.root, 'kept.zip'))),
    write: (bench) => restoreArchive(diskOf(bench), join(bench.root, 'kept.zip'), join(bench.root, 'restored')),
    isDone: async ({ root }) => (await look({ folder: join(root, 'restored') }).catch(() => null))?.titles.length === 1,
  },
  {
    name: 'repairing', tellsHowMuch: true,
    prepare: async (bench) => {
      const path = await documentOf(bench);
      await writeFile(path, (await readFile(path, 'utf8')).replace(/"sha256": "[0-9a-f]{64}",\n {2}"id"/, '"sha256": null,\n  "id"'));
      await leaveFile(join(bench.folder, 'settings.json'), '');
    },
    write: (bench) => repairLibrary(diskOf(bench), optionsOf(bench)),
    isDone: async (bench) => !(await readFile(await documentOf(bench), 'utf8')).includes('"sha256": null'),
  },
  { name: 'migrating', write: (bench) => within(bench, change('Migrated.'), { chain: migratedChain }), isDone: summaryIs('Migrated.', migratedChain) },
];
