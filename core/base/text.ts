const SPACES = /[\t\v\f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/g;

/** NFC, line ends as "\n", runs of spaces as one, invisible characters (zero width space, BOM, soft hyphen) out. Line breaks stay. */
export function normaliseText(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(INVISIBLE, '').replace(SPACES, ' ').normalize('NFC').toWellFormed();
}

/** As normaliseText, on one line and trimmed. */
export function normaliseLine(text: string): string {
  return normaliseText(text).replace(/\s*\n\s*/g, ' ').trim();
}

/** Diacritics of Latin, Greek and Cyrillic. Other scripts' marks are vowels and voicings, which make words. */
const DIACRITICS = /[\u0300-\u036f]+/g;

/** Folds case and diacritics, so that "Élan" and "elan" compare equal. For comparing only; offsets do not survive it. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(DIACRITICS, '').toLowerCase().normalize('NFC');
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Counts words; scripts that write without spaces are segmented. */
export function countWords(text: string): number {
  if (!UNSPACED.test(text)) return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu)?.length ?? 0;
  let count = 0;
  for (const part of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) if (part.isWordLike) count += 1;
  return count;
}

/** Shortens to at most `length` UTF-16 units, at a word where one is near, with an ellipsis; never cuts a surrogate pair. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1).toWellFormed().replace(/\ufffd$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > length * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
