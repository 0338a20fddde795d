import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import type { Unsaved } from '../../core/base/fault.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { sha256 } from './canonical-json.ts';
import { FaultError, faultOfRead, faultOfWrite } from './disk-faults.ts';
import { decodeDocument } from './document-format.ts';
import { type Identity, identityRef } from './document-refs.ts';
import { type Disk, removeQuietly, sweepTemporaryFiles, temporaryPath } from './durable-file.ts';
import { errorCode, type OpenFile } from './file-system.ts';
import { isLibraryPath, libraryFiles } from './library-layout.ts';
import { isAlive } from './processes.ts';
import { readZipEntries, readZipEntry, ZipError, type ZipEntry } from './zip-reader.ts';
import { makeZipWriter } from './zip-writer.ts';

const MANIFEST_NAME = 'manifest.json';

const manifestSchema = z.object({
  kind: z.literal('lectern-archive'),
  format: z.int().min(1),
  library: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.iso.datetime(),
  files: z.array(z.object({ path: z.string().refine(isLibraryPath), size: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
/** What an archive holds, and what its files' bytes are. */
export type Manifest = z.infer<typeof manifestSchema>;
type ArchivedFile = Manifest['files'][number];

/** An archive that was opened and agrees with its manifest as to names and sizes. */
type OpenArchive = { readonly file: OpenFile; readonly manifest: Manifest; readonly entries: ReadonlyMap<string, ZipEntry> };

export type Archived = { readonly file: string; readonly files: number; readonly bytes: number };

async function readIfThere(disk: Disk, path: string): Promise<Uint8Array | null> {
  try {
    return await disk.files.readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** What a library is called and known by; its id is empty where its document can't be read. */
export async function readIdentity(disk: Disk, folder: string): Promise<Pick<Identity, 'id' | 'name'>> {
  const bytes = await readIfThere(disk, join(folder, identityRef.file));
  const decoded = bytes && decodeDocument(identityRef, bytes);
  return decoded?.ok ? { id: decoded.value.value.id, name: decoded.value.value.name } : { id: '', name: basename(folder) };
}

async function readLibraryFile(disk: Disk, folder: string, name: string): Promise<Uint8Array | null> {
  try {
    return await readIfThere(disk, join(folder, name));
  } catch (error) {
    // An archive that lacks a file is none. Which one it is, whoever can set it right has to be told.
    throw new FaultError(faultOfRead(error, name));
  }
}

/** Writes a library's files and the manifest of them into a new file, one at a time. */
async function writeArchive(disk: Disk, folder: string, path: string): Promise<Manifest> {
  const file = await disk.files.createFile(path);
  try {
    const zip = makeZipWriter(file);
    const files: ArchivedFile[] = [];
    const createdAt = new Date(disk.clock.nowMs()).toISOString();
    for await (const name of libraryFiles(disk.files, folder)) {
      const bytes = await readLibraryFile(disk, folder, name);
      if (!bytes) continue;
      files.push({ path: name, size: bytes.length, sha256: sha256(bytes) });
      await zip.add(name, bytes);
    }
    const { id, name } = await readIdentity(disk, folder);
    const manifest: Manifest = { kind: 'lectern-archive', format: 1, library: { id, name }, createdAt, files };
    await zip.add(MANIFEST_NAME, new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`));
    await zip.finish();
    await file.sync();
    return manifest;
  } finally {
    await file.close();
  }
}

function parseManifest(bytes: Uint8Array): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof z.ZodError) throw new ZipError('its manifest can’t be understood');
    throw error;
  }
}

async function openArchive(file: OpenFile): Promise<OpenArchive> {
  const entries = new Map((await readZipEntries(file)).map((entry) => [entry.name, entry]));
  const listed = entries.get(MANIFEST_NAME);
  if (!listed) throw new ZipError('it has no manifest');
  const manifest = parseManifest(await readZipEntry(file, listed));
  if (manifest.format > 1) throw new ZipError(`a later Lectern made it (format ${manifest.format})`);
  if (new Set(manifest.files.map(({ path }) => path)).size !== manifest.files.length) throw new ZipError('its manifest names a file twice');
  for (const { path, size } of manifest.files) if (entries.get(path)?.size !== size) throw new ZipError(`“${path}” is not as its manifest says`);
  if (entries.size !== manifest.files.length + 1) throw new ZipError('it holds files that its manifest does not name');
  return { file, manifest, entries };
}

/** The bytes of a file in an archive, which are those that its manifest promises. */
export async function readArchived({ file, entries }: OpenArchive, { path, sha256: promised }: ArchivedFile): Promise<Uint8Array> {
  const entry = entries.get(path);
  if (!entry) throw new Error(`${path} was checked to be there`);
  const bytes = await readZipEntry(file, entry);
  if (sha256(bytes) !== promised) throw new ZipError(`“${path}” is not as its manifest says`);
  return bytes;
}

/** Opens an archive and works with it. Throws a ZipError for one that can't be trusted. */
export async function withArchive<T>(disk: Disk, path: string, work: (archive: OpenArchive) => Promise<T>): Promise<T> {
  const file = await disk.files.openFile(path);
  try {
    return await work(await openArchive(file));
  } finally {
    await file.close();
  }
}

/** An archive's manifest, which its directory agrees with. The bytes of its files are not looked at. */
export const readManifest = (disk: Disk, path: string): Promise<Manifest> => withArchive(disk, path, async ({ manifest }) => manifest);

/** Reads every byte of an archive and answers its manifest. Throws a ZipError where one is not what it should be. */
export function verifyArchive(disk: Disk, path: string): Promise<Manifest> {
  return withArchive(disk, path, async (archive) => {
    for (const file of archive.manifest.files) await readArchived(archive, file);
    return archive.manifest;
  });
}

export function faultOfArchive(error: unknown, path: string, what: Unsaved) {
  return error instanceof ZipError ? ({ code: 'archive-damaged', file: path, reason: error.reason } as const) : faultOfWrite(error, dirname(path), what);
}

async function isThere(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.files.stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Writes all of a library into an archive at `out`, where nothing must be yet; it has that name only once every byte was read back from the disk. */
export async function archiveLibrary(disk: Disk, folder: string, out: string): Promise<Result<Archived>> {
  const path = resolve(out);
  const way = relative(resolve(folder), path);
  if (!way.startsWith(`..${sep}`) && !isAbsolute(way)) return fail({ code: 'archive-misplaced', file: out, reason: 'inside-library' });
  const temporary = temporaryPath(disk, path);
  try {
    await disk.files.makeFolder(dirname(path));
    await sweepTemporaryFiles(disk, dirname(path), isAlive);
    if (await isThere(disk, path)) return fail({ code: 'archive-misplaced', file: out, reason: 'present' });
    const written = await writeArchive(disk, folder, temporary);
    const readBack = await verifyArchive(disk, temporary);
    if (JSON.stringify(readBack) !== JSON.stringify(written)) throw new ZipError('it was not written as it should be');
    await disk.files.rename(temporary, path);
    await disk.files.syncFolder(dirname(path));
    return succeed({ file: path, files: written.files.length, bytes: (await disk.files.stat(path)).size });
  } catch (error) {
    await removeQuietly(disk, temporary);
    return fail(faultOfArchive(error, path, 'archive'));
  }
}
