import search, { type Match } from 'approx-string-match';

export type Context = { readonly prefix: string; readonly suffix: string; readonly hint: number };

const MOST_ERRORS = 256;
const WEIGHTS = { quote: 50, context: 20, position: 2 };

/** Exact places where there are any, else those within so many errors. */
function searchText(text: string, wanted: string, maxErrors: number): readonly Match[] {
  const exact: Match[] = [];
  for (let start = text.indexOf(wanted); start !== -1; start = text.indexOf(wanted, start + 1)) exact.push({ start, end: start + wanted.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, wanted, maxErrors);
}

function alikeness(text: string, wanted: string): number {
  if (wanted === '' || text === '') return 0;
  return 1 - (searchText(text, wanted, wanted.length)[0]?.errors ?? wanted.length) / wanted.length;
}

/** Finds a quote as the Hypothesis client does with approx-string-match: every place within half of the quote's length in errors, the best by quote, context and position. */
export function matchQuote(text: string, quote: string, { prefix, suffix, hint }: Context): { readonly start: number; readonly end: number } | null {
  const score = ({ start, end, errors }: Match) =>
    WEIGHTS.quote * (1 - errors / quote.length)
    + WEIGHTS.context * (prefix ? alikeness(text.slice(Math.max(0, start - prefix.length), start), prefix) : 1)
    + WEIGHTS.context * (suffix ? alikeness(text.slice(end, end + suffix.length), suffix) : 1)
    + WEIGHTS.position * (1 - Math.abs(start - hint) / text.length);
  let best: { match: Match; score: number } | null = null;
  for (const match of searchText(text, quote, Math.min(MOST_ERRORS, quote.length / 2))) {
    const own = score(match);
    if (!best || own > best.score) best = { match, score: own };
  }
  return best && { start: best.match.start, end: best.match.end };
}
