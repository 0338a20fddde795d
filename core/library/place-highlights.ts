import type { HighlightId } from '../base/ids.ts';
import { foldName } from '../base/named-record.ts';
import { type Anchor, describeAnchor } from '../highlight/anchor.ts';
import { findChanged, findUnchanged, type Placement } from '../highlight/find-anchor.ts';
import { findQuote } from '../highlight/find-quote.ts';
import { createHighlight, type Highlight, type Review } from '../highlight/highlight.ts';
import { indexText, type TextIndex } from '../highlight/text-index.ts';
import type { FoundHighlight } from '../import/found-article.ts';
import type { Tag } from '../tag/tag.ts';

type Made = { readonly now: () => string; readonly nextId: () => HighlightId; readonly tags: readonly Tag[] };

/** A place that nobody can doubt: where the source says it is, or the only one with these words. */
function certainPlace(index: TextIndex, anchor: Anchor, { offset, quote, prefix, suffix }: FoundHighlight): Anchor | null {
  if (offset !== null && index.text.startsWith(quote, offset)) return describeAnchor(index.text, { start: offset, end: offset + quote.length });
  const unchanged = prefix + suffix === '' ? null : findUnchanged(index.text, anchor);
  if (unchanged?.kind === 'found') return describeAnchor(index.text, unchanged.range);
  const [only, ...others] = findQuote(index.text, quote);
  return only && others.length === 0 ? describeAnchor(index.text, only) : null;
}

/** A place that was guessed is for a person to review; words that are nowhere are kept as a quotation. */
function doubtfulPlace(index: TextIndex, anchor: Anchor): { readonly anchor: Anchor; readonly review: Review | null } {
  const placement: Placement = findChanged(index, anchor, anchor.start);
  if (placement.kind === 'orphan') return { anchor, review: { kind: 'lost' } };
  const isAlone = placement.isCertain && placement.others.length === 0;
  return { anchor: describeAnchor(index.text, placement.range), review: { kind: isAlone ? 'moved' : 'unsure', before: anchor } };
}

/**
 * Makes highlights of those that a source brought along, in its order, each found by its quote in a projection's text. None is left out:
 * one that stands on other words or may stand elsewhere is to be reviewed, one whose words are not in the text has no place. `tags` are those that their names mean.
 */
export function placeHighlights(text: string, found: readonly FoundHighlight[], { now, nextId, tags }: Made): readonly Highlight[] {
  if (found.length === 0) return [];
  const index = indexText(text);
  const idsByName = new Map(tags.map(({ name, id }) => [foldName(name), id]));
  let last = 0;
  return found.filter(({ quote }) => quote !== '').map((each) => {
    // Where the source doesn't tell, a quote is expected after the one before it.
    const start = each.offset ?? last;
    const anchor: Anchor = { start, end: start + each.quote.length, exact: each.quote, prefix: each.prefix, suffix: each.suffix };
    const certain = certainPlace(index, anchor, each);
    const place = certain ? { anchor: certain, review: null } : doubtfulPlace(index, anchor);
    if (place.review?.kind !== 'lost') last = place.anchor.start;
    const tagIds = [...new Set(each.tags.map((name) => idsByName.get(foldName(name))).filter((tagId) => tagId !== undefined))];
    const highlight = createHighlight({ anchor: place.anchor, colour: each.colour ?? 'yellow', note: each.note, tags: tagIds }, { id: nextId(), now: now() });
    const dated = each.createdAt === null ? highlight : { ...highlight, createdAt: each.createdAt };
    return place.review ? { ...dated, review: place.review } : dated;
  });
}
