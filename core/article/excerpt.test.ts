import { describe, expect, it } from 'vitest';
import { type Block, createContent } from './blocks.ts';
import { cutChunks } from './chunks.ts';
import { excerptOf, projectExcerpt } from './excerpt.ts';
import { projectContent } from './projection.ts';

const paragraphs = (count: number) => createContent(Array.from({ length: count }, (_, index): Block => ({ kind: 'paragraph', leaf: { id: `p${index}`, text: `${index} `.padEnd(1_500, 'word '), marks: [] } })));
const long = paragraphs(300);
const whole = projectContent(long);

describe('an excerpt', () => {
  it('is not made of a text that is not long', () => {
    expect(excerptOf(paragraphs(20), 0)).toBeNull();
  });

  it.each([0, 1, 200_000, whole.text.length])('has the beginning and what is around the offset %d, and knows how all of it is cut', (offset) => {
    const excerpt = excerptOf(long, offset);
    expect(excerpt?.chunks).toEqual(cutChunks(long.blocks, whole));
    expect(excerpt?.parts.at(0)?.index).toBe(0);
    expect(excerpt?.parts.some(({ index }) => (excerpt.chunks[index]?.start ?? 0) <= offset && (excerpt.chunks[index]?.end ?? 0) >= offset)).toBe(true);
  });

  it.each([0, 200_000, whole.text.length])('around %d has every block, leaf and character at its place in the whole', (offset) => {
    const excerpt = excerptOf(long, offset);
    if (!excerpt) throw new Error('There is no excerpt.');
    const { content, projection } = projectExcerpt(excerpt);
    expect(content.blocks).toHaveLength(long.blocks.length);
    expect(projection.text).toHaveLength(whole.text.length);
    for (const { index, blocks } of excerpt.parts) {
      const { first, start, end } = excerpt.chunks[index] ?? { first: -1, start: -1, end: -1 };
      expect(content.blocks.slice(first, first + blocks.length)).toEqual(blocks);
      expect(projection.text.slice(start, end)).toBe(whole.text.slice(start, end));
    }
    for (const { leaf, start } of projection.leaves) expect(whole.starts.get(leaf.id)).toBe(start);
  });
});
