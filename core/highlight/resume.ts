import { z } from 'zod';
import type { Known } from '../base/known.ts';
import { type Anchor, anchorSchema, describeAnchor } from './anchor.ts';
import { findAnchor } from './find-anchor.ts';

/** As much of the sentence as tells it from others. */
const QUOTE_LENGTH = 160;

export const resumeSchema = z.looseObject({ content: z.string().regex(/^[0-9a-f]{64}$/), anchor: anchorSchema });

/** The sentence at which reading goes on: an anchor, and the content whose text it was read in. */
export type Resume = Readonly<Omit<Known<z.infer<typeof resumeSchema>>, 'anchor'> & { anchor: Anchor }>;

/** Describes the words at an offset of a content's text, to go on with them; null at the end, where there are none. */
export function describeResume(text: string, position: number, content: string): Resume | null {
  const end = Math.min(text.length, position + QUOTE_LENGTH);
  return position >= 0 && position < end ? { content, anchor: describeAnchor(text, { start: position, end }) } : null;
}

/** Where those words are in another text; null when they are no longer found. A likely place will do: nothing is kept at it. */
export function findResume(text: string, { anchor }: Resume): number | null {
  const placement = findAnchor(text, anchor);
  return placement.kind === 'found' ? placement.range.start : null;
}
