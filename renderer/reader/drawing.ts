import type { Range } from '../../core/base/range.ts';
import { chunkIndexAt } from '../../core/article/chunks.ts';
import { chunksAround, openArticleOf, type ReaderState, type ReaderStateStore } from '../state/reader-state.ts';

/** Draws the chunks of those indexes. */
export function drawChunks(reader: ReaderStateStore, indexes: readonly number[]): void {
  const { drawn } = reader.getState();
  const missing = indexes.filter((index) => !drawn.has(index));
  if (missing.length > 0) reader.setState({ drawn: new Set([...drawn, ...missing]) });
}

/** Draws the text at an offset and around it. */
export function drawAt(reader: ReaderStateStore, offset: number): void {
  const open = openArticleOf(reader);
  if (open) drawChunks(reader, chunksAround(open, offset));
}

/** Draws all of the article: what is printed or selected as a whole must be there. */
export function drawAll(reader: ReaderStateStore): void {
  const open = openArticleOf(reader);
  if (open) drawChunks(reader, [...open.chunks.keys()]);
}

/** True when both ends of a range are drawn. */
export function isDrawn({ opened, drawn }: ReaderState, { start, end }: Range): boolean {
  return opened.kind === 'open' && [start, Math.max(start, end - 1)].every((offset) => drawn.has(chunkIndexAt(opened.chunks, offset)));
}
