import type { Line } from './line.ts';

/** Where a line's text stands in the text of its paragraph, from its offset `skipped` on. */
export type JoinedLine = { readonly line: Line; readonly start: number; readonly skipped: number };
export type JoinedText = { readonly text: string; readonly lines: readonly JoinedLine[] };

const HYPHEN_END = /(\p{L}+)[-\u2010]$/u;

/** The words of a document: how often each, and each pair with a hyphen between them, stands inside lines, in lower case; and whether it parts words at the ends of lines. */
export type Words = { readonly counts: ReadonlyMap<string, number>; readonly areParted: boolean };

/** So many hyphens at the ends of lines, and none of a word that the document has whole, and it parts no words. */
const HYPHENS_TO_TELL = 4;

const partsAround = (line: string, next: string) => ({ before: HYPHEN_END.exec(line.trimEnd())?.[1], after: /^\p{Ll}\p{L}*/u.exec(next.trimStart())?.[0] });

/** Looks through the words of a document's paragraphs. */
export function findWords(paragraphs: readonly (readonly Line[])[]): Words {
  const counts = new Map<string, number>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { text } of paragraphs.flat()) {
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\u2010-]+/gu)) {
      const parts = word.split(/[\u2010-]/);
      if (parts.length === 1) count(word);
      else parts.slice(1).forEach((part, index) => count(`${parts[index] ?? ''}-${part}`));
    }
  }
  const parted = paragraphs.flatMap((lines) => lines.slice(1).map((line, index) => partsAround(lines[index]?.text ?? '', line.text))).filter(({ before, after }) => before && after);
  const known = parted.filter(({ before, after }) => counts.has(`${before}${after}`.toLowerCase()));
  return { counts, areParted: parted.length < HYPHENS_TO_TELL || known.length > 0 };
}

/**
 * True where the hyphen at the end of a line is the writer's own: the document has the two words with it more often than as one,
 * or has neither, but each of the two by itself, or parts no words.
 */
function keepsHyphen(before: string, after: string, { counts, areParted }: Words): boolean {
  const [first, second] = [before.toLowerCase(), after.toLowerCase()];
  const [apart, whole] = [counts.get(`${first}-${second}`) ?? 0, counts.get(first + second) ?? 0];
  if (apart + whole > 0) return apart > whole;
  return !areParted || (counts.has(first) && counts.has(second));
}

/** What joins two lines: nothing where a word goes on, else a space; `cut` are the characters that the first loses at its end. */
function jointOf(text: string, next: string, words: Words): { readonly cut: number; readonly joint: '' | ' ' } {
  if (text.endsWith('\u00ad')) return { cut: 1, joint: '' };
  // "302-/horsepower", "near-/50", "6-/3".
  if (/[\d\p{L}][-\u2010\u2013]$/u.test(text) && (/\d.$/u.test(text) || /^\d/.test(next)) && /^[\d\p{L}]/u.test(next)) return { cut: 0, joint: '' };
  const before = HYPHEN_END.exec(text)?.[1];
  const [, after, goesOn] = /^(\p{Ll}\p{L}*)([-\u2010]?)/u.exec(next) ?? [];
  if (before && after) return { cut: goesOn === '-' || keepsHyphen(before, after, words) ? 0 : 1, joint: '' };
  // A name goes on with a capital: "Anglo-/American".
  if (before && /^\p{Lu}/u.test(next)) return { cut: 0, joint: '' };
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}。、，]$/u.test(text) && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(next);
  // A dash or a slash that ends a line has no space after it.
  return { cut: 0, joint: isUnspaced || /\p{L}[—/]$/u.test(text) ? '' : ' ' };
}

/** Joins the lines of a paragraph to its text, words that were parted at a line's end made whole. */
export function joinLines(lines: readonly Line[], words: Words): JoinedText {
  let text = '';
  const joined: JoinedLine[] = [];
  for (const line of lines) {
    const skipped = line.text.length - line.text.trimStart().length;
    const own = line.text.trim();
    if (text !== '') {
      const { cut, joint } = jointOf(text, own, words);
      text = text.slice(0, text.length - cut) + joint;
    }
    joined.push({ line, start: text.length, skipped });
    text += own;
  }
  return { text, lines: joined };
}
