import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault, LockHolder } from '../../core/base/fault.ts';
import { createId } from '../../core/base/ids.ts';
import type { MergeReport } from '../../core/base/merge-report.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { Chance, Clock, LibraryStore, VersionStore } from '../../core/library/ports.ts';
import { makeDamageRecord } from './damage.ts';
import { faultOfWrite } from './disk-faults.ts';
import { type Identity, identityRef } from './document-refs.ts';
import { type Disk, sweepTemporaryFiles } from './durable-file.ts';
import { errorCode, type FileSystem, machineFileSystem } from './file-system.ts';
import { makeFileStore } from './file-store.ts';
import { makeHistory } from './history.ts';
import { namesIn } from './library-layout.ts';
import { makeLimit } from './limit.ts';
import { COMMAND_PATIENCE_MS, type Lock, sweepClaims, takeLock } from './lock.ts';
import { isAlive } from './processes.ts';
import { makeSaveCounter } from './save-counter.ts';
import { shareFolderSyncs } from './share-runs.ts';
import { makeMergeRecord } from './merge-record.ts';
import { makeSession } from './session.ts';
import { makeStoredDocument, type StoredDocument, type Workings } from './stored-document.ts';

/** Disks are quickest with a few requests at once; more only hold files open. */
const TASKS_AT_ONCE = 8;
const FOLDERS = ['articles', 'content', 'originals'] as const;

export type StoreOptions = {
  /** An absolute path. */
  readonly folder: string;
  /** The folder as a person would write it. */
  readonly shownAs: string;
  readonly door: LockHolder['door'];
  readonly mode: 'write' | 'read';
  /** The folder of the side door; the lock names it. */
  readonly sideDoor?: string | undefined;
  readonly clock: Clock;
  readonly chance: Chance;
  /** Where catalogs are kept, an absolute path; without one, none is. */
  readonly cacheFolder?: string | undefined;
  readonly files?: FileSystem;
  readonly wait?: Disk['wait'];
};

export type OpenStore = {
  readonly store: LibraryStore;
  readonly versions: VersionStore;
  /** How many saves are under way, for other threads to see. */
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

async function sweep(disk: Disk, folder: string): Promise<void> {
  await sweepClaims(disk, folder);
  for (const name of ['', ...FOLDERS, 'damaged']) {
    const inside = join(folder, name);
    if ((await namesIn(disk.files, inside)).length > 0) await sweepTemporaryFiles(disk, inside, isAlive);
  }
}

/** The library's own document; a new one where there is none, or none that can be read. */
async function openIdentity(document: StoredDocument<Identity>, { disk, folder, shownAs }: Workings, isWritable: boolean): Promise<Result<Identity>> {
  const read = await document.read();
  if (read.ok && read.value) return succeed(read.value);
  if (!read.ok && read.fault.code === 'document-newer') return fail({ code: 'library-newer', folder: shownAs, format: read.fault.format });
  if (!read.ok && read.fault.code !== 'document-damaged') return read;
  const nowMs = disk.clock.nowMs();
  const name = basename(folder) || 'Lectern';
  const made: Identity = { id: createId(nowMs, disk.chance.bytes(10)), name, createdAt: new Date(nowMs).toISOString(), seeded: false };
  return isWritable ? document.update((identity) => succeed({ next: identity ?? made, answer: identity ?? made })) : succeed(made);
}

/** True when it came to rest in time. */
async function isSettledWithin(closing: Promise<unknown>, limitMs: number): Promise<boolean> {
  const settled = closing.then(() => true);
  const timer = new AbortController();
  const late = delay(limitMs, false, { signal: timer.signal, ref: false }).catch(() => false);
  return Promise.race([settled, late]).finally(() => timer.abort());
}

async function prepare(disk: Disk, options: StoreOptions): Promise<Result<Lock | null>> {
  const { folder, shownAs, door, mode, sideDoor } = options;
  if (mode === 'read') {
    return (await isLibraryFolder(disk.files, folder)) ? succeed(null) : fail({ code: 'library-missing', folder: shownAs });
  }
  await disk.files.makeFolder(folder);
  const outcome = await takeLock(disk, folder, { door, sideDoor, patienceMs: COMMAND_PATIENCE_MS });
  if (outcome.kind === 'held') return fail({ code: 'library-locked', folder: shownAs, holder: outcome.holder });
  return succeed(outcome.lock);
}

async function openPrepared(disk: Disk, options: StoreOptions, lock: Lock | null): Promise<Result<OpenStore>> {
  const { folder, shownAs } = options;
  const isWritable = lock !== null;
  const isNew = !(await namesIn(disk.files, folder)).includes('library.json');
  const workings: Workings = { disk, folder, shownAs, damage: makeDamageRecord(disk, folder, isWritable), history: isWritable ? makeHistory(disk, folder) : null, limit: makeLimit(TASKS_AT_ONCE), sign: makeSession(disk.chance), merges: makeMergeRecord() };
  const document = makeStoredDocument(identityRef, workings);
  const identity = await openIdentity(document, workings, isWritable);
  if (!identity.ok) return identity;
  if (isWritable) {
    await makeFolders(disk, folder);
    await sweep(disk, folder);
  }
  const place = options.cacheFolder === undefined ? null : { path: join(options.cacheFolder, identity.value.id.replaceAll(/[^A-Za-z0-9]/g, '-'), 'catalog.json'), library: folder };
  const saves = makeSaveCounter();
  const store = makeFileStore(workings, { saves, name: identity.value.name, place, isWritable, isLasting: options.door !== 'command' });
  await store.mergeConflictCopies();
  const hasArticles = (await namesIn(disk.files, join(folder, 'articles'))).length > 0;
  return succeed({
    store, isNew, versions: store.versions, saves: saves.shared, mergeConflictCopies: store.mergeConflictCopies,
    id: isWritable || !isNew ? identity.value.id : null,
    wantsFirstArticle: isWritable && !identity.value.seeded && !hasArticles,
    markSeeded: () => document.update((present) => succeed({ next: { ...(present ?? identity.value), seeded: true }, answer: undefined })),
    purgeBin: () => store.purgeBin(),
    async close(limitMs) {
      // A write that hangs keeps the lock: it ends with this process, and a dead holder's lock is inherited.
      if (await isSettledWithin(Promise.all([store.close(), document.settle()]), limitMs)) await lock?.release();
    },
  });
}

/** Opens the library in a folder. To write, it takes the lock and makes what is missing; to read, it leaves no trace. */
export async function openStore(options: StoreOptions): Promise<Result<OpenStore>> {
  const { clock, chance, files = machineFileSystem, wait = (ms) => delay(ms), shownAs } = options;
  const disk: Disk = { files: shareFolderSyncs(files), clock, chance, wait };
  let lock: Lock | null = null;
  const refuse = async (fault: Fault): Promise<Result<OpenStore>> => {
    await lock?.release();
    return fail(fault);
  };
  try {
    const prepared = await prepare(disk, options);
    if (!prepared.ok) return prepared;
    lock = prepared.value;
    const opened = await openPrepared(disk, options, lock);
    return opened.ok ? opened : await refuse(opened.fault);
  } catch (error) {
    return refuse(faultOfWrite(error, shownAs, 'The library'));
  }
}
