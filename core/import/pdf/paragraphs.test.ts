import { describe, expect, it } from 'vitest';
import type { Column } from './columns.ts';
import type { Line } from './line.ts';
import { paragraphsOf } from './paragraphs.ts';

const SIZE = 10;

/** A column of lines set one under the other, each so far from the right edge. */
function columnOf(page: number, lines: readonly (readonly [text: string, short: number])[]): Column {
  const [left, right] = [0, 200];
  const made = lines.map(([text, short], index): Line => {
    const baseline = 20 + index * 14;
    return { page, text, pieces: [{ start: 0, item: { text, left, width: right - short, baseline, size: SIZE, isRightToLeft: false } }], left, right: right - short, baseline, size: SIZE, raised: [] };
  });
  return { lines: made, left, right, pitch: 14 };
}

const stretched = (text: string) => [text, 0.01] as const;
const body = ['One line goes', 'on and on', 'and on until', 'it is full.'].map(stretched);
const texts = (...columns: readonly Column[]) => paragraphsOf(columns).map(({ lines }) => lines.map(({ text }) => text).join(' '));
const next = columnOf(0, [stretched('“A quotation begins'), ['there.', 120]]);

describe('paragraphsOf, over the end of a justified column', () => {
  it('goes on after a line that was stretched, though a sentence ends there', () => {
    expect(texts(columnOf(0, body), next)).toHaveLength(1);
  });

  it('ends with a line that only comes near the edge which all others stand at', () => {
    expect(texts(columnOf(0, [...body.slice(0, 3), ['it is nearly full.', 2.8]]), next)).toHaveLength(2);
  });

  it('goes on after such a line where the edge is uneven, as in type whose punctuation hangs over it', () => {
    const uneven = columnOf(0, [['One line goes', 0], ['on and on,', 2], ['and on until', 1.5], ['it is full', 2.5]]);
    expect(texts(uneven, next)).toHaveLength(1);
  });
});
