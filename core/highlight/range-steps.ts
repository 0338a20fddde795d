import { leafIndexAt, type Projection, trimRange } from '../article/projection.ts';
import { type Direction, nextWordBound, stepText } from '../article/text-steps.ts';
import type { Range } from '../base/range.ts';

export type Bound = 'start' | 'end';

type BoundStep = { readonly bound: Bound; readonly unit: 'character' | 'word'; readonly direction: Direction; readonly locale: string | null };

/** The range with one end a character or a word further on or back. It never becomes empty, and has no white space at its ends; where it can't move it stays. */
export function moveBound(projection: Projection, range: Range, { bound, unit, direction, locale }: BoundStep): Range {
  let at = range[bound];
  for (;;) {
    const next = unit === 'word' ? nextWordBound(projection, at, { bound, direction, locale }) : stepText(projection, at, { unit, direction, locale });
    if (next === null || next === at) return range;
    const wanted = { ...range, [bound]: next };
    if (wanted.start >= wanted.end) return range;
    const moved = trimRange(projection.text, wanted);
    if (moved && (moved.start !== range.start || moved.end !== range.end)) return moved;
    at = next;
  }
}

type BoundPlace = { readonly bound: Bound; readonly offset: number; readonly locale: string | null; readonly isExact: boolean };

function nearestWordBound(projection: Projection, { bound, offset, locale }: BoundPlace): number {
  const before = nextWordBound(projection, offset + 1, { bound, direction: -1, locale });
  const after = nextWordBound(projection, offset - 1, { bound, direction: 1, locale });
  if (before === null || after === null) return before ?? after ?? offset;
  return offset - before <= after - offset ? before : after;
}

/** The offset at or before another at which a character starts. */
function characterStart(projection: Projection, offset: number, locale: string | null): number {
  const placed = projection.leaves[leafIndexAt(projection, offset)];
  if (!placed || offset <= placed.start || offset >= placed.start + placed.leaf.text.length) return offset;
  const back = stepText(projection, offset, { unit: 'character', direction: -1, locale });
  return stepText(projection, back, { unit: 'character', direction: 1, locale }) === offset ? offset : back;
}

/** The range with one end as near as may be to an offset: at a word's edge, or exactly there. Where nothing would be left, the range stays. */
export function placeBound(projection: Projection, range: Range, place: BoundPlace): Range {
  const at = place.isExact ? characterStart(projection, place.offset, place.locale) : nearestWordBound(projection, place);
  const wanted = { ...range, [place.bound]: at };
  return wanted.start < wanted.end ? (trimRange(projection.text, wanted) ?? range) : range;
}
