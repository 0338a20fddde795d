import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, createContent } from './blocks.ts';
import { chunkIndexAt, cutChunks } from './chunks.ts';
import { projectContent } from './projection.ts';
import { arbitraryContent } from './testing/arbitrary-content.ts';

const paragraphs = (lengths: readonly number[]) => createContent(lengths.map((length, index): Block => ({ kind: 'paragraph', leaf: { id: `p${index}`, text: 'x'.repeat(length), marks: [] } })));
const chunksOf = (content: ReturnType<typeof createContent>) => cutChunks(content.blocks, projectContent(content));

describe('the chunks of an article', () => {
  it('are one where the article is short', () => {
    expect(chunksOf(paragraphs([100, 200]))).toEqual([{ first: 0, beyond: 2, start: 0, end: 301 }]);
  });

  it('end with the block that makes them long enough', () => {
    expect(chunksOf(paragraphs([3_000, 3_000, 10])).map(({ first, beyond }) => [first, beyond])).toEqual([[0, 2], [2, 3]]);
  });

  it('hold every block once and cover all of the text, whatever the blocks', () => {
    const long = fc.array(arbitraryContent, { maxLength: 4 }).map((contents) => createContent(contents.flatMap(({ blocks }, turn) => [...blocks, ...paragraphs([turn * 2_500]).blocks])));
    fc.assert(fc.property(long, (content) => {
      const projection = projectContent(content);
      const chunks = cutChunks(content.blocks, projection);
      expect(chunks.flatMap(({ first, beyond }) => content.blocks.slice(first, beyond))).toEqual(content.blocks);
      expect(chunks.at(0)?.start ?? 0).toBe(0);
      expect(chunks.at(-1)?.end ?? 0).toBe(projection.text.length);
      for (const [index, chunk] of chunks.slice(1).entries()) expect(chunk.start).toBe(chunks[index]?.end);
    }));
  });

  it('are found by any offset in them', () => {
    const chunks = chunksOf(paragraphs([5_000, 5_000, 5_000]));
    for (const [index, { start, end }] of chunks.entries()) expect([chunkIndexAt(chunks, start), chunkIndexAt(chunks, end - 1)]).toEqual([index, index]);
    expect([chunkIndexAt(chunks, 99_999), chunkIndexAt([], 0)]).toEqual([chunks.length - 1, -1]);
  });
});
