/** Characters of the old text that are looked for in the new one: as many as hardly stand twice. */
const QUOTE_LENGTH = 60;

/**
 * Where a position of one text is in another version of it: at the same words, those nearest to where they were.
 * Words that are gone leave it at the same share of the text.
 */
export function followPosition(oldText: string, newText: string, position: number): number {
  if (position <= 0 || oldText === newText) return Math.max(0, position);
  const quote = oldText.slice(position, position + QUOTE_LENGTH);
  const [after, before] = [newText.indexOf(quote, position), newText.lastIndexOf(quote, position)];
  const found = [after, before].filter((place) => quote.length >= 8 && place !== -1).sort((a, b) => Math.abs(a - position) - Math.abs(b - position))[0];
  return found ?? Math.min(newText.length, Math.round((position / Math.max(1, oldText.length)) * newText.length));
}
