import { dirname } from 'node:path';
import { type Disk, takePlace, writeBeside } from './durable-file.ts';
import { errorCode } from './file-system.ts';

/** The bytes of a file of the cache; null where there is none that can be read. */
export async function readCacheFile(disk: Disk, path: string): Promise<Uint8Array | null> {
  try {
    return await disk.files.readFile(path);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

/** Writes a file of the cache, whole or not at all. Not flushed: it can always be made again, and a cache that can't be written costs time alone. */
export async function writeCacheFile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await disk.files.makeFolder(dirname(path), 0o700);
    const temporary = await writeBeside(disk, path, { bytes, mayBeLost: true });
    await takePlace(disk, { from: temporary, to: path });
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}
