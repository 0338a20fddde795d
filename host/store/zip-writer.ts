import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { writeBytes } from './durable-file.ts';
import type { NewFile } from './file-system.ts';

const deflate = promisify(deflateRaw);
/** Past this ratio an entry looks like a bomb to whoever reads it, so it is stored as it is. */
const RATIO_LIMIT = 100;
const MOST_32 = 0xffff_ffff;
const MOST_16 = 0xffff;
const VERSION = 45;
const STORED = 0;
const DEFLATED = 8;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1980-01-01: the same files make the same archive. */
const DOS_DATE = 0x21;

export type ZipWriter = {
  /** Adds a file of at most 2 GiB. */
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** Writes the directory, without which it is no archive. */
  finish(): Promise<void>;
};

type Entry = { readonly name: Buffer; readonly method: number; readonly crc: number; readonly packed: number; readonly size: number; readonly offset: number };

function localHeader({ name, method, crc, packed, size }: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function directoryHeader({ name, method, crc, packed, size, offset }: Entry): Buffer {
  const isFar = offset >= MOST_32;
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x0201_4b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt16LE(DOS_DATE, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(isFar ? 12 : 0, 30);
  header.writeUInt32LE(isFar ? MOST_32 : offset, 42);
  if (!isFar) return Buffer.concat([header, name]);
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(offset), 4);
  return Buffer.concat([header, name, extra]);
}

/** The end of the directory, in the wide form first where the usual one is too narrow for what it has to say. */
function ending(count: number, size: number, start: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(Math.min(count, MOST_16), 8);
  end.writeUInt16LE(Math.min(count, MOST_16), 10);
  end.writeUInt32LE(Math.min(size, MOST_32), 12);
  end.writeUInt32LE(Math.min(start, MOST_32), 16);
  if (count < MOST_16 && size < MOST_32 && start < MOST_32) return end;
  const wide = Buffer.alloc(56);
  wide.writeUInt32LE(0x0606_4b50, 0);
  wide.writeBigUInt64LE(44n, 4);
  wide.writeUInt16LE(VERSION, 12);
  wide.writeUInt16LE(VERSION, 14);
  wide.writeBigUInt64LE(BigInt(count), 24);
  wide.writeBigUInt64LE(BigInt(count), 32);
  wide.writeBigUInt64LE(BigInt(size), 40);
  wide.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x0706_4b50, 0);
  locator.writeBigUInt64LE(BigInt(start + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([wide, locator, end]);
}

/** Writes a zip archive into a new file, entry by entry, holding one entry at a time. Compression runs beside the main thread. */
export function makeZipWriter(file: NewFile): ZipWriter {
  const entries: Entry[] = [];
  let offset = 0;
  async function write(bytes: Uint8Array): Promise<void> {
    await writeBytes(file, bytes);
    offset += bytes.length;
  }
  return {
    async add(name, bytes) {
      const deflated = await deflate(bytes);
      const isWorth = deflated.length < bytes.length && bytes.length <= deflated.length * RATIO_LIMIT;
      const packed = isWorth ? deflated : bytes;
      const entry: Entry = { name: Buffer.from(name), method: isWorth ? DEFLATED : STORED, crc: crc32(bytes), packed: packed.length, size: bytes.length, offset };
      entries.push(entry);
      await write(localHeader(entry));
      await write(packed);
    },
    async finish() {
      const start = offset;
      for (let index = 0; index < entries.length; index += 1_000) await write(Buffer.concat(entries.slice(index, index + 1_000).map(directoryHeader)));
      await write(ending(entries.length, offset - start, start));
    },
  };
}
