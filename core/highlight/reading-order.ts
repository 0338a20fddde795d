import type { Range } from '../base/range.ts';
import { certainRange } from './find-anchor.ts';
import { findAnchors } from './find-anchors.ts';
import { type Highlight, isOrphaned } from './highlight.ts';
import type { TextIndex } from './text-index.ts';

/** A highlight and its range in the text; null is an orphan. */
export type PlacedHighlight = { readonly highlight: Highlight; readonly range: Range | null };

/** The highlights with their ranges, in the order given. One whose place is not certain has none: what moves is first listed for review. */
export function placeHighlights(text: string | TextIndex, highlights: readonly Highlight[]): readonly PlacedHighlight[] {
  const looked = highlights.filter((highlight) => !isOrphaned(highlight));
  const placements = findAnchors(text, looked.map(({ anchor }) => anchor));
  const ranges = new Map(looked.map((highlight, at) => [highlight, certainRange(placements[at])]));
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
