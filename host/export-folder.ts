import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { fail, type Result, succeed } from '../core/base/result.ts';
import { fileNameFor, foldFileName } from '../core/export/file-name.ts';
import type { ExportedFile } from '../core/export/to-markdown.ts';
import { errorCode } from './store/file-system.ts';

/** What remembers, in a folder of exports, which files are as Lectern wrote them. */
const RECORD_NAME = '.lectern-export.json';

const recordSchema = z.object({ format: z.literal(1), files: z.record(z.string(), z.object({ article: z.string(), sha256: z.string() })) });
type ExportRecord = z.infer<typeof recordSchema>;

/** Where a file of an export went, and whether it had to be written. */
export type WrittenFile = { readonly id: string; readonly file: string; readonly state: 'written' | 'replaced' | 'unchanged' };

/** Makes the files of an export; links between them lead to `names`, by article id, where those are settled already. */
type Render = (names?: Readonly<Record<string, string>>) => Promise<Result<readonly ExportedFile[]>>;

/** A folder's names, folded; its record; and the names that this export has given out. */
type Folder = { readonly path: string; readonly names: ReadonlyMap<string, string>; readonly record: ExportRecord; readonly given: Set<string> };

const hashOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'EISDIR') return null;
    throw error;
  }
}

/** A record that can't be read remembers nothing: then every file counts as somebody else's and is left alone. */
function parseRecord(bytes: Buffer | null): ExportRecord {
  const nothing: ExportRecord = { format: 1, files: {} };
  if (!bytes) return nothing;
  try {
    return recordSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? nothing;
  } catch (error) {
    if (error instanceof SyntaxError) return nothing;
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Makes a folder and those above it. Node's own way never ends where a file system, as /proc, makes none. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await isFolder(path))) return;
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path || (await isFolder(dirname(path)))) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

async function openFolder(path: string): Promise<Folder> {
  await makeFolder(path);
  const names = new Map((await readdir(path)).map((name) => [foldFileName(name), name]));
  return { path, names, record: parseRecord(await readOrNull(join(path, RECORD_NAME))), given: new Set() };
}

async function replace(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, text, { flag: 'wx' });
  await rename(temporary, path);
}

/** Writes a file that must not be there yet; one that could not be written whole is taken away again. */
async function create(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
  } catch (error) {
    await unlink(path);
    throw error;
  } finally {
    await file.close();
  }
}

/** The file that a former export made of this article, when it is still as it was made. */
async function findFormer(folder: Folder, file: ExportedFile): Promise<string | null> {
  for (const [name, { article, sha256 }] of Object.entries(folder.record.files)) {
    if (article !== file.id || folder.names.get(foldFileName(name)) !== name || folder.given.has(foldFileName(name))) continue;
    const bytes = await readOrNull(join(folder.path, name));
    if (bytes && hashOf(bytes) === sha256) return name;
  }
  return null;
}

/** The first name for a file that is free, or has those very bytes already. */
async function findFree(folder: Folder, file: ExportedFile): Promise<string> {
  for (let count = 1; ; count += 1) {
    const name = fileNameFor(file.name.slice(0, -'.md'.length), count);
    if (folder.given.has(foldFileName(name))) continue;
    const present = folder.names.get(foldFileName(name));
    if (present === undefined) return name;
    if ((await readOrNull(join(folder.path, present)))?.equals(Buffer.from(file.markdown))) return present;
  }
}

/** The name of each file in the folder, by article id: the one that a former export gave it, else one that is free beside all of those. */
async function settleNames(folder: Folder, files: readonly ExportedFile[]): Promise<Readonly<Record<string, string>>> {
  const settled: Record<string, string> = {};
  const give = (file: ExportedFile, name: string | null) => {
    if (name === null) return;
    settled[file.id] = name;
    folder.given.add(foldFileName(name));
  };
  for (const file of files) give(file, await findFormer(folder, file));
  for (const file of files) if (settled[file.id] === undefined) give(file, await findFree(folder, file));
  return settled;
}

async function writeOne(folder: Folder, { name, markdown }: ExportedFile): Promise<WrittenFile['state']> {
  const path = join(folder.path, name);
  if (!folder.names.has(foldFileName(name))) {
    await create(path, markdown);
    return 'written';
  }
  // It is as an export made it, or it would have no settled name.
  if ((await readOrNull(path))?.equals(Buffer.from(markdown))) return 'unchanged';
  await replace(path, markdown);
  return 'replaced';
}

async function writeAll(folder: Folder, files: readonly ExportedFile[], written: WrittenFile[]): Promise<void> {
  for (const file of files) {
    const state = await writeOne(folder, file);
    folder.record.files[file.name] = { article: file.id, sha256: hashOf(file.markdown) };
    written.push({ id: file.id, file: join(folder.path, file.name), state });
  }
}

/**
 * Writes exported files into a folder, which is made where there is none. A file that an export made and nobody changed
 * is brought up to date under the name it has; every other file is left alone, and a number makes the new name free.
 * Links between the files lead to the names that they get in this folder.
 */
export async function writeExport(path: string, render: Render): Promise<Result<readonly WrittenFile[]>> {
  const written: WrittenFile[] = [];
  const drafted = await render();
  if (!drafted.ok) return drafted;
  try {
    const folder = await openFolder(resolve(path));
    const names = await settleNames(folder, drafted.value);
    const rendered = drafted.value.every(({ id, name }) => names[id] === name) ? drafted : await render(names);
    if (!rendered.ok) return rendered;
    const before = JSON.stringify(folder.record);
    try {
      await writeAll(folder, rendered.value.filter(({ id, name }) => names[id] === name), written);
    } finally {
      if (JSON.stringify(folder.record) !== before) await replace(join(path, RECORD_NAME), `${JSON.stringify(folder.record, null, 2)}\n`);
    }
    return succeed(written);
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    return fail({ code: 'save-failed', what: { exportTo: path }, reason: code });
  }
}
