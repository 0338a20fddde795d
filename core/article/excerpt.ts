import { type Block, type Content, createContent, leavesOf } from './blocks.ts';
import { type Chunk, chunksAround, cutChunks } from './chunks.ts';
import { type PlacedLeaf, type Projection, projectContent } from './projection.ts';

/** A text of more UTF-16 units than this is opened with an excerpt first. */
export const LONG_TEXT = 200_000;

/** What the first screen of a long article shows: how all of it is cut into chunks, and the blocks of a few of them, by the chunk's index. */
export type Excerpt = { readonly chunks: readonly Chunk[]; readonly parts: readonly { readonly index: number; readonly blocks: readonly Block[] }[] };

/** The text of an article as it is first shown: all of it, or where that is long an excerpt. */
export type Beginning = { readonly content: Content; readonly excerpt: null } | { readonly content: null; readonly excerpt: Excerpt };

/** The indexes of the chunks that an excerpt around an offset holds, in order. */
export function excerptIndexes(chunks: readonly Chunk[], offset: number): readonly number[] {
  return [...new Set([0, ...chunksAround(chunks, offset)])].sort((a, b) => a - b);
}

/** The beginning of a long content and the text around an offset of its projection; null for a content that is not long. */
export function excerptOf(content: Content, offset: number): Excerpt | null {
  const projection = projectContent(content);
  if (projection.text.length <= LONG_TEXT) return null;
  const chunks = cutChunks(content.blocks, projection);
  return { chunks, parts: excerptIndexes(chunks, offset).map((index) => ({ index, blocks: content.blocks.slice(chunks[index]?.first, chunks[index]?.beyond) })) };
}

/** A content and a projection in which everything of the excerpt stands at its place; where the rest will be there are rules and line breaks. */
export function projectExcerpt({ chunks, parts }: Excerpt): { readonly content: Content; readonly projection: Projection } {
  const blocks = new Array<Block>(chunks.at(-1)?.beyond ?? 0).fill({ kind: 'rule' });
  const leaves: PlacedLeaf[] = [];
  let text = '';
  for (const { index, blocks: shown } of parts) {
    const { first, start } = chunks[index] ?? { first: 0, start: 0 };
    blocks.splice(first, shown.length, ...shown);
    text += '\n'.repeat(start - text.length);
    for (const leaf of shown.flatMap(leavesOf)) {
      leaves.push({ leaf, start: text.length });
      text += `${leaf.text}\n`;
    }
  }
  const { end } = chunks.at(-1) ?? { end: 0 };
  text = text.length > end ? text.slice(0, end) : text + '\n'.repeat(end - text.length);
  return { content: createContent(blocks), projection: { text, leaves, starts: new Map(leaves.map(({ leaf, start }) => [leaf.id, start])) } };
}

/** How a content is first shown around an offset of its projection. */
export function beginningOf(content: Content, offset: number): Beginning {
  const excerpt = excerptOf(content, offset);
  return excerpt ? { content: null, excerpt } : { content, excerpt: null };
}
