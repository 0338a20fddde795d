import type { Range } from '../base/range.ts';
import { findWanted, merged } from './find-words.ts';
import { arePlainWords, findPlainWords, plainWordEnd, plainWordStart, toPlainText } from './plain-words.ts';
import type { Wanted, Words } from './query.ts';
import { tokenise } from './tokens.ts';

/** The words of a text, as far as they are asked for. */
export type TextWords = {
  /** Where something wanted stands; in order, none over another. */
  find(wanted: readonly Wanted[]): readonly Range[];
  /** Where the first word begins that begins at `from` or after it, if one does before `limit` or there. */
  startIn(from: number, limit: number): number | null;
  /** Where the last word ends that ends at `limit` or before it, if one does after `from`. */
  endIn(from: number, limit: number): number | null;
};

const orNull = (place: number | undefined, isIn: boolean) => (place !== undefined && isIn ? place : null);
const isOfWords = (each: Wanted): each is Words => each.kind === 'words' && arePlainWords(each);

/** The words of any text, all of which are told apart first. */
export function tokenWords(text: string): TextWords {
  const tokens = tokenise(text);
  return {
    find: (wanted) => findWanted(tokens, wanted),
    startIn: (from, limit) => tokens.find(({ start }) => start >= from && start <= limit)?.start ?? null,
    endIn: (from, limit) => tokens.findLast(({ start, end }) => end <= limit && start >= from)?.end ?? null,
  };
}

/** The words of a text, by way of what was asked for: an article has a thousand words, and a snippet shows thirty. The same as `tokenWords` says. */
export function wordsOf(text: string, wanted: readonly Wanted[]): TextWords {
  const plain = wanted.every(isOfWords) ? toPlainText(text) : null;
  if (!plain) return tokenWords(text);
  return {
    find: (each) => merged(each.filter(isOfWords).flatMap((words) => findPlainWords(plain, words))),
    startIn(from, limit) {
      const start = plainWordStart(plain, from);
      return orNull(start, start <= limit && start < text.length);
    },
    endIn(from, limit) {
      const end = plainWordEnd(plain, limit);
      return orNull(end, end > from);
    },
  };
}
