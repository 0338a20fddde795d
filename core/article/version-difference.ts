import type { HighlightId, TagId } from '../base/ids.ts';
import { compareWords, type Piece } from '../base/word-difference.ts';
import { type Colour, shownColour } from '../highlight/colour.ts';
import type { Highlight } from '../highlight/highlight.ts';
import { type Article, detailsSchema } from './article.ts';

type DetailName = keyof typeof detailsSchema.shape;

/** What became of a highlight. What is null or empty is as it was. */
export type HighlightDifference = {
  readonly id: HighlightId;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly quote: string;
  readonly note: readonly Piece[] | null;
  readonly colour: { readonly before: Colour; readonly after: Colour } | null;
  readonly tagsAdded: readonly TagId[];
  readonly tagsRemoved: readonly TagId[];
};

/** What is different in an article. */
export type VersionDifference = {
  readonly details: readonly { readonly name: DetailName; readonly before: string | null; readonly after: string | null }[];
  readonly status: { readonly before: Article['status']; readonly after: Article['status'] } | null;
  readonly summary: readonly Piece[] | null;
  readonly highlights: readonly HighlightDifference[];
  readonly areAsidesChanged: boolean;
  readonly isBinChanged: boolean;
};

const textDifference = (before: string, after: string): readonly Piece[] | null => (before === after ? null : compareWords(before, after));

function highlightDifference(before: Highlight | undefined, after: Highlight | undefined): HighlightDifference | null {
  const shown = after ?? before;
  if (!shown) return null;
  const [had, has] = [before?.tags ?? [], after?.tags ?? []];
  const difference: HighlightDifference = {
    id: shown.id,
    kind: before && after ? 'changed' : after ? 'added' : 'removed',
    quote: shown.anchor.exact,
    note: textDifference(before?.note ?? '', after?.note ?? ''),
    colour: before && after && before.colour !== after.colour ? { before: shownColour(before.colour), after: shownColour(after.colour) } : null,
    tagsAdded: has.filter((id) => !had.includes(id)),
    tagsRemoved: had.filter((id) => !has.includes(id)),
  };
  const isSame = difference.kind === 'changed' && !difference.note && !difference.colour && difference.tagsAdded.length + difference.tagsRemoved.length === 0;
  return isSame ? null : difference;
}

const isSameSet = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((each) => b.includes(each));

/** What makes one state of an article of another, for a person to read. Highlights come in the order of their places. */
export function compareStates(before: Article, after: Article): VersionDifference {
  const [past, next] = [before, after].map(({ highlights }) => new Map(highlights.map((highlight) => [highlight.id, highlight])));
  const ordered = [...new Map([...before.highlights, ...after.highlights].map((highlight) => [highlight.id, highlight])).values()].sort((a, b) => a.anchor.start - b.anchor.start);
  return {
    details: detailsSchema.keyof().options.flatMap((name) => (before[name] === after[name] ? [] : [{ name, before: before[name], after: after[name] }])),
    status: before.status === after.status ? null : { before: before.status, after: after.status },
    summary: textDifference(before.summary, after.summary),
    highlights: ordered.flatMap(({ id }) => highlightDifference(past?.get(id), next?.get(id)) ?? []),
    areAsidesChanged: !isSameSet(before.putBack, after.putBack),
    isBinChanged: (before.binnedAt === null) !== (after.binnedAt === null),
  };
}

/** True where there is nothing to tell. */
export function isNoDifference({ details, status, summary, highlights, areAsidesChanged, isBinChanged }: VersionDifference): boolean {
  return details.length === 0 && !status && !summary && highlights.length === 0 && !areAsidesChanged && !isBinChanged;
}
