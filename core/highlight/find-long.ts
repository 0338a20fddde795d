import type { Range } from '../base/range.ts';
import type { Anchor } from './anchor.ts';
import { type Matches, matchesOf, nearestExact, withoutTheSame } from './find-nearly.ts';
import type { Match } from './match.ts';
import { cutWords, type TextIndex, wordAt } from './text-index.ts';

/** A quote of more UTF-16 units than this is found by its two ends. */
const LONG_QUOTE = 1_000;
const STRETCH_LENGTH = 400;
const CONTEXT_LENGTH = 64;
/** How many stretches are tried from either end until one is found. */
const STRETCHES = 4;
const LEAST_SCORE = 0.5;
/** How many places of either end are paired. */
const PLACES = 3;
/** The quote may be this much longer or shorter than it was. */
const MOST_CHANGE = 2;

export function isLong(anchor: Anchor): boolean {
  return anchor.exact.length > LONG_QUOTE;
}

/** A stretch of a quote as an anchor of its own; halves of surrogate pairs at its edges are left to its neighbours. */
function stretchOf({ exact, prefix, suffix }: Anchor, offset: number): Anchor {
  const end = offset + STRETCH_LENGTH;
  return {
    start: offset, end,
    exact: exact.slice(offset, end).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ''),
    prefix: offset === 0 ? prefix : exact.slice(Math.max(0, offset - CONTEXT_LENGTH), offset),
    suffix: end >= exact.length ? suffix : exact.slice(end, end + CONTEXT_LENGTH),
  };
}

/** The best places of the first stretch that is found. */
function findStretch(index: TextIndex, anchor: Anchor, { offsets, expected }: { offsets: readonly number[]; expected: number }): readonly Match[] {
  for (const offset of offsets) {
    const matches = matchesOf(index, stretchOf(anchor, offset), expected + offset).matches.filter(({ score }) => score >= LEAST_SCORE);
    if (matches.length > 0) return matches.slice(0, PLACES);
  }
  return [];
}

function countTerms(terms: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** How much of a quote's words stand in a range, and of the range's in the quote, whatever their order: 0 to 1. */
function bagLikeness(index: TextIndex, counts: ReadonlyMap<string, number>, { start, end }: Range): number {
  const { words, terms } = index.words();
  const present = words.subarray(wordAt(index.words(), start), wordAt(index.words(), end - 1) + 1);
  const found = countTerms(Array.from(present, (number) => terms[number] ?? ''));
  let [shared, wanted] = [0, 0];
  for (const [term, count] of counts) {
    wanted += count;
    shared += Math.min(count, found.get(term) ?? 0);
  }
  return shared / Math.max(1, wanted, present.length);
}

/**
 * Where a long quote may stand: from its first words to its last. To align all of it would cost the square of its length;
 * so a stretch at either end is found as an anchor of its own, and the whole is compared as a bag of words.
 */
export function findLong(index: TextIndex, anchor: Anchor, expected: number): Matches {
  const { length } = anchor.exact;
  const offsets = Array.from({ length: STRETCHES }, (_, count) => count * STRETCH_LENGTH).filter((offset) => offset + STRETCH_LENGTH <= length);
  const heads = findStretch(index, anchor, { offsets, expected });
  const tails = findStretch(index, anchor, { offsets: offsets.map((offset) => length - STRETCH_LENGTH - offset), expected });
  const counts = countTerms(cutWords(anchor.exact).terms);
  const pairs = heads.flatMap((head) => tails.map((tail) => ({ range: { start: head.range.start, end: tail.range.end }, score: (head.score + tail.score) / 2 })));
  const matches = pairs
    .filter(({ range: { start, end } }) => end - start >= length / MOST_CHANGE && end - start <= length * MOST_CHANGE)
    .map(({ range, score }) => ({ range, score: (score + bagLikeness(index, counts, range)) / 2 }));
  const { starts, isOnly } = nearestExact(index.text, anchor.exact, expected);
  return { matches: withoutTheSame(matches), isOnly, isVerbatim: starts.length > 0 };
}
