import type { Range } from '../base/range.ts';
import type { Anchor } from './anchor.ts';

/** Every place at which `quote` stands in `text`, overlapping ones included. */
export function findAll(text: string, quote: string): readonly Range[] {
  const places: Range[] = [];
  if (quote === '') return places;
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1)) places.push({ start, end: start + quote.length });
  return places;
}

/**
 * The range an anchor means in `text`: where it was, else the only place with the same words around it,
 * else the only place with the same words. Null is an orphan: its note is kept and shown, its place is not guessed.
 */
export function findAnchor(text: string, anchor: Anchor): Range | null {
  // The offset is right unless the text was changed, so try it before searching.
  if (text.startsWith(anchor.exact, anchor.start)) return { start: anchor.start, end: anchor.start + anchor.exact.length };
  const withContext = findAll(text, anchor.prefix + anchor.exact + anchor.suffix);
  const [found] = withContext;
  if (found && withContext.length === 1) {
    const start = found.start + anchor.prefix.length;
    return { start, end: start + anchor.exact.length };
  }
  const quotes = findAll(text, anchor.exact);
  return quotes.length === 1 ? (quotes[0] ?? null) : null;
}
