import type { Range } from '../../core/base/range.ts';
import { chunkIndexAt, chunksAround } from '../../core/article/chunks.ts';
import type { OpenArticle } from '../state/open-article.ts';
import { openArticleOf, type ReaderState, type ReaderStateStore } from '../state/reader-state.ts';

/** Draws the chunks of those indexes. What is not here yet is drawn when it is. */
export function drawChunks(reader: ReaderStateStore, indexes: readonly number[]): void {
  const { drawn } = reader.getState();
  const missing = indexes.filter((index) => !drawn.has(index));
  if (missing.length > 0) reader.setState({ drawn: new Set([...drawn, ...missing]) });
}

/** Draws the text at an offset and around it. */
export function drawAt(reader: ReaderStateStore, offset: number): void {
  const open = openArticleOf(reader);
  if (open) drawChunks(reader, chunksAround(open.chunks, offset));
}

/** Draws all of the article: what is printed or selected as a whole must be there. */
export function drawAll(reader: ReaderStateStore): void {
  const open = openArticleOf(reader);
  if (open) drawChunks(reader, [...open.chunks.keys()]);
}

/** True when a chunk is drawn, and its text is here to be drawn. */
export function isChunkDrawn({ drawn, excerpt }: Pick<ReaderState, 'drawn'> & Pick<OpenArticle, 'excerpt'>, index: number): boolean {
  return drawn.has(index) && (excerpt?.has(index) ?? true);
}

/** True when both ends of a range are drawn. */
export function isDrawn(state: ReaderState, { start, end }: Range): boolean {
  const { opened, drawn } = state;
  return opened.kind === 'open' && [start, Math.max(start, end - 1)].every((offset) => isChunkDrawn({ drawn, excerpt: opened.excerpt }, chunkIndexAt(opened.chunks, offset)));
}
