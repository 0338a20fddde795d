import type { Range } from '../base/range.ts';
import type { Anchor } from './anchor.ts';
import { cutWords, type WordIndex } from './text-index.ts';

/** Other programs may give more context than we do; this much of it is looked at on either side. */
const CONTEXT_LIMIT = 128;

/** The words that are looked for: those of an anchor's prefix, quote and suffix in a row. */
export type Pattern = {
  readonly text: string;
  /** The quote in `text`. */
  readonly quote: Range;
  /** The words of the quote, from `first` up to `end`; a word that it cuts is one of them. */
  readonly first: number;
  readonly end: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly terms: readonly string[];
  /** The number of each word's term in the index, -1 where it has none. */
  readonly words: Int32Array;
};

/** The context of an anchor, as much of it as is looked at. */
export function contextOf({ prefix, suffix }: Anchor): { readonly prefix: string; readonly suffix: string } {
  return { prefix: prefix.slice(-CONTEXT_LIMIT), suffix: suffix.slice(0, CONTEXT_LIMIT) };
}

export function makePattern(anchor: Anchor, index: WordIndex): Pattern {
  const { prefix, suffix } = contextOf(anchor);
  const text = prefix + anchor.exact + suffix;
  const quote = { start: prefix.length, end: prefix.length + anchor.exact.length };
  const { starts, ends, terms } = cutWords(text);
  const first = ends.findIndex((end) => end > quote.start);
  const after = starts.findIndex((start) => start >= quote.end);
  return {
    text, quote, starts, ends, terms,
    first: first === -1 ? terms.length : first,
    end: after === -1 ? terms.length : after,
    words: Int32Array.from(terms, (term) => index.numberOf(term)),
  };
}
