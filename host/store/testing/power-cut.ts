import { mkdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { FileSystem } from '../file-system.ts';
import { leaveFile } from './fixtures.ts';

/** What was asked of a disk, in order. Paths are relative to the folder that is watched. */
export type Operation =
  | { readonly kind: 'create' | 'sync' | 'remove' | 'sync-folder'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'rename' | 'link'; readonly path: string; readonly to: string };

/** A folder's files by path, as they are found when the power is back. */
export type DiskState = ReadonlyMap<string, Uint8Array>;

/** Passes everything on to a disk and notes what could be lost in a power cut. */
export function makeRecordingFileSystem(inner: FileSystem, folder: string): { files: FileSystem; operations: Operation[] } {
  const operations: Operation[] = [];
  const short = (path: string) => relative(folder, path);
  const noting = async <T>(operation: Operation, done: Promise<T>): Promise<T> => {
    const result = await done;
    operations.push(operation);
    return result;
  };
  const files: FileSystem = {
    ...inner,
    async createFile(path) {
      const file = await noting({ kind: 'create', path: short(path) }, inner.createFile(path));
      return {
        async write(bytes) {
          const count = await file.write(bytes);
          operations.push({ kind: 'write', path: short(path), bytes: bytes.slice(0, count) });
          return count;
        },
        sync: () => noting({ kind: 'sync', path: short(path) }, file.sync()),
        close: () => file.close(),
      };
    },
    rename: (from, to) => noting({ kind: 'rename', path: short(from), to: short(to) }, inner.rename(from, to)),
    link: (from, to) => noting({ kind: 'link', path: short(from), to: short(to) }, inner.link(from, to)),
    remove: (path) => noting({ kind: 'remove', path: short(path) }, inner.remove(path)),
    syncFolder: (path) => noting({ kind: 'sync-folder', path: short(path) }, inner.syncFolder(path)),
  };
  return { files, operations };
}

/** A file whatever its name: its bytes, and how many of its writes are safe. */
type Inode = { bytes: Uint8Array; synced: Uint8Array | null };
type NameChange = { readonly folder: string; apply(names: Map<string, Inode>): void };

const folderOf = (path: string): string => (dirname(path) === '.' ? '' : dirname(path));

/** The safe names and the changes of names that a power cut may or may not undo, after so many operations. */
function replay(operations: readonly Operation[]): { safe: Map<string, Inode>; pending: readonly NameChange[] } {
  const now = new Map<string, Inode>();
  const safe = new Map<string, Inode>();
  let pending: NameChange[] = [];
  const change = (path: string, apply: NameChange['apply']) => {
    apply(now);
    pending.push({ folder: folderOf(path), apply });
  };
  for (const operation of operations) {
    const inode = now.get(operation.path);
    if (operation.kind === 'create') {
      const made: Inode = { bytes: new Uint8Array(), synced: null };
      change(operation.path, (names) => names.set(operation.path, made));
    } else if (operation.kind === 'sync-folder') {
      for (const each of pending) if (each.folder === operation.path) each.apply(safe);
      pending = pending.filter((each) => each.folder !== operation.path);
    } else if (!inode) throw new Error(`${operation.kind} of a file that is not there: ${operation.path}`);
    else if (operation.kind === 'write') inode.bytes = new Uint8Array([...inode.bytes, ...operation.bytes]);
    else if (operation.kind === 'sync') inode.synced = inode.bytes;
    else if (operation.kind === 'rename' || operation.kind === 'link') {
      const { kind, path, to } = operation;
      change(to, (names) => {
        names.set(to, inode);
        if (kind === 'rename') names.delete(path);
      });
    } else change(operation.path, (names) => names.delete(operation.path));
  }
  return { safe, pending };
}

/** Every choice of pending changes while they are few; when they are many, every first so many of them, as a journal keeps order. */
function choices<T>(pending: readonly T[]): readonly (readonly T[])[] {
  if (pending.length > 5) return [...pending.keys(), pending.length].map((count) => pending.slice(0, count));
  return Array.from({ length: 2 ** pending.length }, (_, bits) => pending.filter((__, index) => bits & (1 << index)));
}

/** What may be in a file that was not synced: nothing, half, zero bytes, everything. */
const unsafeContents = ({ bytes }: Inode): readonly Uint8Array[] => [new Uint8Array(), bytes.slice(0, bytes.length >> 1), new Uint8Array(bytes.length), bytes];

/** Every state in which a power cut after these operations can leave the disk. */
export function* statesAfterPowerCut(operations: readonly Operation[]): Generator<DiskState> {
  const { safe, pending } = replay(operations);
  for (const kept of choices(pending)) {
    const names = new Map(safe);
    for (const change of kept) change.apply(names);
    const isUnsafe = (inode: Inode) => inode.synced === null || inode.synced.length !== inode.bytes.length;
    const variants = [...names.values()].some(isUnsafe) ? [0, 1, 2, 3] : [3];
    for (const variant of variants) {
      yield new Map([...names].map(([path, inode]) => [path, isUnsafe(inode) ? (unsafeContents(inode)[variant] ?? inode.bytes) : inode.bytes]));
    }
  }
}

/** Puts a state on a real disk. */
export async function materialise(state: DiskState, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, bytes] of state) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await leaveFile(join(folder, path), bytes);
  }
}
