import { type BigIntStats, constants, watch } from 'node:fs';
import * as disk from 'node:fs/promises';

/** What tells one state of a file from another without reading it. */
export type Stamp = { readonly size: number; readonly changedNs: bigint; readonly fileId: bigint };

export type NewFile = {
  /** Writes some of the bytes, from the first on, and answers how many. */
  write(bytes: Uint8Array): Promise<number>;
  sync(): Promise<void>;
  close(): Promise<void>;
};

/** A file that is read in places, for those too large to be held. */
export type OpenFile = {
  readonly size: number;
  /** Bytes from a position on; fewer where the file ends. */
  read(position: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
};

/** The few operations on a disk that the store is made of. Failures are Node's errors, with their `code`. Tests bring disks that fail. */
export type FileSystem = {
  readFile(path: string): Promise<Uint8Array>;
  openFile(path: string): Promise<OpenFile>;
  stat(path: string): Promise<Stamp>;
  readFolder(path: string): Promise<readonly string[]>;
  /** True for a folder with no name in it, told by the first that there is. */
  isEmptyFolder(path: string): Promise<boolean>;
  /** Makes a folder and those above it that are missing; one that is there stays. */
  makeFolder(path: string, mode?: number): Promise<void>;
  /** Creates a file that only this account may read; one of that name must not exist. */
  createFile(path: string): Promise<NewFile>;
  /** Takes the place of a file of the new name. */
  rename(from: string, to: string): Promise<void>;
  /** A second name for a file; one of that name must not exist. */
  link(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes the names in a folder durable. */
  syncFolder(path: string): Promise<void>;
  /** Tells the names in a folder that change, null where the system does not say which, until the answered function is called. May miss some. */
  watch(path: string, onChange: (name: string | null) => void): () => void;
};

/** The `code` of a failed operation ("ENOENT"), or null where an error is not one. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

export function isSameStamp(a: Stamp | null, b: Stamp | null): boolean {
  if (a === null || b === null) return a === b;
  return a.size === b.size && a.changedNs === b.changedNs && a.fileId === b.fileId;
}

export const stampOf = (found: BigIntStats): Stamp => ({ size: Number(found.size), changedNs: found.mtimeNs, fileId: found.ino });

/** What an operation answers, or null where there is no such file. */
export async function unlessAbsent<V>(operation: Promise<V>): Promise<V | null> {
  try {
    return await operation;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function openFile(path: string): Promise<OpenFile> {
  const file = await disk.open(path, constants.O_RDONLY);
  return {
    size: (await file.stat()).size,
    async read(position, length) {
      const bytes = Buffer.alloc(length);
      let count = 0;
      while (count < length) {
        const { bytesRead } = await file.read(bytes, count, length - count, position + count);
        if (bytesRead === 0) break;
        count += bytesRead;
      }
      return bytes.subarray(0, count);
    },
    close: () => file.close(),
  };
}

async function isEmptyFolder(path: string): Promise<boolean> {
  const folder = await disk.opendir(path);
  try {
    return (await folder.read()) === null;
  } finally {
    await folder.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows opens no folder for syncing; its rename is in the journal already.
  if (process.platform === 'win32') return;
  const folder = await disk.open(path, constants.O_RDONLY);
  // Nothing was written through it, so nobody has to wait until it is closed, or hear how.
  await folder.sync().finally(() => void folder.close().catch(() => undefined));
}

function watchFolder(path: string, onChange: (name: string | null) => void): () => void {
  const watcher = watch(path, { persistent: false }, (_, name) => onChange(name));
  // A folder that goes away takes its watcher with it.
  watcher.on('error', () => watcher.close());
  return () => watcher.close();
}

/** The machine's own disk. */
export const machineFileSystem: FileSystem = {
  readFile: (path) => disk.readFile(path),
  openFile,
  stat: async (path) => stampOf(await disk.stat(path, { bigint: true })),
  readFolder: (path) => disk.readdir(path),
  isEmptyFolder,
  async makeFolder(path, mode = 0o777) {
    await disk.mkdir(path, { recursive: true, mode });
  },
  async createFile(path) {
    const file = await disk.open(path, 'wx', 0o600);
    return {
      write: async (bytes) => (await file.write(bytes, 0, bytes.length)).bytesWritten,
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  rename: (from, to) => disk.rename(from, to),
  link: (from, to) => disk.link(from, to),
  remove: (path) => disk.unlink(path),
  syncFolder,
  watch: watchFolder,
};
