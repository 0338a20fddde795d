import type { Range } from '../base/range.ts';
import { type Block, leavesOf } from './blocks.ts';
import type { Projection } from './projection.ts';

/** A stretch of an article that is drawn as one: its blocks from `first` up to `beyond`, and the range of the projection that they cover. */
export type Chunk = Range & { readonly first: number; readonly beyond: number };

/** UTF-16 units of text in a chunk: about a screen and a half. */
export const CHUNK_LENGTH = 4_000;

/** Cuts blocks into chunks of about the same length. Together they hold every block once and cover all of the text. */
export function cutChunks(blocks: readonly Block[], projection: Projection): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let first = 0;
  let start = 0;
  let leaf = 0;
  for (const [index, block] of blocks.entries()) {
    leaf += leavesOf(block).length;
    const end = projection.leaves[leaf]?.start ?? projection.text.length;
    if (end - start < CHUNK_LENGTH && index < blocks.length - 1) continue;
    chunks.push({ first, beyond: index + 1, start, end });
    first = index + 1;
    start = end;
  }
  return chunks;
}

/** The index of the chunk that holds an offset of the projection; of the last one for an offset beyond the end, -1 where there is none. */
export function chunkIndexAt(chunks: readonly Chunk[], offset: number): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return chunks.length === 0 ? -1 : low;
}

/** The indexes of the chunks around an offset: what is on the screen when it is. */
export function chunksAround(chunks: readonly Chunk[], offset: number): readonly number[] {
  const index = chunkIndexAt(chunks, offset);
  return [index, index + 1, index - 1].filter((each) => each >= 0 && each < chunks.length);
}
