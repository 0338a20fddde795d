import { fail, type Result } from '../../core/base/result.ts';
import type { Source } from '../../core/import/source.ts';
import { readZipEntries, readZipEntry, ZipError, type ZipEntry, type ZipLimits } from '../store/zip-reader.ts';

const MB = 1024 * 1024;
const limits: ZipLimits = { entries: 20_000, directoryBytes: 20 * MB, entryBytes: 100 * MB, ratio: 200, freeBytes: 10 * MB };
export const UNPACKED_LIMIT = 500 * MB;

/** Not a path of a file inside an archive: absolute, upwards, of a drive, or a name that means something to a program. */
const BAD_NAME = /^\/|^[a-z]:|\\|\0|(?:^|\/)\.\.(?:\/|$)|(?:^|\/)__proto__(?:\/|$)/i;

/** An archive in memory. Nothing of it is ever written to a disk by its name. */
export type Zip = {
  /** The names of its files, in the order of its directory; folders are not among them. */
  readonly names: readonly string[];
  /** The bytes of a file; null where there is none of that name. Throws a ZipError for one that is damaged. */
  read(name: string): Promise<Uint8Array | null>;
};

const inMemory = (bytes: Uint8Array) => ({ size: bytes.length, read: (position: number, length: number) => Promise.resolve(bytes.subarray(position, position + length)), close: () => Promise.resolve() });

function requireAllowed(entries: readonly ZipEntry[]): void {
  if (entries.some(({ name }) => BAD_NAME.test(name))) throw new ZipError('a name in it leads out of it');
  if (entries.reduce((sum, { size }) => sum + size, 0) > UNPACKED_LIMIT) throw new ZipError('it is too large', 'too-large');
}

/** Opens an archive, or throws a ZipError for one that is broken, encrypted, larger than it may be, or that has names which lead out of it. */
async function openZip(bytes: Uint8Array): Promise<Zip> {
  const file = inMemory(bytes);
  const entries = await readZipEntries(file, limits);
  requireAllowed(entries);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: entries.flatMap(({ name }) => (name.endsWith('/') ? [] : [name])),
    async read(name) {
      const entry = byName.get(name);
      return entry ? readZipEntry(file, entry) : null;
    },
  };
}

function faultOf({ kind }: ZipError, { name }: Pick<Source, 'name'>): Result<never> {
  switch (kind) {
    case 'damaged': return fail({ code: 'file-damaged', name });
    case 'encrypted': return fail({ code: 'file-encrypted', name });
    case 'too-large': return fail({ code: 'file-unpacks-too-large', name, limitBytes: UNPACKED_LIMIT });
  }
}

/** Reads something out of a source that is an archive; what is wrong with the archive, also later while it is read, is the fault. */
export async function withZip<T>(source: Pick<Source, 'name' | 'bytes'>, read: (zip: Zip) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await read(await openZip(source.bytes));
  } catch (error) {
    if (error instanceof ZipError) return faultOf(error, source);
    throw error;
  }
}
