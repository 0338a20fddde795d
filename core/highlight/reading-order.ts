import type { Range } from '../base/range.ts';
import { certainRange } from './find-anchor.ts';
import { findAnchors } from './find-anchors.ts';
import { type Highlight, isOrphaned, isUnsure } from './highlight.ts';
import type { TextIndex } from './text-index.ts';

/** A highlight and its range in the text; null is an orphan. */
export type PlacedHighlight = { readonly highlight: Highlight; readonly range: Range | null };

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

/** A range whose ends cut no character in two. */
function withWholeCharacters(text: string, { start, end }: Range): Range {
  const cuts = (at: number) => at > 0 && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
  return { start: cuts(start) ? start - 1 : start, end: cuts(end) ? end + 1 : end };
}

/** The highlights with their ranges, in the order given. One whose place is not certain has none: what moves is first listed for review. */
export function placeHighlights(text: string | TextIndex, highlights: readonly Highlight[]): readonly PlacedHighlight[] {
  const looked = highlights.filter((highlight) => !isOrphaned(highlight) && !isUnsure(highlight));
  const placements = findAnchors(text, looked.map(({ anchor }) => anchor));
  const whole = typeof text === 'string' ? text : text.text;
  const ranges = new Map(looked.map((highlight, at) => {
    const range = certainRange(placements[at]);
    return [highlight, range && withWholeCharacters(whole, range)];
  }));
  return highlights.map((highlight) => ({ highlight, range: ranges.get(highlight) ?? null }));
}

/** The highlights as they come in the text: by start, the longer first, then by age. An orphan stands where it stood. */
export function inReadingOrder(text: string | TextIndex, highlights: readonly Highlight[]): readonly PlacedHighlight[] {
  const sortRange = ({ highlight, range }: PlacedHighlight): Range => range ?? highlight.anchor;
  return placeHighlights(text, highlights).toSorted((a, b) => {
    const [first, second] = [sortRange(a), sortRange(b)];
    return first.start - second.start || second.end - first.end || (a.highlight.id < b.highlight.id ? -1 : 1);
  });
}
