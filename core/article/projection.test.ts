import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryContent, arbitraryRange } from './testing/arbitrary-content.ts';
import { type Block, contentSchema, createContent, leavesOf } from './blocks.ts';
import { leafIndexAt, leavesInRange, projectContent, trimRange } from './projection.ts';

const leaf = (id: string, text: string) => ({ id, text, marks: [] });
const content = createContent([
  { kind: 'title', leaf: leaf('a', 'A fleet') },
  { kind: 'aside', id: 'x', reason: 'newsletter', blocks: [{ kind: 'paragraph', leaf: leaf('b', 'Sign up') }] },
  { kind: 'figure', images: [], caption: leaf('c', 'Ships'), credit: leaf('d', 'Agency'), copies: 2 },
  { kind: 'list', ordered: false, start: 1, items: [[{ kind: 'paragraph', leaf: leaf('e', 'one') }], [{ kind: 'paragraph', leaf: leaf('f', '') }]] },
  { kind: 'table', caption: leaf('g', 'Table'), rows: [[{ header: true, columns: 1, rows: 1, leaf: leaf('h', 'cell') }]] },
]);
const projection = projectContent(content);

describe('the projection', () => {
  it('is the text of every leaf in reading order, asides included, one on a line', () => {
    expect(projection.text).toBe('A fleet\nSign up\nShips\nAgency\none\n\nTable\ncell');
  });

  it('says where each leaf starts', () => {
    expect([...projection.starts]).toEqual([['a', 0], ['b', 8], ['c', 16], ['d', 22], ['e', 29], ['f', 33], ['g', 34], ['h', 40]]);
  });

  it('has each leaf’s text where it says', () => {
    fc.assert(fc.property(arbitraryContent, (given) => {
      const projected = projectContent(given);
      for (const { leaf: each, start } of projected.leaves) expect(projected.text.slice(start, start + each.text.length)).toBe(each.text);
      expect(projected.leaves.map((placed) => placed.leaf)).toEqual(given.blocks.flatMap(leavesOf));
    }));
  });

  it('does not depend on the marks in the leaves', () => {
    fc.assert(fc.property(arbitraryContent, (given) => {
      const plain: unknown = JSON.parse(JSON.stringify(given), (key, value: unknown) => (key === 'marks' ? [] : value));
      expect(projectContent(contentSchema.parse(plain)).text).toBe(projectContent(given).text);
    }));
  });

  it('does not move when an aside is put back', () => {
    const putBack = createContent(content.blocks.flatMap((block): readonly Block[] => (block.kind === 'aside' ? block.blocks : [block])));
    expect(projectContent(putBack).text).toBe(projection.text);
  });
});

describe('leafIndexAt', () => {
  it.each([
    ['finds the leaf at its first character', 8, 1],
    ['finds the leaf at its last character', 14, 1],
    ['gives the joint to the leaf before it', 15, 1],
    ['finds an empty leaf', 33, 5],
    ['gives what is past the end to the last leaf', 1_000, 7],
  ])('%s', (_, offset, index) => expect(leafIndexAt(projection, offset)).toBe(index));

  it('finds none where there is no leaf', () => {
    expect(leafIndexAt(projectContent(createContent([])), 0)).toBe(-1);
  });
});

describe('leavesInRange', () => {
  it('gives just the leaves that share a character with the range', () => {
    fc.assert(fc.property(arbitraryContent.map(projectContent).chain((given) => fc.tuple(fc.constant(given), arbitraryRange(given.text))), ([given, range]) => {
      const naive = given.leaves.filter(({ leaf: each, start }) => start < range.end && start + each.text.length > range.start);
      expect(leavesInRange(given, range)).toEqual(naive);
    }));
  });
});

describe('trimRange', () => {
  it.each([
    ['takes white space off both ends', ' a fleet\n', { start: 0, end: 9 }, { start: 1, end: 8 }],
    ['leaves a range without it as it is', 'a fleet', { start: 2, end: 7 }, { start: 2, end: 7 }],
    ['is null for nothing but white space', 'a  b', { start: 1, end: 3 }, null],
    ['is null for an empty range', 'a', { start: 1, end: 1 }, null],
  ])('%s', (_, text, range, trimmed) => expect(trimRange(text, range)).toEqual(trimmed));
});
