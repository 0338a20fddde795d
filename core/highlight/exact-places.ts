/** A quote is looked for by its first characters: to compare all of a long one everywhere can cost its length times that of the text. */
const PROBE_LENGTH = 64;
/** After so many places that begin like the quote and are not it, there is none. */
const MOST_ATTEMPTS = 1_000;

function placeFrom(text: string, quote: string, next: (probe: string, last: number | null) => number): number {
  const probe = quote.slice(0, PROBE_LENGTH);
  let place = next(probe, null);
  for (let attempt = 0; place !== -1 && attempt < MOST_ATTEMPTS; attempt += 1) {
    if (text.startsWith(quote, place)) return place;
    place = next(probe, place);
  }
  return -1;
}

/** The first place of a quote from an offset on; -1 where there is none. */
export function placeAfter(text: string, quote: string, offset: number): number {
  return placeFrom(text, quote, (probe, last) => text.indexOf(probe, last === null ? offset : last + 1));
}

/** The last place of a quote that begins before an offset; -1 where there is none. */
export function placeBefore(text: string, quote: string, offset: number): number {
  return placeFrom(text, quote, (probe, last) => {
    const from = (last ?? offset) - 1;
    return from < 0 ? -1 : text.lastIndexOf(probe, from);
  });
}
