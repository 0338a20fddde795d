import { z } from 'zod';
import { type HighlightId, highlightIdSchema, type TagId, tagIdSchema } from '../base/ids.ts';
import type { Known } from '../base/known.ts';
import { type Anchor, anchorSchema } from './anchor.ts';
import { colourSchema } from './colour.ts';

/** At most this many characters in one note or summary. */
export const NOTE_LENGTH_LIMIT = 1_000_000;

export const highlightSchema = z.looseObject({
  id: highlightIdSchema,
  anchor: anchorSchema,
  colour: colourSchema,
  tags: z.array(tagIdSchema).max(1_000),
  note: z.string().max(NOTE_LENGTH_LIMIT),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});

/** A marked stretch of an article, with its tags and a note in Markdown. Dates are UTC in ISO 8601. */
export type Highlight = Readonly<Omit<Known<z.infer<typeof highlightSchema>>, 'anchor' | 'tags'> & { anchor: Anchor; tags: readonly TagId[] }>;

type HighlightDraft = Pick<Highlight, 'anchor' | 'colour'> & Partial<Pick<Highlight, 'tags' | 'note'>>;

export function createHighlight(draft: HighlightDraft, made: { id: HighlightId; now: string }): Highlight {
  return { id: made.id, anchor: draft.anchor, colour: draft.colour, tags: draft.tags ?? [], note: draft.note ?? '', createdAt: made.now, changedAt: made.now };
}
