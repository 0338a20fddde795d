import { dirname, join, resolve } from 'node:path';
import type { Damage } from '../../core/library/ports.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { faultOfArchive, type Manifest, readArchived, verifyArchive, withArchive } from './archive.ts';
import { faultOfRead } from './disk-faults.ts';
import { identityRef } from './document-refs.ts';
import { type Disk, removeQuietly, writeNewFile } from './durable-file.ts';
import { errorCode } from './file-system.ts';
import { namesIn, PARTS } from './library-layout.ts';
import { makeLimit } from './limit.ts';
import { openStore } from './open-store.ts';
import { ZipError } from './zip-reader.ts';

const FILES_AT_ONCE = 4;

/** What was restored, and what of it can't be read, as it could not when the archive was made. */
export type Restored = { readonly folder: string; readonly name: string; readonly files: number; readonly articles: number; readonly damaged: readonly Damage[] };

/** Writes an archive's files; library.json comes last, so that a half-restored folder is no library. On trouble all of them are taken away again. */
async function unpack(disk: Disk, file: string, folder: string): Promise<Manifest> {
  const written: string[] = [];
  try {
    return await withArchive(disk, file, async (archive) => {
      const limit = makeLimit(FILES_AT_ONCE);
      const write = async (archived: Manifest['files'][number]): Promise<void> => {
        const bytes = await readArchived(archive, archived);
        written.push(archived.path);
        await writeNewFile(disk, join(folder, ...archived.path.split('/')), { bytes });
      };
      for (const part of PARTS) await disk.files.makeFolder(join(folder, part));
      const { files } = archive.manifest;
      const outcomes = await Promise.allSettled(files.filter(({ path }) => path !== identityRef.file).map((each) => limit(() => write(each))));
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
      for (const part of PARTS) await disk.files.syncFolder(join(folder, part));
      for (const each of files) if (each.path === identityRef.file) await write(each);
      await disk.files.syncFolder(folder);
      await disk.files.syncFolder(dirname(folder));
      return archive.manifest;
    });
  } catch (error) {
    for (const path of written) await removeQuietly(disk, join(folder, ...path.split('/')));
    throw error;
  }
}

/**
 * Makes a library from an archive, in a folder that is new or empty. Nothing is written before every byte of
 * the archive was found to be what its manifest says; then the library is opened once, to prove it.
 */
export async function restoreArchive(disk: Disk, file: string, into: string): Promise<Result<Restored>> {
  const folder = resolve(into);
  try {
    await verifyArchive(disk, file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return fail({ code: 'archive-damaged', file, reason: 'there is no such file' });
    return fail(error instanceof ZipError ? { code: 'archive-damaged', file, reason: error.reason } : faultOfRead(error, file));
  }
  try {
    if ((await namesIn(disk.files, folder)).length > 0) return fail({ code: 'folder-in-use', folder: into });
    await disk.files.makeFolder(folder);
    const manifest = await unpack(disk, file, folder);
    const opened = await openStore({ folder, shownAs: into, door: 'command', mode: 'read', clock: disk.clock, chance: disk.chance, files: disk.files, wait: disk.wait });
    if (!opened.ok) return opened;
    const { summaries: articles, damaged } = await opened.value.store.listSummaries();
    await opened.value.close(0);
    return succeed({ folder, name: manifest.library.name, files: manifest.files.length, articles: articles.length, damaged });
  } catch (error) {
    return fail(errorCode(error) === 'ENOTDIR' ? { code: 'folder-in-use', folder: into } : faultOfArchive(error, join(folder, '.'), 'restored-library'));
  }
}
