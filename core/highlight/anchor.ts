import { z } from 'zod';
import type { Known } from '../base/known.ts';
import type { Range } from '../base/range.ts';

/** UTF-16 units of text kept on either side of a quote. 64 halves the mistaken twins of 32; 16 is worse. */
const CONTEXT_LENGTH = 64;

export const anchorSchema = z.looseObject({
  // Offsets that no text has are no damage: the quote is searched for.
  start: z.int(),
  end: z.int(),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
});

/**
 * Where a highlight stands: W3C TextPositionSelector (start, end: UTF-16 units of the projection)
 * and TextQuoteSelector (exact, prefix, suffix).
 */
export type Anchor = Readonly<Known<z.infer<typeof anchorSchema>>>;

/** Describes a range of a projection's text, so that findAnchor can find it again. */
export function describeAnchor(text: string, range: Range): Anchor {
  return {
    start: range.start,
    end: range.end,
    exact: text.slice(range.start, range.end),
    prefix: text.slice(Math.max(0, range.start - CONTEXT_LENGTH), range.start),
    suffix: text.slice(range.end, range.end + CONTEXT_LENGTH),
  };
}
