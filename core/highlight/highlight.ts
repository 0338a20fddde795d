import { z } from 'zod';
import { type HighlightId, highlightIdSchema, type TagId, tagIdSchema } from '../base/ids.ts';
import type { Known } from '../base/known.ts';
import { type Anchor, anchorSchema } from './anchor.ts';
import { storedColourSchema } from './colour.ts';

/** At most this many characters in one note or summary. */
export const NOTE_LENGTH_LIMIT = 1_000_000;

/**
 * What there is to say about a highlight's place after its article's text was changed. Its place was certain and is another (`moved`)
 * or is a guess (`unsure`); its words were not found (`lost`); or somebody was told so and keeps it without a place (`orphan`).
 * `before` is the anchor it had, with the quote as it was.
 */
export const reviewSchema = z.looseObject({ kind: z.enum(['moved', 'unsure', 'lost', 'orphan']), before: anchorSchema.optional() });
export type Review = Readonly<Omit<Known<z.infer<typeof reviewSchema>>, 'before'> & { before?: Anchor | undefined }>;

export const highlightSchema = z.looseObject({
  id: highlightIdSchema,
  anchor: anchorSchema,
  colour: storedColourSchema,
  tags: z.array(tagIdSchema).max(1_000),
  note: z.string().max(NOTE_LENGTH_LIMIT),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  review: reviewSchema.nullable().optional(),
});

/** A marked stretch of an article, with its tags and a note in Markdown. Dates are UTC in ISO 8601. `review` is null or absent when its place is settled. */
export type Highlight = Readonly<Omit<Known<z.infer<typeof highlightSchema>>, 'anchor' | 'tags' | 'review'> & { anchor: Anchor; tags: readonly TagId[]; review?: Review | null | undefined }>;

type HighlightDraft = Pick<Highlight, 'anchor' | 'colour'> & Partial<Pick<Highlight, 'tags' | 'note'>>;

export function createHighlight(draft: HighlightDraft, made: { id: HighlightId; now: string }): Highlight {
  return { id: made.id, anchor: draft.anchor, colour: draft.colour, tags: draft.tags ?? [], note: draft.note ?? '', createdAt: made.now, changedAt: made.now };
}

/** True of a highlight whose place is a guess that nobody has accepted. */
export function isUnsure({ review }: Highlight): boolean {
  return review?.kind === 'unsure';
}

/** True of a highlight whose place is to be settled: nobody has accepted it, nor kept the highlight without one. */
export function isToReview({ review }: Pick<Highlight, 'review'>): boolean {
  return review !== null && review !== undefined && review.kind !== 'orphan';
}

/** What a highlight quoted before the words under it were changed; null where they are the same, or where nobody knows for certain what they are. */
export function formerWording({ anchor, review }: Pick<Highlight, 'anchor' | 'review'>): string | null {
  return review?.kind === 'moved' && review.before && review.before.exact !== anchor.exact ? review.before.exact : null;
}

/** True of a highlight whose words were looked for and are nowhere in the text. */
export function isOrphaned({ review }: Highlight): boolean {
  return review?.kind === 'lost' || review?.kind === 'orphan';
}
