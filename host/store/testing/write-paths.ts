import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Result, succeed } from '../../../core/base/result.ts';
import type { Chain } from '../../../core/library/migrations.ts';
import { machineChance, machineClock } from '../../machine.ts';
import { archiveLibrary, verifyArchive } from '../archive.ts';
import { decodeDocument, encodeDocument } from '../document-format.ts';
import { articleRef, settingsRef } from '../document-refs.ts';
import type { FileSystem } from '../file-system.ts';
import { type OpenStore, openStore, type StoreOptions } from '../open-store.ts';
import { repairLibrary } from '../repair-library.ts';
import { restoreArchive } from '../restore-archive.ts';
import { addArticle, addCollection, addTag, changeArticle, importText, interrupted, look, replaceOutside, setTheme, type WriteBench } from './acknowledged-saves.ts';
import { leaveFile, openForTest, sampleArticle } from './fixtures.ts';
import { makeRealLibrary, type Sample } from './real-library.ts';

const wait = async () => undefined;
const DAY_MS = 86_400_000;

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

const change = (bench: WriteBench, summary: string) => (opened: OpenStore) => changeArticle(bench, opened, { summary });

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
  { name: 'saving a change', write: (bench) => within(bench, change(bench, 'Saved.')), isDone: summaryIs('Saved.') },
  {
    name: 'saving one change after another',
    write: (bench) => within(bench, async (opened) => {
      const summaries = ['First.', 'Second.', 'Third.'];
      for (const [index, summary] of summaries.entries()) {
        const saved = await changeArticle(bench, opened, { summary, later: summaries.slice(index + 1) });
        if (!saved.ok) return saved;
      }
      const tagged = await addTag(bench, opened, 'navy');
      return tagged.ok ? addCollection(bench, opened, 'The strait') : tagged;
    }),
    isDone: async (bench) => (await look(bench)).collections.includes('The strait'),
  },
  {
    name: 'saving while it is closed', tellsHowMuch: true,
    async write(bench) {
      // Looking takes longer than closing, so that closing meets changes that are only being prepared.
      const stat: FileSystem['stat'] = async (path) => {
        if (!path.includes('articles')) await delay(10);
        return bench.files.stat(path);
      };
      const opened = await openStore(optionsOf({ ...bench, files: { ...bench.files, stat } }));
      if (!opened.ok) return opened;
      const [first] = (await opened.value.store.listSummaries()).summaries;
      const saving = [changeArticle(bench, opened.value, { summary: 'Last words.', id: first?.id }), addTag(bench, opened.value, 'last'), addCollection(bench, opened.value, 'Last'), setTheme(bench, opened.value, 'night')];
      await delay(0);
      await opened.value.close(2_000);
      return (await Promise.all(saving)).find(({ ok }) => !ok) ?? succeed(null);
    },
    isDone: async (bench) => (await look(bench)).theme === 'night',
  },
  {
    name: 'saving beside another program',
    async write(bench) {
      const path = await documentOf(bench);
      const files = interrupted(bench.files, (name) => name.includes(join('Reading', 'articles')) && name.endsWith('.tmp'), async () => {
        const before = decodeDocument(articleRef(basename(path, '.json')), await readFile(path));
        if (!before.ok) return;
        const { rev, value } = before.value;
        await replaceOutside(bench.files, path, encodeDocument(articleRef(value.id), { rev: rev + 1, value: { ...value, label: 'Theirs' } }));
        bench.acknowledge?.({ what: 'their label', isIn: ({ labels }) => labels.includes('Theirs') });
      });
      return within({ ...bench, files }, change(bench, 'Ours.'));
    },
    isDone: async (bench) => (await look(bench)).labels.includes('Theirs') && (await look(bench)).summaries.includes('Ours.'),
  },
  {
    name: 'leaving aside what became whole', tellsHowMuch: true,
    prepare: ({ folder }) => leaveFile(join(folder, 'settings.json'), '{"kind":'),
    async write(bench) {
      const files = interrupted(bench.files, (name) => name.includes('damaged'), async () => {
        await replaceOutside(bench.files, join(bench.folder, 'settings.json'), encodeDocument(settingsRef, { rev: 9, value: { theme: 'contrast' } }));
        bench.acknowledge?.({ what: 'their theme', isIn: ({ theme }) => theme === 'contrast' });
      });
      return within({ ...bench, files }, async ({ store }) => store.readSettings());
    },
    isDone: async (bench) => (await look(bench)).theme === 'contrast',
  },
  { name: 'creating an article', write: (bench) => within(bench, (opened) => addArticle(bench, opened, sampleArticle('Created'))), isDone: async (bench) => (await look(bench)).titles.includes('Created') },
  {
    name: 'importing (the original, the text, the article)',
    write: (bench) => within(bench, (opened) => importText(bench, opened, 'as it came')),
    isDone: async (bench) => (await look(bench)).titles.includes('Imported'),
  },
  {
    name: 'changing the codebook',
    write: (bench) => within(bench, (opened) => addTag(bench, opened, 'navy')),
    isDone: async (bench) => (await look(bench)).tagCount === 2,
  },
  { name: 'changing the settings', write: (bench) => within(bench, (opened) => setTheme(bench, opened, 'night')), isDone: async (bench) => (await look(bench)).theme === 'night' },
  { name: 'keeping the catalog', write: (bench) => within(bench, change(bench, 'Listed.'), { cacheFolder: join(bench.root, 'cache') }), isDone: summaryIs('Listed.') },
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
    write: (bench) => within(bench, change(bench, 'Merged.')),
    isDone: summaryIs('Merged.'),
  },
  {
    name: 'setting a damaged document aside',
    prepare: async ({ folder }) => leaveFile(join(folder, 'settings.json'), '{'),
    write: (bench) => within(bench, (opened) => setTheme(bench, opened, 'sepia')),
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
  { name: 'migrating', write: (bench) => within(bench, change(bench, 'Migrated.'), { chain: migratedChain }), isDone: summaryIs('Migrated.', migratedChain) },
];
