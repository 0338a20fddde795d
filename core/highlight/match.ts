import type { Range } from '../base/range.ts';
import { likeness } from './align-words.ts';
import type { Pattern } from './anchor-pattern.ts';
import { snapToClusters } from './clusters.ts';
import type { TextIndex, WordIndex } from './text-index.ts';

/** A place where a quote may stand; `score` from 0 to 1 says how well quote and context fit there. */
export type Match = { readonly range: Range; readonly score: number };

const NEARNESS_WEIGHT = 0.05;
/** A quote counts the more the longer it is; what a short one lacks, its context has to carry. */
const QUOTE_WEIGHT = { least: 0.35, perWord: 0.03, most: 0.75 };
/** Fewer words of context than this carry less. */
const CONTEXT_WORDS = 6;
/** At this distance from where it was expected, a place counts as half near. */
const HALF_NEAR = 500;

const at = (array: Int32Array, position: number): number => array[position] ?? -1;

export function nearnessOf(place: number, expected: number): number {
  return HALF_NEAR / (HALF_NEAR + Math.abs(place - expected));
}

/** The weights of quote and context; with nearness they make 1. */
export function weightsOf(quoteWords: number, contextWords: number): { readonly quote: number; readonly context: number } {
  const own = Math.min(QUOTE_WEIGHT.most, QUOTE_WEIGHT.least + QUOTE_WEIGHT.perWord * quoteWords);
  const context = (1 - NEARNESS_WEIGHT - own) * Math.min(1, contextWords / CONTEXT_WORDS);
  return { quote: 1 - NEARNESS_WEIGHT - context, context };
}

/** The score of a place by how alike quote and context are there, each from 0 to 1, and how near it is. */
export function scoreOf(alike: { readonly quote: number; readonly context: number; readonly nearness: number }, weights: ReturnType<typeof weightsOf>): number {
  return weights.quote * alike.quote + weights.context * alike.context + NEARNESS_WEIGHT * alike.nearness;
}

function alikeness(pattern: Pattern, index: WordIndex, { word, place }: { word: number; place: number }): number {
  if (place === -1) return 0;
  const number = at(index.words, place);
  return number === at(pattern.words, word) ? 1 : likeness(pattern.terms[word] ?? '', index.terms[number] ?? '');
}

/** How many characters two texts have in common at their ends. */
export function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length += 1;
  return length;
}

/** How many characters two texts have in common at their beginnings. */
export function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

/** Where the quote starts, given the text's word for one of its own: with the signs before the word, or as far inside it as it was. */
function startIn(text: string, pattern: Pattern, { word, place }: { word: number; place: Range }): number {
  const [wordStart, wordEnd] = [at(pattern.starts, word), at(pattern.ends, word)];
  if (word > pattern.first) return place.start;
  if (pattern.quote.start <= wordStart) {
    const signs = pattern.text.slice(pattern.quote.start, wordStart);
    return place.start - commonEnd(signs, text.slice(Math.max(0, place.start - signs.length), place.start));
  }
  const cut = pattern.quote.start - wordStart;
  return place.start + (commonStart(pattern.text.slice(wordStart, wordEnd), text.slice(place.start, place.end)) >= cut ? cut : 0);
}

/** Where the quote ends, likewise. */
function endIn(text: string, pattern: Pattern, { word, place }: { word: number; place: Range }): number {
  const [wordStart, wordEnd] = [at(pattern.starts, word), at(pattern.ends, word)];
  if (word < pattern.end - 1) return place.end;
  if (pattern.quote.end >= wordEnd) {
    const signs = pattern.text.slice(wordEnd, pattern.quote.end);
    return place.end + commonStart(signs, text.slice(place.end, place.end + signs.length));
  }
  const cut = wordEnd - pattern.quote.end;
  return place.end - (commonEnd(pattern.text.slice(wordStart, wordEnd), text.slice(place.start, place.end)) >= cut ? cut : 0);
}

/** The range that an alignment gives the quote, and its score; null when no word of the quote stands for anything there. */
export function readMatch(aligned: Int32Array, { pattern, index, expected }: { pattern: Pattern; index: TextIndex; expected: number }): Match | null {
  const words = index.words();
  const [quoteWords, contextWords] = [pattern.end - pattern.first, pattern.terms.length - (pattern.end - pattern.first)];
  const sums = { quote: 0, context: 0 };
  let [firstWord, lastWord] = [-1, -1];
  for (const [word, place] of aligned.entries()) {
    const isQuote = word >= pattern.first && word < pattern.end;
    sums[isQuote ? 'quote' : 'context'] += alikeness(pattern, words, { word, place });
    if (!isQuote || place === -1) continue;
    if (firstWord === -1) firstWord = word;
    lastWord = word;
  }
  if (firstWord === -1) return null;
  const placeOf = (word: number): Range => ({ start: at(words.starts, at(aligned, word)), end: at(words.ends, at(aligned, word)) });
  const start = startIn(index.text, pattern, { word: firstWord, place: placeOf(firstWord) });
  const end = endIn(index.text, pattern, { word: lastWord, place: placeOf(lastWord) });
  const range = snapToClusters(index.text, { start: Math.min(start, end - 1), end });
  const spread = at(aligned, lastWord) - at(aligned, firstWord) + 1;
  const alike = { quote: sums.quote / Math.max(quoteWords, spread), context: sums.context / Math.max(1, contextWords), nearness: nearnessOf(start, expected) };
  return { range, score: scoreOf(alike, weightsOf(quoteWords, contextWords)) };
}
