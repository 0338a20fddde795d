import { describe, expect, it } from 'vitest';
import { type Block, createContent } from './blocks.ts';
import { headingAt, outlineOf } from './outline.ts';
import { projectContent } from './projection.ts';

const heading = (level: number, text: string): Block => ({ kind: 'heading', level, leaf: { id: text, text, marks: [] } });
const outline = (blocks: readonly Block[], putBack: readonly string[] = []) => outlineOf(createContent(blocks), projectContent(createContent(blocks)), putBack);

describe('outlineOf', () => {
  it('counts depth by what stands above, whatever levels the article leaves out', () => {
    const entries = outline([heading(2, 'a'), heading(4, 'b'), heading(4, 'c'), heading(3, 'd'), heading(1, 'e')]);
    expect(entries.map(({ text, depth, start }) => [text, depth, start])).toEqual([['a', 0, 0], ['b', 1, 2], ['c', 1, 4], ['d', 1, 6], ['e', 0, 8]]);
  });

  it('leaves out headings that say nothing, and those set aside until they are put back', () => {
    const blocks: readonly Block[] = [heading(2, ' '), { kind: 'aside', id: 'x', reason: 'related', blocks: [heading(2, 'more')] }, { kind: 'quote', blocks: [heading(2, 'said')] }];
    expect(outline(blocks).map(({ text }) => text)).toEqual(['said']);
    expect(outline(blocks, ['x']).map(({ text }) => text)).toEqual(['more', 'said']);
  });
});

describe('headingAt', () => {
  const entries = outline([heading(2, 'aaa'), heading(2, 'bbb')]);
  it.each([[0, 0], [3, 0], [4, 1], [90, 1]])('offset %i stands under heading %i', (offset, index) => expect(headingAt(entries, offset)).toBe(index));
  it('is -1 where there is none', () => expect(headingAt([], 5)).toBe(-1));
});
