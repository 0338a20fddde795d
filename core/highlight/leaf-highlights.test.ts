import { describe, expect, it } from 'vitest';
import { createContent, type Leaf } from '../article/blocks.ts';
import { projectContent } from '../article/projection.ts';
import { highlightIdSchema } from '../base/ids.ts';
import { describeAnchor } from './anchor.ts';
import { createHighlight } from './highlight.ts';
import { highlightsByLeaf } from './leaf-highlights.ts';
import { inReadingOrder } from './reading-order.ts';

const leaf = (id: string, text: string): Leaf => ({ id, text, marks: [] });
const content = createContent([{ kind: 'paragraph', leaf: leaf('l1', 'Ships pass.') }, { kind: 'paragraph', leaf: leaf('l2', 'Others watch them.') }]);
const projection = projectContent(content);
const highlight = (last: string, start: number, end: number) =>
  createHighlight({ anchor: describeAnchor(projection.text, { start, end }), colour: 'blue' }, { id: highlightIdSchema.parse(last.padStart(26, '0')), now: '2026-01-01T00:00:00.000Z' });
const byLeaf = (...highlights: ReturnType<typeof highlight>[]) => highlightsByLeaf(projection, inReadingOrder(projection.text, highlights), new Map());

describe('highlightsByLeaf', () => {
  it('cuts a highlight that spans leaves at their edges', () => {
    const leaves = byLeaf(highlight('1', 6, 18));
    expect(leaves.get('l1')).toMatchObject([{ start: 6, end: 11, isStart: true }]);
    expect(leaves.get('l2')).toMatchObject([{ start: 0, end: 6, isStart: false }]);
  });

  it('tells a leaf anew that a highlight begins in it, or does no more, where nothing else changes there', () => {
    const before = byLeaf(highlight('1', 12, 18));
    const grown = highlightsByLeaf(projection, inReadingOrder(projection.text, [highlight('1', 6, 18)]), before);
    expect([grown.get('l1'), grown.get('l2')]).toMatchObject([[{ isStart: true }], [{ isStart: false }]]);
    const shrunk = highlightsByLeaf(projection, inReadingOrder(projection.text, [highlight('1', 12, 18)]), grown);
    expect(shrunk.get('l2')).toMatchObject([{ isStart: true }]);
  });

  it('keeps the array of a leaf that a change does not touch, so that it is not drawn again', () => {
    const before = byLeaf(highlight('1', 0, 5));
    const after = highlightsByLeaf(projection, inReadingOrder(projection.text, [highlight('1', 0, 5), highlight('2', 12, 18)]), before);
    expect(after.get('l1')).toBe(before.get('l1'));
    expect(after.get('l2')).toHaveLength(1);
  });
});
