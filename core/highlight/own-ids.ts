import { type HighlightId, highlightIdSchema } from '../base/ids.ts';
import type { Highlight } from './highlight.ts';

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** The next id after one, as numbers of base 32 go; after the last of all comes the first. */
function idAfter(id: HighlightId): HighlightId {
  const kept = id.replace(/z+$/, '');
  const last = DIGITS[DIGITS.indexOf(kept.slice(-1)) + 1] ?? '';
  return highlightIdSchema.parse((kept.slice(0, -1) + last).padEnd(id.length, '0'));
}

/** Highlights with an id each. Of several with one id the first keeps it, and the others get the next that are free: the same ones at every reading. */
export function withOwnIds(highlights: readonly Highlight[]): readonly Highlight[] {
  const taken = new Set(highlights.map(({ id }) => id));
  if (taken.size === highlights.length) return highlights;
  const met = new Set<HighlightId>();
  return highlights
    .map((highlight) => {
      let { id } = highlight;
      if (met.has(id)) while (taken.has(id)) id = idAfter(id);
      met.add(id);
      taken.add(id);
      return id === highlight.id ? highlight : { ...highlight, id };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
