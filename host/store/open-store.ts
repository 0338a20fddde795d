import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault, FaultCode, LockHolder } from '../../core/base/fault.ts';
import type { MergeReport } from '../../core/base/merge-report.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { type Chain, formatAfter, migrations } from '../../core/library/migrations.ts';
import type { Chance, Clock, LibraryStore, VersionStore } from '../../core/library/ports.ts';
import type { CatalogPlace } from './catalog-file.ts';
import type { Listing } from './conflict-copies.ts';
import { makeDamageRecord } from './damage.ts';
import { faultOfWrite } from './disk-faults.ts';
import { identityRef } from './document-refs.ts';
import { type Disk, removeTemporary, sweepTemporaryFiles, sweepTemporaryNames, temporaryPath } from './durable-file.ts';
import { errorCode, type FileSystem, machineFileSystem } from './file-system.ts';
import { makeFileStore } from './file-store.ts';
import { makeHistory } from './history.ts';
import { openIdentity, readIdentity } from './identity.ts';
import { namesIn } from './library-layout.ts';
import { makeLimit } from './limit.ts';
import type { LookThreads } from './look.ts';
import { COMMAND_PATIENCE_MS, type Lock, sweepClaims, takeLock } from './lock.ts';
import { findLostLibrary } from './lost-library.ts';
import { isAlive } from './processes.ts';
import { makeSaveCounter } from './save-counter.ts';
import { shareFolderSyncs } from './share-runs.ts';
import { makeMergeRecord } from './merge-record.ts';
import { makeSession } from './session.ts';
import { makeStoredDocument, type Workings } from './stored-document.ts';
import { makeUpgrade } from './upgrade.ts';

/** Disks are quickest with a few requests at once; more only hold files open. */
const TASKS_AT_ONCE = 8;
const FOLDERS = ['articles', 'content', 'originals'] as const;

export type StoreOptions = {
  /** An absolute path. */
  readonly folder: string;
  /** The folder as a person would write it. */
  readonly shownAs: string;
  readonly door: LockHolder['door'];
  /** The folder of the side door; the lock names it. */
  readonly sideDoor?: string | undefined;
  /** 'prefer-write' opens to read where writing can't be had, and the store's access says why. */
  readonly mode: 'write' | 'read' | 'prefer-write';
  readonly clock: Clock;
  readonly chance: Chance;
  /** Where catalogs are kept, an absolute path; without one, none is. */
  readonly cacheFolder?: string | undefined;
  /** Threads for looking at many documents at once; without them, or on a disk of the caller's, that is done here. */
  readonly threads?: LookThreads;
  readonly files?: FileSystem;
  /** Takes down what went wrong that nobody waits for. */
  readonly log?: (error: unknown) => void;
  readonly wait?: Disk['wait'];
  /** How documents of earlier formats are brought to the present one. */
  readonly chain?: Chain;
};

export type OpenStore = {
  readonly store: LibraryStore;
  readonly versions: VersionStore;
  /** How many saves are under way, for other threads to see. Another count once the library is opened anew. */
  readonly saves: SharedArrayBuffer;
  /** The library's id; null where it was only read and has none. */
  readonly id: string | null;
  readonly isNew: boolean;
  /** True when the library has no articles and was never given its first one. */
  readonly wantsFirstArticle: boolean;
  /** Merges copies that sync programs have put beside documents since it was opened; a watcher calls it when one turns up. */
  mergeConflictCopies(): Promise<readonly MergeReport[]>;
  /** Remembers that the first article was given. */
  markSeeded(): Promise<Result<void>>;
  /** Takes articles that were binned longer ago than they stay away, into the history, and answers how many. */
  purgeBin(): Promise<number>;
  /** Gives away a setting that is not the library's any more, once `take` answers that it has it safe. */
  giveSetting(name: string, take: (value: unknown) => Promise<boolean>): Promise<void>;
  /** Calls once when the library can be written: at once, or when it is opened to write later. Never for one that is only read. */
  whenWritable(begin: () => void): void;
  /** Waits for writes under way, at most so long, and releases the lock. */
  close(limitMs: number): Promise<void>;
};

/** True for a folder that holds a library, or what is left of one. */
export async function isLibraryFolder(files: FileSystem, folder: string): Promise<boolean> {
  const names = await namesIn(files, folder);
  return names.includes('library.json') || names.includes('articles');
}

async function makeFolders(disk: Disk, folder: string): Promise<void> {
  for (const name of FOLDERS) await disk.files.makeFolder(join(folder, name));
  await disk.files.syncFolder(folder);
  await disk.files.syncFolder(dirname(folder)).catch((error: unknown) => {
    // The folder above may be one that this account can't open; the library in it is none the worse.
    if (errorCode(error) === null) throw error;
  });
}

/** Removes what killed processes left beside documents. */
async function sweepDocuments(disk: Disk, folder: string, { own, articles }: Listing): Promise<void> {
  await sweepClaims(disk, { folder, names: own });
  await sweepTemporaryNames(disk, { folder, names: own }, isAlive);
  await sweepTemporaryNames(disk, { folder: join(folder, 'articles'), names: articles }, isAlive);
}

/** The same in folders that no document is in. */
async function sweepTheRest(disk: Disk, folder: string): Promise<void> {
  for (const name of ['content', 'originals', 'assets', 'damaged']) await sweepTemporaryFiles(disk, join(folder, name), isAlive).catch(letLie);
}

/** What can't be swept today is swept another day. */
function letLie(error: unknown): readonly never[] {
  if (errorCode(error) === null) throw error;
  return [];
}

/** True when it came to rest in time. */
async function isSettledWithin(closing: Promise<unknown>, limitMs: number): Promise<boolean> {
  const settled = closing.then(() => true);
  const timer = new AbortController();
  const late = delay(limitMs, false, { signal: timer.signal, ref: false }).catch(() => false);
  return Promise.race([settled, late]).finally(() => timer.abort());
}

/** Shows that documents can be written; throws the disk's error where they can't. */
async function requireWritable(disk: Disk, folder: string): Promise<void> {
  const path = temporaryPath(disk, join(folder, 'articles', 'x'));
  const file = await disk.files.createFile(path);
  await file.close().finally(() => removeTemporary(disk, path));
}

function makeWorkings(disk: Disk, { folder, shownAs, chain = migrations, log = () => undefined }: StoreOptions, isWritable: boolean): Workings & { knowId(id: string): void } {
  let known = '';
  return {
    disk, folder, shownAs, log, damage: makeDamageRecord(disk, folder, isWritable), history: isWritable ? makeHistory(disk, folder) : null, limit: makeLimit(TASKS_AT_ONCE), sign: makeSession(disk.chance),
    merges: makeMergeRecord(), upgrade: makeUpgrade(disk, { folder, shownAs, id: () => known }, chain), knowId: (id) => void (known = id),
  };
}

/** The name of a library's own folder in the cache. An id comes out of a file, and may be anything. */
export const cacheNameOf = (id: string): string => id.replaceAll(/[^A-Za-z0-9]/g, '-');

const placeOf = ({ cacheFolder, folder, chain = migrations }: StoreOptions, id: string): CatalogPlace | null =>
  cacheFolder === undefined ? null : { path: join(cacheFolder, cacheNameOf(id), 'catalog.json'), library: folder, format: formatAfter(chain) };

/** Threads see the machine's own disk, and the formats of this Lectern. */
const threadsOf = ({ files, chain, threads }: StoreOptions): LookThreads | null => (files || chain || !threads ? null : threads);

async function openLocked(disk: Disk, options: StoreOptions, lock: Lock): Promise<Result<OpenStore>> {
  const { folder, door } = options;
  const own = await namesIn(disk.files, folder);
  const workings = makeWorkings(disk, options, true);
  const document = makeStoredDocument(identityRef, workings);
  const opened = await openIdentity(document, workings);
  if (!opened.ok) return opened;
  const identity = opened.value;
  await makeFolders(disk, folder);
  await requireWritable(disk, folder);
  const saves = makeSaveCounter();
  let isClosed = false;
  async function tidy(): Promise<void> {
    const names = { own: await disk.files.readFolder(folder).catch(letLie), articles: await disk.files.readFolder(join(folder, 'articles')).catch(letLie) };
    await sweepDocuments(disk, folder, names);
    await store.mergeConflictCopies(names);
    await sweepTheRest(disk, folder);
  }
  const isLasting = door !== 'command';
  const store = makeFileStore(workings, {
    saves, name: identity.name, place: placeOf(options, identity.id), isWritable: true, isLasting, refusal: null, threads: threadsOf(options), tidy: isLasting ? tidy : null,
  });
  if (!isLasting) await tidy();
  return succeed({
    store, id: identity.id, isNew: !own.includes('library.json'), versions: store.versions, saves: saves.shared, mergeConflictCopies: () => store.mergeConflictCopies(), purgeBin: store.purgeBin, giveSetting: store.giveSetting,
    wantsFirstArticle: !identity.seeded && (await disk.files.isEmptyFolder(join(folder, 'articles'))), whenWritable: (begin) => begin(),
    async markSeeded() {
      if (isClosed) return fail({ code: 'save-failed', what: 'library', reason: 'library-closed' });
      return saves.during(() => document.update((present) => succeed({ next: { ...(present ?? identity), seeded: true }, answer: undefined })));
    },
    async close(limitMs) {
      isClosed = true;
      // A write that hangs keeps the lock: it is given back when that write has ended, or inherited when this process has.
      const closed = Promise.all([store.close(), document.settle()]).then(() => lock.release());
      if (!(await isSettledWithin(closed, limitMs))) closed.catch(workings.log);
    },
  });
}

async function openToWrite(disk: Disk, options: StoreOptions): Promise<Result<OpenStore>> {
  const { folder, shownAs, door } = options;
  let lock: Lock | null = null;
  const refuse = async (fault: Fault): Promise<Result<OpenStore>> => {
    await lock?.release();
    return fail(fault);
  };
  try {
    const lost = (await isLibraryFolder(disk.files, folder)) ? null : await findLostLibrary(disk, options.cacheFolder, folder);
    if (lost) return fail({ code: 'library-gone', folder: shownAs, catalog: lost.catalog });
    await disk.files.makeFolder(folder);
    const taken = await takeLock(disk, folder, { door, sideDoor: options.sideDoor, patienceMs: COMMAND_PATIENCE_MS });
    if (taken.kind === 'held') return fail({ code: 'library-locked', folder: shownAs, holder: taken.holder });
    lock = taken.lock;
    const opened = await openLocked(disk, options, lock);
    return opened.ok ? opened : await refuse(opened.fault);
  } catch (error) {
    // A bug in opening must not lock the library for good.
    await lock?.release();
    return fail(faultOfWrite(error, shownAs, 'library'));
  }
}

/** Opens what is there without leaving a trace. `fault` is why it is not opened to write, null where nobody wants to. */
async function openToRead(disk: Disk, options: StoreOptions, fault: Fault | null): Promise<Result<OpenStore>> {
  const { folder, shownAs, door } = options;
  try {
    const lost = (await isLibraryFolder(disk.files, folder)) ? null : await findLostLibrary(disk, options.cacheFolder, folder);
    if (lost === null && !(await isLibraryFolder(disk.files, folder))) return fail(fault ?? { code: 'library-missing', folder: shownAs });
    const workings = makeWorkings(disk, options, false);
    const { identity, isKnown, later } = await readIdentity(makeStoredDocument(identityRef, workings), workings);
    const id = lost?.id ?? (isKnown ? identity.id : null);
    const newer: Fault | null = later === null ? null : { code: 'library-newer', folder: shownAs, format: later };
    const saves = makeSaveCounter();
    const store = makeFileStore(workings, { saves, name: identity.name, place: id === null ? null : placeOf(options, id), isWritable: false, isLasting: door !== 'command', refusal: fault ?? newer, threads: threadsOf(options), tidy: null });
    return succeed({
      store, id, versions: store.versions, saves: saves.shared, isNew: false, wantsFirstArticle: false, mergeConflictCopies: async () => [], purgeBin: async () => 0, giveSetting: store.giveSetting, markSeeded: async () => succeed(undefined), whenWritable: () => undefined,
      close: async (limitMs) => void (await isSettledWithin(store.close(), limitMs)),
    });
  } catch (error) {
    return fail(fault ?? faultOfWrite(error, shownAs, 'library'));
  }
}

/** With these the library may still be read. */
const READABLE: readonly FaultCode[] = ['library-newer', 'library-read-only', 'library-gone', 'upgrade-unsafe', 'disk-full', 'save-failed', 'document-unreadable'];

/** Opens the library in a folder. To write, it takes the lock and makes what is missing; to read, it leaves no trace. */
export async function openStore(options: StoreOptions): Promise<Result<OpenStore>> {
  const { clock, chance, mode, files = machineFileSystem, wait = (ms) => delay(ms) } = options;
  const disk: Disk = { files: shareFolderSyncs(files), clock, chance, wait };
  if (mode === 'read') return openToRead(disk, options, null);
  const opened = await openToWrite(disk, options);
  return opened.ok || mode === 'write' || !READABLE.includes(opened.fault.code) ? opened : openToRead(disk, options, opened.fault);
}
