import type { Range } from '../base/range.ts';
import { findAnchor } from './find-anchor.ts';
import type { Highlight } from './highlight.ts';

/** A highlight and its range in the text; null is an orphan. */
export type PlacedHighlight = { readonly highlight: Highlight; readonly range: Range | null };

/** The highlights as they come in the text: by start, the longer first, then by age. An orphan stands where it stood. */
export function inReadingOrder(text: string, highlights: readonly Highlight[]): readonly PlacedHighlight[] {
  const sortRange = ({ highlight, range }: PlacedHighlight): Range => range ?? highlight.anchor;
  return highlights
    .map((highlight) => ({ highlight, range: findAnchor(text, highlight.anchor) }))
    .sort((a, b) => {
      const [first, second] = [sortRange(a), sortRange(b)];
      return first.start - second.start || second.end - first.end || (a.highlight.id < b.highlight.id ? -1 : 1);
    });
}
