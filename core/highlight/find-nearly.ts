import type { Range } from '../base/range.ts';
import { alignWords, type Band } from './align-words.ts';
import type { Anchor } from './anchor.ts';
import { contextOf, makePattern, type Pattern } from './anchor-pattern.ts';
import { placeAfter, placeBefore } from './exact-places.ts';
import { commonEnd, commonStart, type Match, nearnessOf, readMatch, scoreOf, weightsOf } from './match.ts';
import { seedPlaces } from './seed-places.ts';
import { type TextIndex, type WordIndex, wordAt } from './text-index.ts';

const SEEDS = 6;
/** Exact places of the quote that are looked at, on either side of where it was expected. */
const EXACT_EACH_SIDE = 2;
/** How many words a part of the pattern may have slid, besides a quarter of the pattern's length. */
const SLACK = 12;
/** Beside a match this good, a place with less than this share of what the best place has of the pattern need not be aligned. */
const GOOD = 0.85;
const LEAST_SHARED = 0.3;

/** Up to four places nearest to `expected` at which the quote stands word for word; `isOnly` when there is one in all the text. */
export function nearestExact(text: string, quote: string, expected: number): { readonly starts: readonly number[]; readonly isOnly: boolean } {
  const first = quote === '' ? -1 : placeAfter(text, quote, 0);
  if (first === -1) return { starts: [], isOnly: false };
  if (placeAfter(text, quote, first + 1) === -1) return { starts: [first], isOnly: true };
  const starts: number[] = [];
  for (let [start, count] = [placeAfter(text, quote, expected), 0]; start !== -1 && count < EXACT_EACH_SIDE; count += 1) {
    starts.push(start);
    start = placeAfter(text, quote, start + 1);
  }
  for (let [start, count] = [placeBefore(text, quote, expected), 0]; start !== -1 && count < EXACT_EACH_SIDE; count += 1) {
    starts.push(start);
    start = placeBefore(text, quote, start);
  }
  return { starts, isOnly: false };
}

/** A quote of signs alone has no words to align: only where it stands as it is can it be, and its context says where. */
function matchSigns(text: string, anchor: Anchor, { starts, expected }: { starts: readonly number[]; expected: number }): readonly Match[] {
  const { prefix, suffix } = contextOf(anchor);
  return starts.map((start) => {
    const end = start + anchor.exact.length;
    const same = commonEnd(prefix, text.slice(Math.max(0, start - prefix.length), start)) + commonStart(suffix, text.slice(end, end + suffix.length));
    const context = prefix.length + suffix.length === 0 ? 0 : same / (prefix.length + suffix.length);
    return { range: { start, end }, score: scoreOf({ quote: 1, context, nearness: nearnessOf(start, expected) }, weightsOf(1, prefix.length + suffix.length)) };
  });
}

/** Where in the text the pattern may stand. */
function bandsOf(pattern: Pattern, index: TextIndex, { starts, expected }: { starts: readonly number[]; expected: number }): readonly Band[] {
  const words = index.words();
  const slack = SLACK + (pattern.terms.length >> 2);
  const fromQuote = [expected, ...starts].map((start) => wordAt(words, start) - pattern.first);
  const chosen: number[] = [];
  for (const first of [...fromQuote, ...seedPlaces(pattern, words, SEEDS)]) {
    // Bands that lie for the most part on one another show the same.
    if (!chosen.some((other) => Math.abs(other - first) <= slack / 2)) chosen.push(first);
  }
  return chosen.map((first) => ({ first, slack }));
}

/** How much of the pattern is in a band's part of the text: its words, those that are rare in the text counting for more. */
function sharedWeight(weights: ReadonlyMap<number, number>, index: WordIndex, { start, end }: Range): number {
  let weight = 0;
  const met = new Set<number>();
  for (let place = Math.max(0, start); place < Math.min(end, index.words.length); place += 1) {
    const number = index.words[place] ?? -1;
    const own = weights.get(number);
    if (own === undefined || met.has(number)) continue;
    met.add(number);
    weight += own;
  }
  return weight;
}

/** The pattern's matches, from where most of its words are on; places that can't rival a good one are left out. */
function matchWords(pattern: Pattern, index: TextIndex, { starts, expected }: { starts: readonly number[]; expected: number }): readonly Match[] {
  const words = index.words();
  const weights = new Map(Array.from(pattern.words, (number) => [number, 1 / Math.max(1, words.placesOf(Math.max(0, number)).length)]));
  weights.delete(-1);
  const bands = bandsOf(pattern, index, { starts, expected })
    .map((band) => ({ band, shared: sharedWeight(weights, words, { start: band.first - band.slack, end: band.first + pattern.terms.length + band.slack }) }))
    .sort((a, b) => b.shared - a.shared || a.band.first - b.band.first);
  const matches: Match[] = [];
  let [best, mostShared] = [0, 0];
  for (const { band, shared } of bands) {
    if (best >= GOOD && shared < mostShared * LEAST_SHARED) break;
    const found = alignWords(pattern, words, band).flatMap((aligned) => readMatch(aligned, { pattern, index, expected }) ?? []);
    matches.push(...found);
    best = Math.max(best, ...found.map(({ score }) => score));
    mostShared = Math.max(mostShared, shared);
  }
  return matches;
}

/** True for ranges of which most is the same text. */
function isNearlySame(a: Range, b: Range): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return 2 * shared >= Math.max(a.end, b.end) - Math.min(a.start, b.start);
}

/** The best of matches that are nearly the same range, best first. */
export function withoutTheSame(matches: readonly Match[]): readonly Match[] {
  const kept: Match[] = [];
  for (const match of matches.toSorted((a, b) => b.score - a.score || a.range.start - b.range.start)) {
    if (!kept.some(({ range }) => isNearlySame(range, match.range))) kept.push(match);
  }
  return kept;
}

/** Where an anchor may stand, best first. `isVerbatim` when its quote stands somewhere as it was, `isOnly` when in one place alone. */
export type Matches = { readonly matches: readonly Match[]; readonly isOnly: boolean; readonly isVerbatim: boolean };

/**
 * Where the words of an anchor may stand in a text that was changed, best first, each another range.
 * The work is bounded: at most 11 stretches little longer than the anchor are aligned with it, whatever the text.
 */
export function matchesOf(index: TextIndex, anchor: Anchor, expected: number): Matches {
  const { starts, isOnly } = nearestExact(index.text, anchor.exact, expected);
  const pattern = makePattern(anchor, index.words());
  const matches = pattern.first === pattern.end
    ? matchSigns(index.text, anchor, { starts, expected })
    : matchWords(pattern, index, { starts, expected });
  return { matches: withoutTheSame(matches), isOnly, isVerbatim: starts.length > 0 };
}
