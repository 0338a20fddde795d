import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { type Source, SOURCE_BYTES_LIMIT } from '../../core/import/source.ts';
import { errorCode } from '../store/file-system.ts';
import { type Refusal, refusal } from './guards.ts';

const JSON_BYTES_LIMIT = 16 * 1024 * 1024;

/** Reads a JSON body in strict UTF-8, of at most 16 MB unless it may be more. */
export async function readJson(request: IncomingMessage, limitBytes = JSON_BYTES_LIMIT): Promise<Result<unknown, Refusal>> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of request) {
      bytes += part.length;
      if (bytes > limitBytes) return fail(refusal('tooLarge'));
      parts.push(part);
    }
    return succeed(JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts))));
  } catch (error) {
    // A body that is not JSON, not UTF-8, or was broken off by its sender.
    if (error instanceof SyntaxError || error instanceof TypeError || errorCode(error) === 'ECONNRESET') return fail(refusal('malformed'));
    throw error;
  }
}

/** Streams a body to a new file of mode 0600. Past the limit the rest is read and thrown away, so that the sender hears the answer. */
async function spool(request: Readable, path: string, limitBytes: number): Promise<number> {
  let bytes = 0;
  async function* capped(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      bytes += part.length;
      if (bytes <= limitBytes) yield part;
    }
  }
  await pipeline(request, capped, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return bytes;
}

async function readSpooled(path: string, source: Pick<Source, 'name' | 'origin'>): Promise<Result<Source>> {
  const bytes = await readFile(path).catch(() => null);
  await rm(path, { force: true });
  return bytes ? succeed({ ...source, bytes, mediaType: null }) : fail({ code: 'upload-missing' });
}

/** Removes a file that nobody will ask for. One that stays goes with its folder, when the door is closed. */
async function removeSpooled(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}

/** An upload in the private folder: `read` gives it as a source, once, and deletes the file; `remove` deletes it unread. */
export type Spooled = { read(): Promise<Result<Source>>; remove(): Promise<void> };

export type Upload = { readonly request: Readable; readonly name: string; readonly origin: Source['origin']; readonly folder: string; readonly fileName: string; readonly limitBytes?: number };

/** Takes an upload into the private folder. */
export async function receiveUpload({ request, name, origin, folder, fileName, limitBytes = SOURCE_BYTES_LIMIT }: Upload): Promise<Result<Spooled>> {
  const path = join(folder, fileName);
  try {
    const bytes = await spool(request, path, limitBytes);
    if (bytes <= limitBytes) return succeed({ read: () => readSpooled(path, { name, origin }), remove: () => removeSpooled(path) });
    await rm(path, { force: true });
    return fail({ code: 'file-too-large', name, bytes, limitBytes });
  } catch (error) {
    await rm(path, { force: true });
    if (errorCode(error) === 'ENOSPC') return fail({ code: 'disk-full', folder });
    return fail({ code: 'save-failed', what: { file: name }, reason: errorCode(error) ?? 'unknown' });
  }
}
