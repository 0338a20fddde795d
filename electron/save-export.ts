import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fail, type Result, succeed } from '../core/base/result.ts';
import type { ExportedFile } from '../core/export/to-markdown.ts';
import { type Disk, writeDurably } from '../host/store/durable-file.ts';
import { errorCode } from '../host/store/file-system.ts';

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** A path in the folder that holds nothing, or these bytes already: what a person keeps under that name is never written over. */
async function findPlace(folder: string, name: string, bytes: Uint8Array): Promise<{ path: string; isThere: boolean }> {
  const ending = extname(name);
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : `${name.slice(0, name.length - ending.length)} (${count})${ending}`);
    const present = await readIfThere(path);
    if (!present || Buffer.compare(present, bytes) === 0) return { path, isThere: present !== null };
  }
}

function faultOf(error: unknown, folder: string): Result<never> {
  const code = errorCode(error);
  if (code === null) throw error;
  return code === 'ENOSPC' || code === 'EDQUOT' ? fail({ code: 'disk-full', folder }) : fail({ code: 'save-failed', what: folder, reason: code });
}

/** Writes one file where the user said, over what was there. */
export async function saveFile(disk: Disk, path: string, { markdown }: ExportedFile): Promise<Result<void>> {
  try {
    return succeed(await writeDurably(disk, path, new TextEncoder().encode(markdown)));
  } catch (error) {
    return faultOf(error, dirname(path));
  }
}

/** Writes files into a folder, each under its name or the next free one, and writes over nothing. */
export async function saveFiles(disk: Disk, folder: string, files: readonly ExportedFile[]): Promise<Result<void>> {
  try {
    for (const { name, markdown } of files) {
      const bytes = new TextEncoder().encode(markdown);
      const { path, isThere } = await findPlace(folder, name, bytes);
      if (!isThere) await writeDurably(disk, path, bytes);
    }
    return succeed(undefined);
  } catch (error) {
    return faultOf(error, folder);
  }
}
