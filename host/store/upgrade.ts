import { basename, join } from 'node:path';
import type { Fault } from '../../core/base/fault.ts';
import { type Chain, formatAfter } from '../../core/library/migrations.ts';
import { archiveLibrary, withArchive } from './archive.ts';
import { archiveFolder } from './archive-folder.ts';
import { FaultError, faultOfRead } from './disk-faults.ts';
import type { Disk } from './durable-file.ts';
import { errorCode } from './file-system.ts';
import { ZipError } from './zip-reader.ts';

/** How documents of earlier formats become those of the present one. */
export type Upgrade = {
  readonly chain: Chain;
  /**
   * Resolves when all of the library is safe in an archive as it was before the present format; that is made once.
   * Throws a FaultError where it can't be made: then nothing of an earlier format may be written over.
   */
  backUp(): Promise<void>;
};

/** Where to archive, and whose library it is. `shownAs` is its folder as a person would write it. */
type Place = { readonly folder: string; readonly shownAs: string; readonly id: () => string };

/** True for a whole archive of that library; null where there is no file. */
async function isArchiveOf(disk: Disk, path: string, id: string): Promise<boolean | null> {
  try {
    return await withArchive(disk, path, async ({ manifest }) => manifest.library.id === id);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    if (error instanceof ZipError) return false;
    throw error;
  }
}

export function makeUpgrade(disk: Disk, { folder, shownAs, id }: Place, chain: Chain): Upgrade {
  let done: Promise<void> | null = null;
  const name = `${basename(folder) || 'Lectern'} before format ${formatAfter(chain)}`;
  const pathOf = (turn: number) => join(archiveFolder(folder), `${name}${turn === 1 ? '' : ` (${turn})`}.zip`);

  function unsafe(fault: Fault, archive: string): FaultError {
    const reason = fault.code === 'disk-full' ? 'full' : fault.code === 'library-read-only' ? 'no-permission' : 'other';
    return new FaultError({ code: 'upgrade-unsafe', folder: shownAs, archive, reason });
  }

  async function archive(): Promise<void> {
    for (let turn = 1; ; turn += 1) {
      const path = pathOf(turn);
      const isOurs = await isArchiveOf(disk, path, id());
      if (isOurs) return;
      if (isOurs === false) continue;
      const archived = await archiveLibrary(disk, folder, path);
      if (archived.ok) return;
      throw unsafe(archived.fault, path);
    }
  }

  async function archiveAnew(): Promise<void> {
    try {
      await archive();
    } catch (error) {
      // What made it fail may be over when it is tried again.
      done = null;
      throw error instanceof FaultError ? error : unsafe(faultOfRead(error, name), pathOf(1));
    }
  }

  return { chain, backUp: () => (done ??= archiveAnew()) };
}
