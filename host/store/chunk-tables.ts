import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { type Content, parseBlocks } from '../../core/article/blocks.ts';
import { type Chunk, CHUNK_LENGTH } from '../../core/article/chunks.ts';
import { type Excerpt, excerptIndexes } from '../../core/article/excerpt.ts';
import { contentMigrations, formatAfter } from '../../core/library/migrations.ts';
import { readCacheFile, writeCacheFile } from './cache-file.ts';
import type { Disk } from './durable-file.ts';
import { errorCode } from './file-system.ts';

/** How a long content is cut into chunks, and from which byte of its file to which the blocks of each reach. */
export type ChunkTable = readonly (Chunk & { readonly from: number; readonly to: number })[];

/** Tables of long contents, kept in a cache: with its table, the first screen of a text is read without the rest of it. */
export type ChunkTables = {
  /** Null where none is kept. */
  read(hash: string): Promise<ChunkTable | null>;
  /** Makes a table once the present work is done, and keeps it. */
  keep(hash: string, text: LocatedText): void;
  settle(): Promise<void>;
};

type LocatedText = { readonly content: Content; readonly chunks: readonly Chunk[]; readonly bytes: Uint8Array };

/** More than these are not kept: a table is soon made again. */
const KEPT_AT_MOST = 200;
/** A table made for other rules of cutting, or another format of texts, is none. */
const head = { kind: 'chunks', format: 1, cut: CHUNK_LENGTH, content: formatAfter(contentMigrations) } as const;
const offset = z.int().min(0);
const fileSchema = z.object({ kind: z.literal(head.kind), format: z.literal(head.format), cut: z.literal(head.cut), content: z.literal(head.content), rows: z.array(z.tuple([offset, offset, offset, offset, offset, offset])) });

/** Where each chunk's blocks stand in the bytes of their content; null for a content that is spelt otherwise than it would be today. */
export function locateChunks({ content, chunks, bytes }: LocatedText): ChunkTable | null {
  const before = JSON.stringify({ ...content, blocks: [] }).slice(0, -2);
  let from = Buffer.byteLength(before);
  const table: ChunkTable[number][] = [];
  for (const chunk of chunks) {
    const spelt = Buffer.from(JSON.stringify(content.blocks.slice(chunk.first, chunk.beyond))).subarray(1, -1);
    const to = from + spelt.length;
    if (!spelt.equals(bytes.subarray(from, to))) return null;
    table.push({ ...chunk, from, to });
    from = to + 1;
  }
  return table;
}

/** The excerpt around an offset, read from the bytes of a content by its table; null where the table is not that of these bytes. */
export function readExcerpt(table: ChunkTable, bytes: Uint8Array, around: number): Excerpt | null {
  const parts: Excerpt['parts'][number][] = [];
  for (const index of excerptIndexes(table, around)) {
    const { first = 0, beyond = 0, from = 0, to = 0 } = table[index] ?? {};
    try {
      const blocks = parseBlocks(JSON.parse(`[${Buffer.from(bytes.subarray(from, to)).toString()}]`));
      if (blocks?.length !== beyond - first) return null;
      parts.push({ index, blocks });
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  }
  return { chunks: table.map(({ first, beyond, start, end }) => ({ first, beyond, start, end })), parts };
}

function decodeTable(bytes: Uint8Array): ChunkTable | null {
  try {
    const file = fileSchema.safeParse(JSON.parse(Buffer.from(bytes).toString()));
    return file.success ? file.data.rows.map(([first, beyond, start, end, from, to]) => ({ first, beyond, start, end, from, to })) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const encodeTable = (table: ChunkTable): Uint8Array => Buffer.from(JSON.stringify({ ...head, rows: table.map(({ first, beyond, start, end, from, to }) => [first, beyond, start, end, from, to]) }));

/** Tables kept in a folder of the cache; without one, none is. */
export function makeChunkTables(disk: Disk, folder: string | null): ChunkTables {
  let keeping: Promise<void> = Promise.resolve();

  async function makeRoom(kept: string): Promise<void> {
    try {
      const names = folder === null ? [] : await disk.files.readFolder(folder);
      if (names.length <= KEPT_AT_MOST || folder === null) return;
      for (const name of names) if (name !== kept) await disk.files.remove(join(folder, name));
    } catch (error) {
      if (errorCode(error) === null) throw error;
    }
  }

  async function make(hash: string, text: LocatedText): Promise<void> {
    await nextTurn();
    const table = locateChunks(text);
    if (folder === null || table === null) return;
    await writeCacheFile(disk, join(folder, `${hash}.json`), encodeTable(table));
    await makeRoom(`${hash}.json`);
  }

  return {
    async read(hash) {
      const bytes = folder === null ? null : await readCacheFile(disk, join(folder, `${hash}.json`));
      return bytes && decodeTable(bytes);
    },
    keep(hash, text) {
      if (folder !== null) keeping = keeping.then(() => make(hash, text));
    },
    settle: () => keeping,
  };
}
