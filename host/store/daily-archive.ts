import { join } from 'node:path';
import type { BackupFault } from '../../core/base/fault.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { archiveLibrary, type Manifest, readIdentity, readManifest } from './archive.ts';
import { archiveName, archiveTime } from './archive-folder.ts';
import type { ArchiveJob } from './archive-work.ts';
import { faultOfWrite } from './disk-faults.ts';
import { type Disk, removeQuietly } from './durable-file.ts';
import { errorCode } from './file-system.ts';
import { libraryFiles, namesIn } from './library-layout.ts';
import { archivesToDrop, type KeptArchive, latestFirst } from './thin-archives.ts';
import { ZipError } from './zip-reader.ts';

/** A little less than a day: whoever opens Lectern every morning has an archive every morning. */
const DUE_AFTER_MS = 20 * 60 * 60 * 1_000;
const SECOND_MS = 1_000;

/** The latest archive of a library. */
export type LatestArchive = { readonly file: string; readonly timeMs: number };
/** What became of a job; `latest` is null where there is no archive and none was due. */
export type ArchiveOutcome = Result<{ readonly latest: LatestArchive | null; readonly isMade: boolean }>;

type OwnArchive = KeptArchive & { readonly manifest: Manifest };

/** The archive, if it is one of this very library; null for one of another, and for one that can't be read. */
async function readOwn(disk: Disk, archives: string, { candidate, id }: { candidate: KeptArchive; id: string }): Promise<OwnArchive | null> {
  try {
    const manifest = await readManifest(disk, join(archives, candidate.name));
    return manifest.library.id === id ? { ...candidate, manifest } : null;
  } catch (error) {
    if (error instanceof ZipError || errorCode(error) !== null) return null;
    throw error;
  }
}

/** What bears the name of an archive of this library, the latest first. */
async function candidates(disk: Disk, { folder, archives }: ArchiveJob): Promise<readonly KeptArchive[]> {
  const named = (await namesIn(disk.files, archives)).flatMap((name) => {
    const timeMs = archiveTime(folder, name);
    return timeMs === null ? [] : [{ name, timeMs }];
  });
  return latestFirst(named, disk.clock.nowMs());
}

async function findLatest(disk: Disk, job: ArchiveJob, id: string): Promise<OwnArchive | null> {
  for (const candidate of await candidates(disk, job)) {
    const own = await readOwn(disk, job.archives, { candidate, id });
    if (own) return own;
  }
  return null;
}

/** True when a library is not as an archive of it has it, judged without reading a file: by names, sizes and times of change. */
async function hasChanged(disk: Disk, folder: string, { files, createdAt }: Manifest): Promise<boolean> {
  if (Date.parse(createdAt) > disk.clock.nowMs()) return true;
  const archived = new Map(files.map(({ path, size }) => [path, size]));
  const begunNs = BigInt(Date.parse(createdAt)) * 1_000_000n;
  let count = 0;
  for await (const name of libraryFiles(disk.files, folder)) {
    const { size, changedNs } = await disk.files.stat(join(folder, name));
    if (archived.get(name) !== size || changedNs >= begunNs) return true;
    count += 1;
  }
  return count !== archived.size;
}

function isDue(latest: OwnArchive | null, nowMs: number): boolean {
  // One that is dated ahead of now says nothing of when it was made.
  return latest === null || latest.timeMs > nowMs || nowMs - latest.timeMs >= DUE_AFTER_MS;
}

/** Removes what is not needed any more. Only files that are named as archives of this library and hold its id. */
async function thin(disk: Disk, job: ArchiveJob, { id, made }: { readonly id: string; readonly made: string }): Promise<void> {
  if (id === '') return;
  const own: KeptArchive[] = [];
  for (const candidate of await candidates(disk, job)) if (await readOwn(disk, job.archives, { candidate, id })) own.push(candidate);
  for (const { name } of archivesToDrop(own, { nowMs: disk.clock.nowMs(), made })) await removeQuietly(disk, join(job.archives, name));
}

async function isFolder(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.files.readFolder(path);
    return true;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return false;
  }
}

/** A name that no file has yet. */
async function freeName(disk: Disk, { folder, archives }: ArchiveJob): Promise<KeptArchive> {
  const taken = new Set(await namesIn(disk.files, archives));
  let timeMs = Math.floor(disk.clock.nowMs() / SECOND_MS) * SECOND_MS;
  while (taken.has(archiveName(folder, timeMs))) timeMs += SECOND_MS;
  return { name: archiveName(folder, timeMs), timeMs };
}

const reasons: Readonly<Record<string, BackupFault['reason']>> = { 'disk-full': 'disk-full', 'library-read-only': 'no-permission', 'archive-misplaced': 'inside-library' };

async function makeWhereDue(disk: Disk, job: ArchiveJob): Promise<ArchiveOutcome> {
  const { folder, archives, isForced, mayMakeFolder } = job;
  const refuse = (reason: BackupFault['reason']): ArchiveOutcome => fail({ code: 'backup-failed', folder: archives, reason });
  const { id } = await readIdentity(disk, folder);
  const latest = await findLatest(disk, job, id);
  const isWanted = isForced || (isDue(latest, disk.clock.nowMs()) && (latest === null || (await hasChanged(disk, folder, latest.manifest))));
  if (!isWanted) return succeed({ latest: latest && { file: join(archives, latest.name), timeMs: latest.timeMs }, isMade: false });
  if (!mayMakeFolder && !(await isFolder(disk, archives))) return refuse('folder-missing');
  const next = await freeName(disk, job);
  const made = await archiveLibrary(disk, folder, join(archives, next.name));
  if (!made.ok) return made.fault.code === 'document-unreadable' ? made : refuse(reasons[made.fault.code] ?? 'other');
  await thin(disk, job, { id, made: next.name });
  return succeed({ latest: { file: made.value.file, timeMs: next.timeMs }, isMade: true });
}

/**
 * Makes an archive of a library if it has changed since the latest and that is a day old, and then removes those
 * that are not needed any more. Nothing is removed before the new one was read back whole.
 */
export async function archiveWhenDue(disk: Disk, job: ArchiveJob): Promise<ArchiveOutcome> {
  try {
    return await makeWhereDue(disk, job);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return fail({ code: 'backup-failed', folder: job.archives, reason: reasons[faultOfWrite(error, job.archives, 'archive').code] ?? 'other' });
  }
}
