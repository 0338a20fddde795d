import type { Range } from '../base/range.ts';
import { findAnchors } from './find-anchors.ts';
import type { Highlight } from './highlight.ts';
import type { PlacedHighlight } from './reading-order.ts';
import type { TextIndex } from './text-index.ts';

/**
 * A highlight to look at, with what it quoted before. Of one that `moved`, `place` is where it stands; of one that is `unsure` or `lost`,
 * the likeliest place, null where there is none. An `orphan` is kept without a place by somebody's word.
 */
export type ReviewItem = { readonly highlight: Highlight; readonly kind: 'moved' | 'unsure' | 'lost' | 'orphan'; readonly quote: string; readonly place: Range | null };

function kindOf({ highlight, range }: PlacedHighlight): ReviewItem['kind'] | null {
  if (highlight.review) return highlight.review.kind;
  return range === null ? 'lost' : null;
}

/** True for what nobody has settled yet. */
export const isOpen = ({ kind }: Pick<ReviewItem, 'kind'>): boolean => kind !== 'orphan';

/** The highlights whose place is to be settled, or was settled by keeping them as orphans, in the order given; the orphans last. */
export function listReviews(text: TextIndex, placed: readonly PlacedHighlight[]): readonly ReviewItem[] {
  const listed = placed.flatMap((each) => {
    const kind = kindOf(each);
    return kind ? [{ ...each, kind }] : [];
  });
  const wanted = listed.filter(({ range }) => range === null).map(({ highlight }) => highlight);
  const found = findAnchors(text, wanted.map(({ anchor, review }) => (review?.kind === 'unsure' ? anchor : (review?.before ?? anchor))));
  const places = new Map(wanted.map((highlight, at) => {
    const placement = found[at];
    return [highlight, placement?.kind === 'found' ? placement.range : null];
  }));
  const items = listed.map(({ highlight, range, kind }): ReviewItem => ({ highlight, kind, quote: (highlight.review?.before ?? highlight.anchor).exact, place: range ?? places.get(highlight) ?? null }));
  return [...items.filter(isOpen), ...items.filter((item) => !isOpen(item))];
}
