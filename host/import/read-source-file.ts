import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Fault } from '../../core/base/fault.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { type Source, SOURCE_BYTES_LIMIT } from '../../core/import/source.ts';

type UnreadableReason = Extract<Fault, { code: 'file-unreadable' }>['reason'];

const reasons: Readonly<Record<string, UnreadableReason>> = { ENOENT: 'missing', ENOTDIR: 'missing', EACCES: 'no-permission', EPERM: 'no-permission', EISDIR: 'not-a-file', ENXIO: 'not-a-file', ENODEV: 'not-a-file' };

/** Reads at most one byte more than the limit: a file may grow while it is read. */
async function readHandle(handle: FileHandle, name: string, limitBytes: number): Promise<Result<Uint8Array>> {
  const stat = await handle.stat();
  if (!stat.isFile()) return fail({ code: 'file-unreadable', name, reason: 'not-a-file' });
  if (stat.size > limitBytes) return fail({ code: 'file-too-large', name, bytes: stat.size, limitBytes });
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of handle.createReadStream({ autoClose: false, end: limitBytes })) {
    parts.push(part);
    bytes += part.length;
  }
  return bytes > limitBytes ? fail({ code: 'file-too-large', name, bytes, limitBytes }) : succeed(Buffer.concat(parts));
}

/** The folder that a browser saved a page's images into, by the page's name; null where there is none. */
async function findBeside(path: string): Promise<string | null> {
  const [, stem] = /^(.+)\.(?:html?|xhtml?)$/i.exec(path) ?? [];
  if (stem === undefined) return null;
  const folder = resolve(`${stem}_files`);
  return (await lstat(folder).catch(() => null))?.isDirectory() ? folder : null;
}

/** Reads a regular file as a source. It never waits for a pipe, and reads no device. */
export async function readSourceFile(path: string, limitBytes = SOURCE_BYTES_LIMIT): Promise<Result<Source>> {
  const name = basename(path);
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const bytes = await readHandle(handle, name, limitBytes);
    if (!bytes.ok) return bytes;
    const beside = await findBeside(path);
    return succeed({ name, bytes: bytes.value, origin: 'file', mediaType: null, ...(beside !== null && { beside }) });
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return fail({ code: 'file-unreadable', name, reason: reasons[error.code] ?? 'other' });
    throw error;
  } finally {
    await handle?.close();
  }
}
