import { dirname, join } from 'node:path';
import type { Article } from '../../core/article/article.ts';
import { type ArticleId, articleIdSchema } from '../../core/base/ids.ts';
import type { Fault } from '../../core/base/fault.ts';
import type { MergeReport } from '../../core/base/merge-report.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { LibraryStore, VersionStore } from '../../core/library/ports.ts';
import type { LibraryEvent } from '../../core/library/events.ts';
import { defaultSettings, parseSettings } from '../../core/library/settings.ts';
import { noCollections } from '../../core/collection/collection.ts';
import { noSearches } from '../../core/search/saved-search.ts';
import { type ArticleList, type ListOptions, makeArticleList } from './article-list.ts';
import { makeBin } from './bin.ts';
import { sha256InPieces } from './canonical-json.ts';
import { type Listing, mayHoldCopies } from './conflict-copies.ts';
import { articleRef, codebookRef, collectionsRef, searchesRef, settingsRef } from './document-refs.ts';
import { makeDocuments } from './documents.ts';
import { makeHashedFiles } from './hashed-files.ts';
import { makeMerging } from './merging.ts';
import { makeRecordDocument, makeToldDocument } from './record-document.ts';
import { readOrRecoverCodebook } from './recovered-codebook.ts';
import type { SaveCounter } from './save-counter.ts';
import type { Workings } from './stored-document.ts';
import { makeVersionStore } from './versions.ts';

/** Bytes of article documents, as on the disk, that are kept parsed. */
const HELD_BYTES_LIMIT = 64 * 1024 * 1024;

/** `refusal` is why a library that can't be written can't. */
type StoreIdentity = ListOptions & { readonly name: string; readonly saves: SaveCounter; readonly refusal: Fault | null };

export type FileStore = LibraryStore & {
  readonly versions: VersionStore;
  /** Merges the copies that sync programs have put beside documents. The watcher's to call when a new one turns up. */
  mergeConflictCopies(listing?: Listing): Promise<readonly MergeReport[]>;
  /** Takes articles that lie in the bin too long away, into the history, and answers how many. */
  purgeBin(): Promise<number>;
  /** Gives away a setting that is not the library's any more, once `take` answers that it has it safe. */
  giveSetting(name: string, take: (value: unknown) => Promise<boolean>): Promise<void>;
  /** Takes no more changes, and resolves when those under way have come to rest. */
  close(): Promise<void>;
};

/** Where tables of long texts are kept: beside the catalog. Who only reads keeps none. */
const tablesFolder = ({ place, isWritable }: ListOptions) => (isWritable && place ? join(dirname(place.path), 'chunks') : null);

/** The library in `folder`, which is there and, to be written, locked by us. */
export function makeFileStore(workings: Workings, { name, saves, refusal, ...listOptions }: StoreIdentity): FileStore {
  const { disk, shownAs, damage } = workings;
  const { isWritable } = listOptions;
  const listeners = new Set<(event: LibraryEvent) => void>();
  const articles = makeDocuments(articleRef, workings, { heldBytesLimit: HELD_BYTES_LIMIT, onSeen: (id, sighting) => list.note(articleIdSchema.parse(id), sighting) });
  const codebook = makeToldDocument(codebookRef, workings, ({ tags }) => list.foundChange({ tags }));
  const settings = makeToldDocument(settingsRef, workings, (changed) => list.foundChange({ settings: parseSettings(changed) }));
  const collections = makeRecordDocument(collectionsRef, workings, { empty: noCollections, write, onForeign: (changed) => list.foundChange({ collections: changed.collections }) });
  const searches = makeRecordDocument(searchesRef, workings, { empty: noSearches, write, onForeign: (changed) => list.foundChange({ searches: changed.searches }) });
  /** The documents beside articles/. */
  const beside = [[codebookRef, codebook], [settingsRef, settings], [collectionsRef, collections.stored], [searchesRef, searches.stored]] as const;
  const list: ArticleList = makeArticleList(workings, listOptions, {
    glance: articles.glance, isTakenUp: articles.isTakenUp,
    tell: (event) => listeners.forEach((listener) => listener(event)),
    onBurst(burst) {
      for (const [{ file }, document] of beside) if (burst.beside === null || burst.beside.has(file)) void document.read();
      if (mayHoldCopies(burst)) void merging.mergeCopies();
    },
  });
  const merging = makeMerging(workings, { articles, codebook, collections: collections.stored, searches: searches.stored, settings, tell: list.foundChange, mayWrite: () => isWritable && !isClosed });
  const { settle: settleFiles, readContent, readBeginning, writeContent, writeOriginal, writeAsset, readAsset } = makeHashedFiles(workings, tablesFolder(listOptions));

  let isClosed = false;

  /** Runs a write where writing is allowed: after closing, the library may be another's. */
  async function write<T>(operation: () => Promise<Result<T>>): Promise<Result<T>> {
    if (isClosed) return fail({ code: 'save-failed', what: 'change', reason: 'library-closed' });
    return isWritable ? saves.during(operation) : fail(refusal ?? { code: 'library-read-only', folder: shownAs, reason: 'opened-to-read' });
  }

  const missing = (id: ArticleId) => fail(damage.find(articleRef(id).file)?.fault ?? { code: 'article-missing', articleId: id } as const);

  async function readArticle(id: ArticleId): Promise<Result<Article>> {
    const read = await articles.at(id).read();
    if (!read.ok) return read;
    return read.value ? succeed(read.value) : missing(id);
  }

  async function listSummaries(): ReturnType<LibraryStore['listSummaries']> {
    return { summaries: await list.summaries(), damaged: damage.list() };
  }

  const rescan = async () => void (await Promise.all([list.rescan(), merging.mergeCopies(), ...beside.map(([, document]) => document.read())]));

  const readCodebook = () => readOrRecoverCodebook(codebook, { workings, list, write });

  async function readSettings(): ReturnType<LibraryStore['readSettings']> {
    const read = await settings.read();
    return succeed(read.ok && read.value ? parseSettings(read.value) : defaultSettings);
  }
  async function giveSetting(name: string, take: (value: unknown) => Promise<boolean>): Promise<void> {
    const read = await settings.read();
    const value = read.ok ? read.value?.[name] : undefined;
    if (value === undefined || !isWritable || !(await take(value))) return;
    await write(() => settings.update((present) => succeed({ next: Object.fromEntries(Object.entries(present ?? {}).filter(([each]) => each !== name)), answer: undefined })));
  }

  const summaries = async () => (isWritable ? (await listSummaries()).summaries : []);
  const bin = makeBin({ clock: disk.clock, summaries, retire: (id, mayGo) => write(() => articles.at(id).retire(mayGo)), onGone: (id) => list.leaveOut(id) });
  const bringBack = (article: Article, mergedRev: number) => write(() => articles.at(article.id).update(() => succeed({ next: article, answer: undefined, mergedRev })));

  return {
    versions: makeVersionStore(disk, workings.folder, { make: bringBack, letGo: bin.letGo }),
    purgeBin: () => bin.purge(), giveSetting,
    folder: shownAs, name, listSummaries, rescan, letVanish: list.letVanish, readArticle, readCodebook, readSettings, readContent, readBeginning,
    createArticle: (article) => write(() => articles.at(article.id).update((present) => {
      if (present) throw new Error(`There is an article ${article.id} already`);
      return succeed({ next: article, answer: undefined });
    })),
    updateArticle: (id, change) => write(() => articles.at(id).update((article) => (article ? change(article) : missing(id)))),
    updateCodebook: (change) => write(async () => {
      const present = await readCodebook();
      return present.ok ? codebook.update((now) => change(now ?? present.value)) : present;
    }),
    collections: collections.document, searches: searches.document,
    updateSettings: (change) => write(async () => {
      await readSettings();
      return settings.update((present) => succeed({ next: { ...present, ...change }, answer: parseSettings({ ...present, ...change }) }));
    }),
    writeContent: (content) => write(() => writeContent(content)), writeOriginal: (bytes, extension) => write(() => writeOriginal(bytes, extension)),
    hashOf: sha256InPieces, writeAsset: (bytes, extension) => write(() => writeAsset(bytes, extension)), readAsset,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    access: () => (isWritable ? { kind: 'write' } : { kind: 'read', fault: refusal }),
    merges: () => workings.merges.list(),
    mergeConflictCopies: merging.mergeCopies,
    async close() {
      isClosed = true;
      await Promise.all([list.stop(), saves.settle(), bin.settle(), merging.settle(), articles.settle(), settleFiles(), ...beside.map(([, document]) => document.settle())]);
      await list.close();
      await damage.close();
      await workings.history?.settle();
    },
  };
}
