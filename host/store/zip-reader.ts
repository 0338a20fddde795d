import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { errorCode, type OpenFile } from './file-system.ts';

const inflate = promisify(inflateRaw);

/** What an archive may hold. Entries under `freeBytes` may shrink by more than `ratio`. */
export type ZipLimits = { readonly entries: number; readonly directoryBytes: number; readonly entryBytes: number; readonly ratio: number; readonly freeBytes: number };

export const zipLimits: ZipLimits = { entries: 2_000_000, directoryBytes: 400 * 1024 * 1024, entryBytes: 512 * 1024 * 1024, ratio: 200, freeBytes: 10 * 1024 * 1024 };
const END_BYTES = 22;
const COMMENT_LIMIT = 0xffff;
const MOST_32 = 0xffff_ffff;
const MOST_16 = 0xffff;
const STORED = 0;
const DEFLATED = 8;

export type ZipEntry = { readonly name: string; readonly size: number; readonly packed: number; readonly method: number; readonly crc: number; readonly offset: number };

/** What an archive is refused for: it is broken, locked by a password, or holds more than it may. */
export type ZipRefusal = 'damaged' | 'encrypted' | 'too-large';

/** Thrown for what is not an archive that can be trusted. `reason` follows "because". */
export class ZipError extends Error {
  readonly reason: string;
  readonly kind: ZipRefusal;
  constructor(reason: string, kind: ZipRefusal = 'damaged') {
    super(reason);
    this.reason = reason;
    this.kind = kind;
  }
}

function require(isSo: boolean, reason: string, kind: ZipRefusal = 'damaged'): asserts isSo {
  if (!isSo) throw new ZipError(reason, kind);
}

const BROKEN = 'its directory is broken';

async function readExactly(file: OpenFile, position: number, length: number): Promise<Buffer> {
  require(Number.isSafeInteger(position) && position >= 0 && position + length <= file.size, 'it ends too early');
  return Buffer.from(await file.read(position, length));
}

type Directory = { readonly start: number; readonly size: number; readonly count: number };

/** The directory, where it ends at the record that tells of it. */
function requireAdjacent(directory: Directory, end: number): Directory {
  require(directory.start + directory.size === end, BROKEN);
  return directory;
}

/** Where the directory lies and how many entries it has. */
async function findDirectory(file: OpenFile): Promise<Directory> {
  const tailBytes = Math.min(file.size, END_BYTES + COMMENT_LIMIT);
  const tail = await readExactly(file, file.size - tailBytes, tailBytes);
  let at = tail.length - END_BYTES;
  while (at >= 0 && !(tail.readUInt32LE(at) === 0x0605_4b50 && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length)) at -= 1;
  require(at >= 0, 'it is no zip archive, or was cut short');
  const end = file.size - tailBytes + at;
  const place = { start: tail.readUInt32LE(at + 16), size: tail.readUInt32LE(at + 12), count: tail.readUInt16LE(at + 10) };
  // Only a field that can't hold its number leads to the wide record. A reader that follows it at any time, and one that never does, would see two archives in one.
  const isWide = place.start === MOST_32 || place.size === MOST_32 || place.count === MOST_16;
  if (!isWide) return requireAdjacent(place, end);
  require(at >= 20 && tail.readUInt32LE(at - 20) === 0x0706_4b50, BROKEN);
  const wideAt = Number(tail.readBigUInt64LE(at - 12));
  const wide = await readExactly(file, wideAt, 56);
  require(wide.readUInt32LE(0) === 0x0606_4b50, BROKEN);
  return requireAdjacent({ start: Number(wide.readBigUInt64LE(48)), size: Number(wide.readBigUInt64LE(40)), count: Number(wide.readBigUInt64LE(32)) }, wideAt);
}

/** The 64-bit offset of an entry too far away for 32 bits. */
function farOffset(extra: Buffer): number {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1 && at + 12 <= extra.length) return Number(extra.readBigUInt64LE(at + 4));
  }
  throw new ZipError(BROKEN);
}

function readEntry(directory: Buffer, at: number): { entry: ZipEntry; next: number } {
  require(at + 46 <= directory.length && directory.readUInt32LE(at) === 0x0201_4b50, BROKEN);
  const [nameBytes, extraBytes, commentBytes] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30), directory.readUInt16LE(at + 32)];
  const next = at + 46 + nameBytes + extraBytes + commentBytes;
  require(next <= directory.length, BROKEN);
  require((directory.readUInt16LE(at + 8) & 1) === 0, 'it is encrypted', 'encrypted');
  const offset = directory.readUInt32LE(at + 42);
  const extra = directory.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes);
  const name = directory.toString('utf8', at + 46, at + 46 + nameBytes);
  return {
    next,
    entry: { name, method: directory.readUInt16LE(at + 10), crc: directory.readUInt32LE(at + 16), packed: directory.readUInt32LE(at + 20), size: directory.readUInt32LE(at + 24), offset: offset === MOST_32 ? farOffset(extra) : offset },
  };
}

/** Throws for an entry that no honest archive has. */
function requireHonest({ name, method, size, packed }: ZipEntry, limits: ZipLimits): void {
  require(method === DEFLATED || (method === STORED && size === packed), `“${name}” is packed in a way that is not known`);
  require(size <= limits.entryBytes, `“${name}” is too large`, 'too-large');
  require(size <= limits.freeBytes || size <= packed * limits.ratio, `“${name}” would unpack to far more than it can hold`, 'too-large');
}

/** The entries of an archive, none of which shares a name or a byte with another. */
export async function readZipEntries(file: OpenFile, limits: ZipLimits = zipLimits): Promise<readonly ZipEntry[]> {
  const { start, size, count } = await findDirectory(file);
  require(count <= limits.entries && size <= limits.directoryBytes, 'it has too many entries', 'too-large');
  const directory = await readExactly(file, start, size);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    const { entry, next } = readEntry(directory, at);
    requireHonest(entry, limits);
    entries.push(entry);
    at = next;
  }
  require(new Set(entries.map(({ name }) => name)).size === entries.length, 'two of its entries have the same name');
  let end = 0;
  for (const { name, offset, packed } of [...entries].sort((a, b) => a.offset - b.offset)) {
    require(offset >= end, 'its entries overlap');
    end = offset + 30 + Buffer.byteLength(name) + packed;
  }
  require(end <= start, BROKEN);
  return entries;
}

/** The bytes of an entry, as many and of the checksum that the directory says. */
export async function readZipEntry(file: OpenFile, entry: ZipEntry): Promise<Uint8Array> {
  const header = await readExactly(file, entry.offset, 30);
  require(header.readUInt32LE(0) === 0x0403_4b50, BROKEN);
  const nameBytes = header.readUInt16LE(26);
  const name = (await readExactly(file, entry.offset + 30, nameBytes)).toString('utf8');
  require(name === entry.name, 'an entry’s name is not what its directory says');
  const packed = await readExactly(file, entry.offset + 30 + nameBytes + header.readUInt16LE(28), entry.packed);
  const bytes = entry.method === STORED ? packed : await unpack(packed, entry);
  require(bytes.length === entry.size && crc32(bytes) === entry.crc, `“${entry.name}” is damaged`);
  return bytes;
}

async function unpack(packed: Uint8Array, { name, size }: ZipEntry): Promise<Uint8Array> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    if (errorCode(error) === null) throw error;
    throw new ZipError(`“${name}” is damaged`);
  }
}
