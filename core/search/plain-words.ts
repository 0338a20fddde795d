import type { Range } from '../base/range.ts';
import { foldText } from '../base/text.ts';
import type { Words } from './query.ts';
import { isUnspaced, TERM_LENGTH_LIMIT } from './tokens.ts';

/**
 * A text folded unit for unit, so that an offset in it is one in the text. Its words are its runs of letters and digits:
 * the same words, at the same places, as its tokens would be.
 */
export type PlainText = { readonly folded: string };

const NOT_ASCII = /[^\0-\x7f]/;
const NOT_ASCII_RUN = /[^\0-\x7f]+/g;
const HALF_A_PAIR = /[\ud800-\udfff]/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const ONE_LETTER_OR_DIGIT = /^[\p{L}\p{N}]$/u;
/** What goes with the letter before it. */
const MARK = /[\p{M}\u00ad\u200c\u200d]/u;
/** What two units stand for, which the tables below do not know. */
const BEYOND = /[\u{10000}-\u{10ffff}]/gu;
/** Jamo, which are put together with their neighbours when they are folded. */
const JAMO = /[\u1100-\u11ff]/;

const UNKNOWN = 0;
const NOT_PLAIN = 0xffff;
/** For each unit, what it is folded to. Filled as units are met: a text has few different ones. */
const folds = new Uint16Array(0x10000);
/** For each unit beyond ASCII: 1 where it is of a word, 2 where it is not. */
const kinds = new Uint8Array(0x10000);

/** What a character is folded to whatever stands beside it; NOT_PLAIN where its neighbours count, or it is folded to none or several. */
function foldOf(character: string): number {
  if (MARK.test(character) || isUnspaced(character)) return NOT_PLAIN;
  if (!LETTER_OR_DIGIT.test(character)) return character.charCodeAt(0);
  const folded = foldText(character);
  // A capital sigma is folded by whether a letter follows it.
  return ONE_LETTER_OR_DIGIT.test(folded) && folded.length === 1 && !character.normalize('NFKD').includes('Σ') && !JAMO.test(folded) ? folded.charCodeAt(0) : NOT_PLAIN;
}

/** A run of units beyond ASCII, folded; null where one of them can't be folded by itself. */
function foldRun(run: string): string | null {
  let folded = '';
  for (let index = 0; index < run.length; index += 1) {
    const unit = run.charCodeAt(index);
    let to = folds[unit] ?? UNKNOWN;
    if (to === UNKNOWN) folds[unit] = to = foldOf(run.charAt(index));
    if (to === NOT_PLAIN) return null;
    folded += String.fromCharCode(to);
  }
  return folded;
}

const hasLettersBeyond = (text: string) => HALF_A_PAIR.test(text) && [...text.matchAll(BEYOND)].some(([character]) => LETTER_OR_DIGIT.test(character) || MARK.test(character));

/** The text as a plain one; null for one whose words only its tokens tell. */
export function toPlainText(text: string): PlainText | null {
  if (!NOT_ASCII.test(text)) return { folded: text.toLowerCase() };
  if (hasLettersBeyond(text)) return null;
  let isPlain = true;
  const folded = text.replace(NOT_ASCII_RUN, (run) => {
    const to = isPlain ? foldRun(run) : null;
    isPlain &&= to !== null;
    return to ?? '';
  });
  return isPlain ? { folded: folded.toLowerCase() } : null;
}

function isOfWord(folded: string, index: number): boolean {
  const unit = folded.charCodeAt(index);
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  // Past either end there is no unit.
  if (Number.isNaN(unit)) return false;
  return (kinds[unit] ||= LETTER_OR_DIGIT.test(folded.charAt(index)) ? 1 : 2) === 1;
}

function wordEnd(folded: string, from: number): number {
  let end = from;
  while (isOfWord(folded, end)) end += 1;
  return end;
}

function nextWord(folded: string, from: number): number {
  let start = from;
  while (start < folded.length && !isOfWord(folded, start)) start += 1;
  return start;
}

/** Where the words end that stand one after another from `at` on, the first of them at `at`; -1 where they do not. */
function endOfWords(folded: string, { terms, isPrefix }: Words, at: number): number {
  let end = at;
  for (const [index, term] of terms.entries()) {
    const start = index === 0 ? at : nextWord(folded, end);
    if (!folded.startsWith(term, start)) return -1;
    end = wordEnd(folded, start);
    if (end - start !== term.length && !(isPrefix && index === terms.length - 1)) return -1;
  }
  return end;
}

/** True for words that can be found in a plain text as they are: those that no limit may have shortened. */
export function arePlainWords({ terms }: Words): boolean {
  return terms.every((term) => term.length < TERM_LENGTH_LIMIT);
}

/** Every place where the words stand. */
export function findPlainWords({ folded }: PlainText, words: Words): readonly Range[] {
  const [first = ''] = words.terms;
  const found: Range[] = [];
  for (let at = folded.indexOf(first); at >= 0 && first !== ''; at = folded.indexOf(first, at + 1)) {
    if (isOfWord(folded, at - 1)) continue;
    const end = endOfWords(folded, words, at);
    if (end >= 0) found.push({ start: at, end });
  }
  return found;
}

/** Where the first word begins that begins at `from` or after it. */
export function plainWordStart({ folded }: PlainText, from: number): number {
  return nextWord(folded, isOfWord(folded, from - 1) ? wordEnd(folded, from) : from);
}

/** Where the last word ends that ends at `limit` or before it. */
export function plainWordEnd({ folded }: PlainText, limit: number): number {
  let end = limit;
  if (isOfWord(folded, end)) while (isOfWord(folded, end - 1)) end -= 1;
  while (end > 0 && !isOfWord(folded, end - 1)) end -= 1;
  return end;
}
