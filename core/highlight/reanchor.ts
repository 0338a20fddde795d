import { type Anchor, describeAnchor } from './anchor.ts';
import { certainRange, type Found, type Placement } from './find-anchor.ts';
import { findAnchors, type Landmark } from './find-anchors.ts';
import type { Highlight, Review } from './highlight.ts';
import { indexText } from './text-index.ts';

/** A place in the new text: the anchor that a highlight there would have, the words there, and how well they fit, 0 to 1. */
export type Candidate = { readonly anchor: Anchor; readonly text: string; readonly score: number };

/** What a move-highlight edit takes. */
type Next = { readonly anchor: Anchor; readonly review: Review | null };

/**
 * What a change of the text means for a highlight, and what is to be stored of it (`next`). `quote` is what it quoted before.
 * Unchanged: the same words, between the same neighbours. Moved: without doubt, but its words or its surroundings are not the same.
 * Review: `candidates` has the likeliest places, the best first, which is the one in `next`. Orphan: nowhere; it keeps its last place.
 */
export type Reanchored = { readonly highlight: Highlight; readonly next: Next } & (
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'moved'; readonly quote: string; readonly to: Candidate }
  | { readonly kind: 'review'; readonly quote: string; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'orphan'; readonly quote: string }
);

/** Where each line begins that a text has once. */
function ownLines(text: string): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  let start = 0;
  for (const line of text.split('\n')) {
    starts.set(line, starts.has(line) ? -1 : start);
    start += line.length + 1;
  }
  return starts;
}

/** The lines that both texts have once: what was not changed tells where the rest went. */
function landmarksOf(before: string, after: string): readonly Landmark[] {
  const places = ownLines(after);
  return [...ownLines(before)].flatMap(([line, start]) => {
    const place = places.get(line) ?? -1;
    return line === '' || start === -1 || place === -1 ? [] : [{ before: start, after: place }];
  });
}

function candidatesOf(text: string, { range, score, others }: Found): readonly Candidate[] {
  return [{ range, score }, ...others].map((each) => ({ anchor: describeAnchor(text, each.range), text: text.slice(each.range.start, each.range.end), score: each.score }));
}

/** A highlight as it stood before: `known` is its anchor described anew where its place was certain. */
type Standing = { readonly highlight: Highlight; readonly known: Anchor; readonly wasPlaced: boolean };

function judge({ highlight, known, wasPlaced }: Standing, placement: Placement | undefined, after: string): Reanchored {
  const quote = known.exact;
  // The quote that a pending review began with outlives further changes.
  const before = highlight.review?.before ?? highlight.anchor;
  if (placement?.kind !== 'found') {
    const kind = highlight.review?.kind === 'orphan' ? 'orphan' : 'lost';
    // A guess that nobody has accepted is not where it stood.
    const anchor = highlight.review?.kind === 'unsure' ? before : highlight.anchor;
    return { kind: 'orphan', highlight, quote, next: { anchor, review: { ...highlight.review, kind } } };
  }
  const candidates = candidatesOf(after, placement);
  const [to] = candidates;
  if (!to) throw new Error('a found anchor has a place');
  if (!placement.isCertain) return { kind: 'review', highlight, quote, candidates, next: { anchor: to.anchor, review: { ...highlight.review, kind: 'unsure', before } } };
  if (wasPlaced && to.text === quote && !placement.isFar) return { kind: 'unchanged', highlight, next: { anchor: to.anchor, review: highlight.review ?? null } };
  return { kind: 'moved', highlight, quote, to, next: { anchor: to.anchor, review: { ...highlight.review, kind: highlight.review?.kind === 'unsure' ? 'unsure' : 'moved', before } } };
}

/**
 * Finds the highlights of one text in the text that took its place, by an edit or another import. Each is answered for, in the order given;
 * none comes to stand on other words, or elsewhere, without being told so.
 */
export function reanchor(highlights: readonly Highlight[], before: string, after: string): readonly Reanchored[] {
  const old = findAnchors(before, highlights.map(({ anchor }) => anchor));
  const standing = highlights.map((highlight, at): Standing => {
    const range = certainRange(old[at]);
    const wasPlaced = range !== null && highlight.review?.kind !== 'lost' && highlight.review?.kind !== 'orphan';
    return { highlight, wasPlaced, known: range ? describeAnchor(before, range) : highlight.anchor };
  });
  const placements = findAnchors(indexText(after), standing.map(({ known }) => known), landmarksOf(before, after));
  return standing.map((each, at) => judge(each, placements[at], after));
}
