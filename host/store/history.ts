import { dirname, join } from 'node:path';
import { type Disk, removeQuietly, replaceDurably } from './durable-file.ts';
import { errorCode } from './file-system.ts';
import { namesIn } from './library-layout.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const VERSION_PATTERN = /^(\d{1,12})\.json$/;

/** An earlier version of a document: which write made it, and when. */
export type Version = { readonly rev: number; readonly timeMs: number };

export type History = {
  /** Keeps the file of a document that is about to be written over, once a minute at most; false where it kept none. What fails here fails no save. */
  keep(file: string, rev: number): Promise<boolean>;
  /** Lets go, in the background, of versions that are not needed any more. */
  thin(file: string): void;
  /** Keeps the file of a document that is about to be removed, safe on the disk. Throws where that can't be. */
  keepForGood(file: string, rev: number): Promise<void>;
  /** Resolves when thinning has come to rest. */
  settle(): Promise<void>;
};

/** "articles/x.json" as "history/x". */
export const historyFolder = (file: string): string => `history/${file.slice(file.lastIndexOf('/') + 1, -'.json'.length)}`;

/** The stretch of time of which one version is kept: a minute within the last hour, then an hour for a day, a day for thirty, then a month. */
function stretchOf(timeMs: number, nowMs: number): string {
  const ageMs = nowMs - timeMs;
  if (ageMs < HOUR_MS) return `minute ${Math.floor(timeMs / MINUTE_MS)}`;
  if (ageMs < DAY_MS) return `hour ${Math.floor(timeMs / HOUR_MS)}`;
  if (ageMs < 30 * DAY_MS) return `day ${Math.floor(timeMs / DAY_MS)}`;
  return `month ${new Date(timeMs).toISOString().slice(0, 7)}`;
}

/** The versions that are not needed any more: all but the latest of each stretch. */
export function versionsToDrop(versions: readonly Version[], nowMs: number): readonly Version[] {
  const latest = new Map<string, Version>();
  for (const version of [...versions].sort((a, b) => a.rev - b.rev)) latest.set(stretchOf(version.timeMs, nowMs), version);
  const kept = new Set(latest.values());
  return versions.filter((version) => !kept.has(version));
}

/** The earlier versions that are kept of a document, the latest first. */
export async function listVersions(disk: Disk, folder: string, file: string): Promise<readonly Version[]> {
  const versions: Version[] = [];
  for (const name of await namesIn(disk.files, join(folder, historyFolder(file)))) {
    const rev = Number(VERSION_PATTERN.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isNaN(rev)) versions.push({ rev, timeMs: Number((await disk.files.stat(join(folder, historyFolder(file), name))).changedNs / 1_000_000n) });
  }
  return versions.sort((a, b) => b.rev - a.rev);
}

/** Gives a file a second name; where files can't have two, a copy. One that is there already stays. The first in a folder makes it. */
async function keepFile(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.files.link(from, to);
  } catch (first) {
    if (errorCode(first) === 'EEXIST') return;
    if (errorCode(first) === null) throw first;
    await disk.files.makeFolder(dirname(to));
    try {
      await disk.files.link(from, to);
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EEXIST') return;
      if (code === null || code === 'ENOENT') throw error;
      // By a temporary name: a copy that was cut short must not pass for the version.
      await replaceDurably(disk, to, { bytes: await disk.files.readFile(from) });
    }
  }
}

const isSame = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, at) => byte === b[at]);

/** The earlier versions of documents, in history/. A version costs a second name for the old file, and no flush. */
export function makeHistory(disk: Disk, folder: string): History {
  const lastKept = new Map<string, number>();
  const thinning = new Set<Promise<void>>();

  async function unlessDisk(operation: () => Promise<void>): Promise<void> {
    try {
      await operation();
    } catch (error) {
      // A version that could not be kept is a version less; the save goes on.
      if (errorCode(error) === null) throw error;
    }
  }

  async function drop(file: string): Promise<void> {
    for (const { rev } of versionsToDrop(await listVersions(disk, folder, file), disk.clock.nowMs())) await removeQuietly(disk, join(folder, historyFolder(file), `${rev}.json`));
  }

  return {
    async keep(file, rev) {
      const minute = Math.floor(disk.clock.nowMs() / MINUTE_MS);
      if (lastKept.get(file) === minute) return false;
      lastKept.set(file, minute);
      await unlessDisk(() => keepFile(disk, join(folder, file), join(folder, historyFolder(file), `${rev}.json`)));
      return true;
    },
    thin(file) {
      const done = unlessDisk(() => drop(file)).finally(() => thinning.delete(done));
      thinning.add(done);
    },
    async keepForGood(file, rev) {
      const from = join(folder, file);
      const bytes = await disk.files.readFile(from);
      let kept = join(folder, historyFolder(file), `${rev}.json`);
      await keepFile(disk, from, kept);
      // What has the name already may be another text of that number, or one that was cut short.
      for (let free = rev + 1; !isSame(await disk.files.readFile(kept), bytes); free += 1) {
        kept = join(folder, historyFolder(file), `${free}.json`);
        await keepFile(disk, from, kept);
      }
      for (const each of [dirname(kept), join(folder, 'history'), folder]) await disk.files.syncFolder(each);
    },
    async settle() {
      await Promise.all(thinning);
    },
  };
}
