import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import type { FaultCode } from '../../core/base/fault.ts';
import { fail, succeed } from '../../core/base/result.ts';
import type { LibraryEvent } from '../../core/library/events.ts';
import type { Library } from '../../core/library/library.ts';
import type { WatchPort, WatchState } from '../../core/library/ports.ts';
import type { Disk } from '../store/durable-file.ts';
import { errorCode } from '../store/file-system.ts';
import type { MachineSettings } from '../store/machine-settings.ts';
import { findImportable, isFolder } from './find-importable.ts';
import { readSourceFile } from './read-source-file.ts';
import { openWatchedFiles, type WatchedFiles } from './watched-files.ts';

/** A file that stays the same for so long is no longer being copied. */
const SETTLED_MS = 1_500;
/** What the system does not tell of, on network folders and past its watchers, is seen by looking. */
const LOOK_EVERY_MS = 30_000;
const FAILED_LIMIT = 100;
const SAVED_EVERY = 25;

/** The disk's faults, or the library's: nothing is wrong with the file, and it is tried again. */
const LATER: readonly FaultCode[] = ['disk-full', 'save-failed', 'library-read-only', 'document-unreadable', 'internal'];

export type FolderWatcher = WatchPort & {
  /** Begins to watch, and brings files into the library. */
  start(library: Pick<Library, 'importSource'>): void;
  close(): Promise<void>;
};

type Parts = {
  readonly disk: Disk;
  /** The library's folder, which can't be watched. */
  readonly libraryFolder: string;
  readonly settings: Pick<MachineSettings, 'read' | 'change'>;
  /** A folder to watch for as long as this lasts, whatever is chosen. */
  readonly given: string | null;
  /** Where it is kept which files are done with; null where nowhere. */
  readonly file: string | null;
  readonly show: (path: string) => string;
  readonly log: (error: unknown) => void;
  readonly settledMs?: number;
};

type Found = { readonly path: string; readonly name: string; readonly stamp: string };

function isWithin(folder: string, other: string): boolean {
  const way = relative(other, folder);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

async function stampAt(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? `${found.size}:${found.mtimeMs}` : null;
}

/** Watches the folder that a user chose, and brings in what is put there once it is whole. What is there already comes in too; a file is brought in once, and again when it changes. */
export function makeFolderWatcher({ disk, libraryFolder, settings, given, file, show, log, settledMs = SETTLED_MS }: Parts): FolderWatcher {
  const listeners = new Set<(event: LibraryEvent) => void>();
  let soon: NodeJS.Timeout | null = null;
  let every: NodeJS.Timeout | undefined;
  const nothing: WatchState = { folder: null, isThere: false, isUnderWay: false, cameIn: 0, failed: [] };
  let state = nothing;
  let library: Pick<Library, 'importSource'> | null = null;
  let watched: { readonly folder: string; readonly files: WatchedFiles; readonly watcher: FSWatcher | null } | null = null;
  /** Since when a file has been seen as it is. */
  let seen = new Map<string, { readonly stamp: string; readonly sinceMs: number }>();
  let turn: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const isMisplaced = (folder: string) => isWithin(folder, libraryFolder) || isWithin(libraryFolder, folder);
  const misplaced = (folder: string) => ({ code: 'watch-misplaced', folder: show(folder) }) as const;
  const tell = (event: LibraryEvent) => listeners.forEach((listener) => listener(event));

  function become(next: Partial<WatchState>): void {
    const before = JSON.stringify(state);
    state = { ...state, ...next };
    if (JSON.stringify(state) !== before) tell({ kind: 'watch-changed', watch: state });
  }

  function lookSoon(): void {
    if (isClosed || soon) return;
    soon = setTimeout(() => {
      soon = null;
      void look();
    }, settledMs).unref();
  }

  function beginWatching(folder: string): FSWatcher | null {
    try {
      return watch(folder, { recursive: true, persistent: false }, lookSoon).on('error', () => undefined);
    } catch (error) {
      if (errorCode(error) === null) throw error;
      return null;
    }
  }

  /** Opens what is known of the folder that is to be watched now; null for none. */
  async function findWatched(): Promise<typeof watched> {
    const folder = given ?? (await settings.read()).watchFolder ?? null;
    if (watched && watched.folder !== folder) {
      watched.watcher?.close();
      watched = null;
    }
    if (folder === null || watched || isClosed) return watched;
    seen = new Map();
    const isWrong = isMisplaced(folder);
    become({ ...nothing, folder: show(folder), isThere: await isFolder(folder), failed: isWrong ? [{ name: show(folder), fault: misplaced(folder) }] : [] });
    if (state.isThere && !isWrong) watched = { folder, files: await openWatchedFiles(disk, file, folder), watcher: beginWatching(folder) };
    return watched;
  }

  /** What is new in the folder and whole; what may still be on its way is looked at again. */
  async function findNew(files: WatchedFiles, folder: string): Promise<readonly Found[]> {
    const nowMs = performance.now();
    const found = (await findImportable(folder)).files;
    const fresh: Found[] = [];
    const next: typeof seen = new Map();
    for (const { path, name } of found) {
      const stamp = await stampAt(path);
      if (stamp === null || files.has(name, stamp)) continue;
      const before = seen.get(name);
      const since = before?.stamp === stamp ? before : { stamp, sinceMs: nowMs };
      next.set(name, since);
      if (nowMs - since.sinceMs >= settledMs) fresh.push({ path, name, stamp });
    }
    seen = next;
    files.keepOnly(new Set(found.map(({ name }) => name)));
    if (fresh.length < next.size) lookSoon();
    return fresh;
  }

  /** Brings in one file; false where it has to wait for the library. */
  async function bringIn(to: Pick<Library, 'importSource'>, files: WatchedFiles, { path, name, stamp }: Found): Promise<boolean> {
    const source = await readSourceFile(path);
    const imported = source.ok ? await to.importSource(source.value, 'version') : source;
    // What closing breaks off is not the file's fault either.
    if (!imported.ok && (isClosed || LATER.includes(imported.fault.code))) return false;
    files.add(name, stamp);
    if (!imported.ok) become({ failed: [{ name, fault: imported.fault }, ...state.failed.filter((each) => each.name !== name)].slice(0, FAILED_LIMIT) });
    else if (imported.value.kind === 'readings') tell({ kind: 'readings-planned', plan: imported.value.plan });
    else if (imported.value.kind === 'article' || (imported.value.kind === 'version' && imported.value.version.undo.length > 0)) become({ cameIn: state.cameIn + 1 });
    return true;
  }

  async function lookNow(): Promise<void> {
    const now = await findWatched();
    if (!now || !library || isClosed) return;
    const { folder, files } = now;
    become({ isThere: await isFolder(folder) });
    if (!state.isThere) return;
    const fresh = await findNew(files, folder);
    become({ isUnderWay: fresh.length > 0 });
    for (const [index, each] of fresh.entries()) {
      if (isClosed || watched !== now || !(await bringIn(library, files, each))) break;
      if (index % SAVED_EVERY === SAVED_EVERY - 1) await files.save();
    }
    await files.save();
    become({ isUnderWay: false });
  }

  function look(): Promise<void> {
    const looked = turn.then(lookNow).catch((error: unknown) => {
      log(error);
      become({ isUnderWay: false });
    });
    turn = looked;
    return looked;
  }

  return {
    state: () => state,
    async chooseFolder(folder) {
      if (folder !== null && isMisplaced(folder)) return fail(misplaced(folder));
      const kept = await settings.change({ watchFolder: folder });
      if (!kept.ok) return kept;
      await turn;
      if (folder === null) become(nothing);
      await findWatched();
      lookSoon();
      return succeed(state);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start(to) {
      if (isClosed || library) return;
      library = to;
      every = setInterval(() => void look(), LOOK_EVERY_MS).unref();
      void look();
    },
    async close() {
      isClosed = true;
      clearInterval(every);
      if (soon) clearTimeout(soon);
      await turn;
      watched?.watcher?.close();
    },
  };
}
