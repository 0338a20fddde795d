import { join } from 'node:path';
import { hadArticles } from './catalog-file.ts';
import type { Disk } from './durable-file.ts';
import { errorCode } from './file-system.ts';
import { namesIn } from './library-layout.ts';

/** A library that this machine has known, in a folder where there is none now. */
export type LostLibrary = { readonly id: string; readonly catalog: string };

/**
 * The library with articles that was in a folder when it was last open here. A drive that is not connected leaves an
 * empty folder or none, and a new library must not be made in that place.
 */
export async function findLostLibrary(disk: Disk, cacheFolder: string | undefined, folder: string): Promise<LostLibrary | null> {
  if (cacheFolder === undefined) return null;
  try {
    for (const id of await namesIn(disk.files, cacheFolder)) {
      const catalog = join(cacheFolder, id, 'catalog.json');
      if (await hadArticles(disk, catalog, folder)) return { id, catalog };
    }
  } catch (error) {
    // Without a cache that can be read nothing is known.
    if (errorCode(error) === null) throw error;
  }
  return null;
}
