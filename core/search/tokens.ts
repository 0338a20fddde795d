import type { Range } from '../base/range.ts';
import { foldText } from '../base/text.ts';

/** A word of a text: as it is compared (case and diacritics folded), and where it stands. */
export type Token = Range & { readonly term: string };

/** Letters, digits and their marks, with what is invisible between them: a soft hyphen, a joiner. */
const RUN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200c\u200d]*/gu;
const PLAIN = /^[a-z0-9]+$/;
const NOT_IN_A_TERM = /[^\p{L}\p{N}\p{M}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Longer words are compared by their beginning. */
export const TERM_LENGTH_LIMIT = 64;

// Which language is named makes no difference to how these scripts are cut, but an index must not depend on a machine's setting.
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** Half a surrogate pair is nothing that an index can hold. */
const clip = (term: string) => (term.length <= TERM_LENGTH_LIMIT ? term : term.slice(0, TERM_LENGTH_LIMIT).replace(/[\ud800-\udbff]$/, ''));

function termOf(word: string): string {
  return clip(PLAIN.test(word) ? word : foldText(word).replace(NOT_IN_A_TERM, ''));
}

/** True for text in a script that writes words without spaces between them. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** The words of a text in order. Indexing, queries, snippets and marking all see a text by this function alone. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const add = (word: string, start: number) => {
    const term = termOf(word);
    if (term !== '') tokens.push({ term, start, end: start + word.length });
  };
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (!UNSPACED.test(run)) add(run, index);
    else for (const part of words.segment(run)) if (part.isWordLike) add(part.segment, index + part.index);
  }
  return tokens;
}
