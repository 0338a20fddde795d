import { describe, expect, it } from 'vitest';
import { createHighlightId } from '../base/ids.ts';
import { describeAnchor } from './anchor.ts';
import { createHighlight } from './highlight.ts';
import { inReadingOrder } from './reading-order.ts';

const text = 'The fleet met the other fleet in the strait.';
const highlight = (age: number, start: number, end: number) =>
  createHighlight({ anchor: describeAnchor(text, { start, end }), colour: 'yellow' }, { id: createHighlightId(age, new Uint8Array(10)), now: new Date(0).toISOString() });
const ranges = (given: readonly ReturnType<typeof highlight>[]) => inReadingOrder(text, given).map(({ range }) => range);

describe('inReadingOrder', () => {
  it('is by start, whatever the age', () => {
    expect(ranges([highlight(1, 20, 25), highlight(2, 4, 9)])).toEqual([{ start: 4, end: 9 }, { start: 20, end: 25 }]);
  });

  it('puts the longer of two with one start first, and the older of two alike', () => {
    const [older, younger] = [highlight(1, 4, 9), highlight(2, 4, 9)];
    const placed = inReadingOrder(text, [younger, older, highlight(3, 4, 13)]);
    expect(placed.map((each) => [each.range?.end, each.highlight.id])).toEqual([[13, placed[0]?.highlight.id], [9, older.id], [9, younger.id]]);
  });

  it('keeps an orphan, without a range, where it stood', () => {
    const orphan = { ...highlight(1, 10, 13), anchor: { start: 10, end: 13, exact: 'sank', prefix: '', suffix: '' } };
    expect(ranges([highlight(2, 24, 29), orphan, highlight(3, 0, 3)])).toEqual([{ start: 0, end: 3 }, null, { start: 24, end: 29 }]);
  });
});
