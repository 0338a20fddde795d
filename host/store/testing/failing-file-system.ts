import { type FileSystem, machineFileSystem, type NewFile } from '../file-system.ts';

/** How a call fails: with an error of that code, or, where it is a write, by taking half of the bytes. */
export type Failure = 'ENOSPC' | 'EIO' | 'EACCES' | 'EROFS' | 'EBUSY' | 'EPERM' | 'EMFILE' | 'short-write';

/** A disk on which one call, the `failAt`th from when it was armed, fails. */
export type FailingFileSystem = FileSystem & {
  arm(failAt: number, failure: Failure): void;
  disarm(): void;
  /** The name of the call that failed; null when none did. */
  failed(): keyof FileSystem | keyof NewFile | null;
};

export function makeFailingFileSystem(inner: FileSystem = machineFileSystem): FailingFileSystem {
  let left = Number.POSITIVE_INFINITY;
  let failure: Failure = 'EIO';
  let failed: ReturnType<FailingFileSystem['failed']> = null;

  function isTurn(name: keyof FileSystem | keyof NewFile): boolean {
    left -= 1;
    if (left === 0) failed = name;
    return left === 0;
  }

  async function call<T>(name: keyof FileSystem | keyof NewFile, operation: () => Promise<T>): Promise<T> {
    if (isTurn(name) && failure !== 'short-write') throw Object.assign(new Error(`${failure}: ${name}`), { code: failure });
    return operation();
  }

  const wrapFile = (file: NewFile): NewFile => ({
    write(bytes) {
      if (!isTurn('write')) return file.write(bytes);
      if (failure === 'short-write') return file.write(bytes.subarray(0, Math.max(1, bytes.length >> 1)));
      throw Object.assign(new Error(`${failure}: write`), { code: failure });
    },
    sync: () => call('sync', () => file.sync()),
    // A close that fails has closed all the same, as POSIX has it on Linux.
    close: () => file.close().then(() => call('close', async () => undefined)),
  });

  return {
    readFile: (path) => call('readFile', () => inner.readFile(path)),
    openFile: (path) => call('openFile', () => inner.openFile(path)),
    stat: (path) => call('stat', () => inner.stat(path)),
    readFolder: (path) => call('readFolder', () => inner.readFolder(path)),
    isEmptyFolder: (path) => call('isEmptyFolder', () => inner.isEmptyFolder(path)),
    makeFolder: (path, mode) => call('makeFolder', () => inner.makeFolder(path, mode)),
    createFile: (path) => call('createFile', async () => wrapFile(await inner.createFile(path))),
    rename: (from, to) => call('rename', () => inner.rename(from, to)),
    link: (from, to) => call('link', () => inner.link(from, to)),
    remove: (path) => call('remove', () => inner.remove(path)),
    syncFolder: (path) => call('syncFolder', () => inner.syncFolder(path)),
    watch: (path, onChange) => inner.watch(path, onChange),
    arm(failAt, how) {
      left = failAt;
      failure = how;
      failed = null;
    },
    disarm: () => void (left = Number.POSITIVE_INFINITY),
    failed: () => failed,
  };
}
