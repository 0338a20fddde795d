import type { Range } from '../base/range.ts';
import type { Anchor } from './anchor.ts';
import { contextOf } from './anchor-pattern.ts';
import { placeAfter } from './exact-places.ts';
import { findLong, isLong } from './find-long.ts';
import { matchesOf } from './find-nearly.ts';
import type { Match } from './match.ts';
import { indexText, type TextIndex } from './text-index.ts';

/** Below this score a place is no place: the highlight is an orphan. */
const FLOOR = 0.5;
/** From this score on, and this far before the next best place, a place is taken without asking. */
export const CERTAIN = 0.75;
const MARGIN = 0.1;

/**
 * Where an anchor stands in a text. `score` is from 0 to 1; `how` it was found: at its place with its context, by its quote
 * with its context, which stand together in no other place, or nearly so. `isFar` when it is not where its neighbours went.
 * A place that is not certain is for a person to review; `others` are the next best, down to the floor.
 * An orphan has no place: its note is kept and shown, its place is not guessed.
 */
export type Found = {
  readonly kind: 'found';
  readonly range: Range;
  readonly score: number;
  readonly how: 'place' | 'quote' | 'approximate';
  readonly isCertain: boolean;
  readonly isFar: boolean;
  readonly others: readonly Match[];
};
export type Placement = Found | { readonly kind: 'orphan' };

const orphan: Placement = { kind: 'orphan' };

const foundAt = (start: number, anchor: Anchor, how: 'place' | 'quote'): Placement => ({
  kind: 'found', range: { start, end: start + anchor.exact.length }, score: 1, how, isCertain: true, isFar: false, others: [],
});

/** The range of a placement that needs no review; null for all others. */
export function certainRange(placement: Placement | undefined): Range | null {
  return placement?.kind === 'found' && placement.isCertain ? placement.range : null;
}

/** Every place at which `quote` stands in `text`, overlapping ones included. */
export function findAll(text: string, quote: string): readonly Range[] {
  const places: Range[] = [];
  if (quote === '') return places;
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1)) places.push({ start, end: start + quote.length });
  return places;
}

/** The only place of `quote` in `text`; -1 when it stands in none or in several. */
function onlyPlace(text: string, quote: string): number {
  const start = placeAfter(text, quote, 0);
  return start !== -1 && placeAfter(text, quote, start + 1) === -1 ? start : -1;
}

/** The placement of an anchor whose words stand as they were, with their context, at their place or in one other place; else null. */
export function findUnchanged(text: string, anchor: Anchor): Placement | null {
  const { exact, start } = anchor;
  if (exact === '') return orphan;
  const { prefix, suffix } = contextOf(anchor);
  // The offset is right unless the text was changed, so try it before searching.
  if (start >= prefix.length && text.startsWith(exact, start) && text.startsWith(suffix, start + exact.length) && text.startsWith(prefix, start - prefix.length)) return foundAt(start, anchor, 'place');
  const place = onlyPlace(text, prefix + exact + suffix);
  return place === -1 ? null : foundAt(place + prefix.length, anchor, 'quote');
}

const unchangedPlaces = new WeakMap<TextIndex, WeakMap<Anchor, Placement | null>>();

/** The same in an indexed text, remembered for each anchor: a change of one highlight looks for that one alone. */
export function findUnchangedIn(index: TextIndex, anchor: Anchor): Placement | null {
  const known = unchangedPlaces.get(index) ?? new WeakMap<Anchor, Placement | null>();
  unchangedPlaces.set(index, known);
  const before = known.get(anchor);
  if (before !== undefined) return before;
  const place = findUnchanged(index.text, anchor);
  known.set(anchor, place);
  return place;
}

function lookFor(index: TextIndex, anchor: Anchor, expected: number): Placement {
  const { matches, isOnly, isVerbatim } = isLong(anchor) ? findLong(index, anchor, expected) : matchesOf(index, anchor, expected);
  const [best, ...others] = matches;
  if (!best) return orphan;
  const isBestVerbatim = index.text.slice(best.range.start, best.range.end) === anchor.exact;
  // A quote that stands in one place only may be of another sentence, but it is never nowhere.
  const score = isBestVerbatim && isOnly ? Math.max(FLOOR, best.score) : best.score;
  if (score < FLOOR) return orphan;
  const isApart = score - (others[0]?.score ?? 0) >= MARGIN;
  const isCertain = score >= CERTAIN && isApart && (isBestVerbatim || !isVerbatim);
  return { kind: 'found', range: best.range, score, how: 'approximate', isCertain, isFar: false, others: others.filter((each) => each.score >= FLOOR) };
}

/** What was found in a text is found again at each change of a highlight in it. */
const answers = new WeakMap<TextIndex, Map<string, Placement>>();

/** The placement of an anchor by what is left of its words, nearest to `expected`, the offset at which it should begin. */
export function findChanged(index: TextIndex, anchor: Anchor, expected: number): Placement {
  const known = answers.get(index) ?? new Map<string, Placement>();
  answers.set(index, known);
  const key = JSON.stringify([expected, anchor.prefix, anchor.exact, anchor.suffix]);
  const answer = known.get(key) ?? lookFor(index, anchor, expected);
  known.set(key, answer);
  return answer;
}

/** Finds one anchor. Where there are several, findAnchors knows more. */
export function findAnchor(text: string | TextIndex, anchor: Anchor): Placement {
  const index = typeof text === 'string' ? indexText(text) : text;
  return findUnchanged(index.text, anchor) ?? findChanged(index, anchor, anchor.start);
}
