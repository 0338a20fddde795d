import type { Range } from '../base/range.ts';
import { LOOKALIKES } from '../highlight/find-quote.ts';

/** What to find: by itself, case, diacritics and the shapes of quote marks and dashes do not count; with `isCaseKept`, all of them do. */
export type Wanted = { readonly words: string; readonly isCaseKept: boolean; readonly areWordsWhole: boolean };

/** Finds in one text, which is folded once. Hits are in order and do not overlap; their offsets are the text's own. */
export type TextFinder = (wanted: Wanted) => readonly Range[];

const MARKS = /[\u0300-\u036f]+/g;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}_]/u;

/** One character as it is compared: white space as a space, quote marks and dashes plain, without case and diacritics. */
function foldCharacter(character: string): string {
  if (/\s/.test(character)) return ' ';
  return (LOOKALIKES[character] ?? character).normalize('NFKD').replace(MARKS, '').toLowerCase().replaceAll('ς', 'σ');
}

/** A folded text, and for each of its units the offset of the character that it comes from. */
type Folded = { readonly text: string; readonly offsets: Uint32Array };

/** Runs of plain letters, which are most of most texts and fold as one, and every other character by itself. */
const PIECES = /[\n -~]+|[^]/gu;

function foldWithOffsets(text: string): Folded {
  const parts: string[] = [];
  let offsets = new Uint32Array(text.length + 16);
  let length = 0;
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    const isRun = /^[\n -~]/.test(piece);
    const folded = isRun ? piece.replaceAll('\n', ' ').toLowerCase() : foldCharacter(piece);
    parts.push(folded);
    if (length + folded.length >= offsets.length) {
      const larger = new Uint32Array((length + folded.length) * 2);
      larger.set(offsets);
      offsets = larger;
    }
    for (let unit = 0; unit < folded.length; unit += 1) offsets[length++] = isRun ? index + unit : index;
  }
  offsets[length] = text.length;
  return { text: parts.join(''), offsets };
}

/** The places of `words` in `text`, one after another. */
function* placesOf(text: string, words: string, isHit: (start: number, end: number) => boolean): Generator<Range> {
  for (let start = text.indexOf(words); start !== -1;) {
    const end = start + words.length;
    const taken = isHit(start, end);
    if (taken) yield { start, end };
    start = text.indexOf(words, taken ? end : start + 1);
  }
}

/** True where the text may be cut: not inside a surrogate pair. */
const isBetweenCharacters = (text: string, offset: number) => !(/[\ud800-\udbff]/.test(text.charAt(offset - 1)) && /[\udc00-\udfff]/.test(text.charAt(offset)));

function characterBefore(text: string, offset: number): string {
  return text.slice(isBetweenCharacters(text, offset - 1) ? offset - 1 : offset - 2, offset);
}

/** True where a word begins or ends: one of the two neighbours is no letter, mark or number. */
function isWordEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  return !WORD_CHARACTER.test(characterBefore(text, offset)) || !WORD_CHARACTER.test(String.fromCodePoint(text.codePointAt(offset) ?? 0));
}

/** Prepares a text for finding in it. White space at the ends of what is wanted counts; nothing wanted finds nothing. */
export function makeTextFinder(text: string): TextFinder {
  let folded: Folded | null = null;
  const isWhole = ({ start, end }: Range) => isWordEdge(text, start) && isWordEdge(text, end);

  function findExact({ words, areWordsWhole }: Wanted): readonly Range[] {
    const isHit = (start: number, end: number) => isBetweenCharacters(text, start) && isBetweenCharacters(text, end) && (!areWordsWhole || isWhole({ start, end }));
    return [...placesOf(text, words.normalize('NFC'), isHit)];
  }

  function findFolded({ words, areWordsWhole }: Wanted): readonly Range[] {
    const { text: plain, offsets } = (folded ??= foldWithOffsets(text));
    const own = (index: number) => offsets[index] ?? text.length;
    const rangeOf = (start: number, end: number): Range => ({ start: own(start), end: own(end) });
    // A character may fold to several units; a hit takes in all of them or none.
    const isApart = (index: number) => index === 0 || own(index - 1) !== own(index);
    const isHit = (start: number, end: number) => isApart(start) && isApart(end) && (!areWordsWhole || isWhole(rangeOf(start, end)));
    const sought = [...words.normalize('NFC')].map(foldCharacter).join('');
    return sought === '' ? [] : [...placesOf(plain, sought, isHit)].map(({ start, end }) => rangeOf(start, end));
  }

  return (wanted) => (wanted.words === '' ? [] : wanted.isCaseKept ? findExact(wanted) : findFolded(wanted));
}

/** The index of the hit that is gone to first: the first that begins at `offset` or after it, else the first of all; -1 without hits. */
export function hitFrom(hits: readonly Range[], offset: number): number {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return hits.length === 0 ? -1 : low % hits.length;
}
