import type { Pattern } from './anchor-pattern.ts';
import type { WordIndex } from './text-index.ts';

/** A word this rare, or a run of words, says by itself where to look. */
const RARE_WORD = 12;
const RARE_RUN = 40;
const RUN_LENGTH = 4;
/** All that is looked at for one pattern, in places of words. */
const BUDGET = 200_000;
/** Places whose shifts differ by less than this support each other. */
const SPREAD = 8;

const at = (array: Int32Array, position: number): number => array[position] ?? -1;

/** Where the run of pattern words from `word` on stands in the text, by the place of its first word; none when that is too often. */
function placesOfRun(pattern: Pattern, index: WordIndex, { word, budget }: { word: number; budget: { left: number } }): readonly number[] {
  const own = index.placesOf(at(pattern.words, word));
  if (own.length <= RARE_WORD) return [...own];
  const last = Math.min(word + RUN_LENGTH, pattern.words.length);
  if (last - word < 2 || at(pattern.words, word + 1) === -1) return [];
  const second = index.placesOf(at(pattern.words, word + 1));
  const isSecondRarer = second.length < own.length;
  const rarer = isSecondRarer ? second : own;
  budget.left -= rarer.length;
  if (budget.left < 0) return [];
  let places: number[] = [];
  for (const place of rarer) {
    const first = isSecondRarer ? place - 1 : place;
    if (at(index.words, first) === at(pattern.words, word) && at(index.words, first + 1) === at(pattern.words, word + 1)) places.push(first);
  }
  for (let next = word + 2; places.length > RARE_RUN && next < last; next += 1) {
    places = places.filter((place) => at(index.words, place + next - word) === at(pattern.words, next));
  }
  return places.length <= RARE_RUN ? places : [];
}

/**
 * Where the pattern may begin in the text, as the word its first word would be: the places that most of its rare words
 * and rare runs of words agree on, best first, at most `count`.
 */
export function seedPlaces(pattern: Pattern, index: WordIndex, count: number): readonly number[] {
  const votes = new Map<number, number>();
  const budget = { left: BUDGET };
  for (const [word, number] of pattern.words.entries()) {
    if (number === -1) continue;
    const places = placesOfRun(pattern, index, { word, budget });
    for (const place of places) {
      const bucket = Math.floor((place - word) / SPREAD);
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1 / (3 + places.length));
    }
  }
  const support = (bucket: number) => (votes.get(bucket - 1) ?? 0) / 2 + (votes.get(bucket) ?? 0) + (votes.get(bucket + 1) ?? 0) / 2;
  const ranked = [...votes.keys()].map((bucket) => ({ bucket, weight: support(bucket) })).sort((a, b) => b.weight - a.weight || a.bucket - b.bucket);
  const chosen: number[] = [];
  for (const { bucket } of ranked) {
    if (chosen.length === count) break;
    if (!chosen.some((other) => Math.abs(other - bucket) <= 1)) chosen.push(bucket);
  }
  return chosen.map((bucket) => bucket * SPREAD + (SPREAD >> 1));
}
