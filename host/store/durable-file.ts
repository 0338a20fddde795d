import { dirname, join } from 'node:path';
import type { Chance, Clock } from '../../core/library/ports.ts';
import { errorCode, type FileSystem, type NewFile, type Stamp } from './file-system.ts';

/** Everything outside that a write depends on. */
export type Disk = {
  readonly files: FileSystem;
  readonly clock: Clock;
  readonly chance: Chance;
  wait(ms: number): Promise<void>;
};

const RENAME_LIMIT_MS = 5_000;
const RENAME_FIRST_WAIT_MS = 10;
const RENAME_LONGEST_WAIT_MS = 250;
/** Virus scanners, indexers and sync clients hold files for a moment. Only these codes are worth a second try. */
const HELD_CODES: readonly (string | null)[] = ['EPERM', 'EBUSY', 'EACCES'];
/** Temporary names that this process has given out and that are in use: a dead namesake's are not among them. */
const namesInUse = new Set<string>();
const TEMPORARY_PATTERN = /^\.(?<process>\d+)-[0-9a-f]{16}\.tmp$/;

/** A temporary file, the name it is to have, and what is looked at directly before it gets it. */
type Placing = { readonly from: string; readonly to: string; lastLook?(): Promise<void> };

async function renameWhenFree(disk: Disk, { from, to, lastLook }: Placing): Promise<void> {
  const deadlineMs = disk.clock.nowMs() + RENAME_LIMIT_MS;
  for (let waitMs = RENAME_FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, RENAME_LONGEST_WAIT_MS)) {
    try {
      await lastLook?.();
      await disk.files.rename(from, to);
      namesInUse.delete(from);
      return;
    } catch (error) {
      if (!HELD_CODES.includes(errorCode(error)) || disk.clock.nowMs() + waitMs > deadlineMs) throw error;
      await disk.wait(waitMs);
    }
  }
}

/** Writes all of the bytes, in as many turns as the disk takes. */
export async function writeBytes(file: NewFile, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const count = await file.write(bytes.subarray(written));
    if (count <= 0) throw Object.assign(new Error('The disk took no more bytes'), { code: 'ENOSPC' });
    written += count;
  }
}

/** Bytes to write, what has to have gone well before they are flushed, and what is looked at directly before they take their place: flushing takes its time. `mayBeLost` is for those that nobody needs after a power cut: they are not flushed. */
type Writing = { readonly bytes: Uint8Array; readonly ready?: Promise<void>; readonly mayBeLost?: boolean; lastLook?(): Promise<void> };

/** Writes a file that must not be there yet; its bytes are safe on the disk, its name is once its folder is synced. */
export async function writeNewFile(disk: Disk, path: string, { bytes, ready, mayBeLost = false }: Writing): Promise<void> {
  const file = await disk.files.createFile(path);
  try {
    await writeBytes(file, bytes);
    await ready;
    if (!mayBeLost) await file.sync();
  } finally {
    await file.close();
  }
}

/** Removes a temporary file. Where that fails, it is as if its process had died: the next sweep takes it. */
export async function removeTemporary(disk: Disk, path: string): Promise<void> {
  namesInUse.delete(path);
  await disk.files.remove(path);
}

/** Removes a file that nobody needs. Where that fails, what stays behind is swept at the next start. */
export async function removeQuietly(disk: Disk, path: string): Promise<void> {
  try {
    await removeTemporary(disk, path);
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}

/** A name beside `path` that no other write has, which says whose it is, so that a later start can sweep it. */
export function temporaryPath(disk: Disk, path: string): string {
  const temporary = join(dirname(path), `.${process.pid}-${Buffer.from(disk.chance.bytes(8)).toString('hex')}.tmp`);
  namesInUse.add(temporary);
  return temporary;
}

/** Writes bytes, as `writeNewFile` does, under a temporary name beside `path`, and answers that name. Nothing stays behind when it fails. */
export async function writeBeside(disk: Disk, path: string, writing: Writing): Promise<string> {
  const temporary = temporaryPath(disk, path);
  try {
    await writeNewFile(disk, temporary, writing);
    return temporary;
  } catch (error) {
    await removeQuietly(disk, temporary);
    throw error;
  }
}

/** Gives a temporary file its name, or removes it and throws the disk's error, or that of the last look. */
export async function takePlace(disk: Disk, placing: Placing): Promise<void> {
  try {
    await renameWhenFree(disk, placing);
  } catch (error) {
    await removeQuietly(disk, placing.from);
    throw error;
  }
}

/** Waits for both, whatever becomes of either; throws what the first of them threw. */
export async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

/**
 * Replaces a file: after this the new bytes survive a power cut, and at no moment before is there anything
 * but the old file or the new one. Throws the disk's error, and then leaves no temporary file.
 * Answers how the new file stands; one that differs from that, at any later look, is another's.
 */
export async function replaceDurably(disk: Disk, path: string, { bytes, ready = Promise.resolve(), lastLook }: Writing): Promise<Stamp> {
  const [temporary] = await both(writeBeside(disk, path, { bytes, ready }), ready);
  // Looked at before it has its name: behind that name there may be another's file at once.
  const stamping = disk.files.stat(temporary);
  await takePlace(disk, { from: temporary, to: path, lastLook: async () => void (await both(stamping, lastLook?.() ?? Promise.resolve())) });
  await disk.files.syncFolder(dirname(path));
  return stamping;
}

/** The same for bytes that need nothing else. */
export async function writeDurably(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  await replaceDurably(disk, path, { bytes });
}

/** True for the name of a write under way, or of one that was cut short. */
export const isTemporary = (name: string): boolean => TEMPORARY_PATTERN.test(name);

/** Removes of the names in a folder what killed writes left: temporary files of processes that do not live any more, and of this one's namesake. */
export async function sweepTemporaryNames(disk: Disk, { folder, names }: { folder: string; names: readonly string[] }, isAlive: (pid: number) => boolean): Promise<void> {
  for (const name of names) {
    if (!name.startsWith('.')) continue;
    const owner = Number(TEMPORARY_PATTERN.exec(name)?.groups?.['process'] ?? Number.NaN);
    const isLeft = owner === process.pid ? !namesInUse.has(join(folder, name)) : !Number.isNaN(owner) && !isAlive(owner);
    if (isLeft) await removeQuietly(disk, join(folder, name));
  }
}

/** The same for all that is in a folder now. */
export async function sweepTemporaryFiles(disk: Disk, folder: string, isAlive: (pid: number) => boolean): Promise<void> {
  await sweepTemporaryNames(disk, { folder, names: await disk.files.readFolder(folder) }, isAlive);
}
