const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
/** What counts as a word. What stands between words, white space and punctuation, is not looked at. */
const WORD = new RegExp([
  // A character of a script that has no spaces between words, with its marks.
  String.raw`[${UNSPACED}]\p{M}*`,
  // Letters and digits, with their marks and what is invisible between them.
  String.raw`[[\p{L}\p{N}]--[${UNSPACED}]][[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]--[${UNSPACED}]]*`,
  // Emoji in a row, a flag, and other signs that are read.
  String.raw`\p{Extended_Pictographic}(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\u200d|\ufe0f)*`,
  String.raw`\p{Regional_Indicator}{2}`,
  String.raw`[\p{S}\p{M}@#%\&]`,
].join('|'), 'gv');
const ASCII = /^[\0-\x7f]*$/;

/** Words of a text in order, as offsets; and each as a term, which is how words are compared: case and the form of Unicode do not count. */
export type CutText = { readonly starts: Int32Array; readonly ends: Int32Array; readonly terms: readonly string[] };

export function cutWords(text: string): CutText {
  const [starts, ends, terms]: [number[], number[], string[]] = [[], [], []];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    starts.push(index);
    ends.push(index + word.length);
    const folded = word.toLowerCase();
    terms.push(ASCII.test(folded) ? folded : folded.normalize('NFC'));
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends), terms };
}

/** The words of a text and where each of them stands. A term is known by its number. */
export type WordIndex = {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The number of each word's term. */
  readonly words: Int32Array;
  readonly terms: readonly string[];
  /** The length of each term, and its first and last character, by which most pairs of words are told apart. */
  readonly lengths: Int32Array;
  readonly heads: Int32Array;
  readonly tails: Int32Array;
  /** The number of a term, -1 of one that is not in the text. */
  numberOf(term: string): number;
  /** At which words a term stands, in order. */
  placesOf(number: number): Int32Array;
};

function indexWords(text: string): WordIndex {
  const { starts, ends, terms: cut } = cutWords(text);
  const numbers = new Map<string, number>();
  const words = new Int32Array(cut.length);
  const counts: number[] = [];
  for (const [at, term] of cut.entries()) {
    const number = numbers.get(term) ?? numbers.size;
    if (number === counts.length) {
      numbers.set(term, number);
      counts.push(0);
    }
    words[at] = number;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  const firsts = new Int32Array(counts.length + 1);
  for (const [number, count] of counts.entries()) firsts[number + 1] = (firsts[number] ?? 0) + count;
  const next = firsts.slice();
  const places = new Int32Array(cut.length);
  for (const [at, number] of words.entries()) {
    const place = next[number] ?? 0;
    places[place] = at;
    next[number] = place + 1;
  }
  const terms = [...numbers.keys()];
  return {
    starts, ends, words, terms,
    lengths: Int32Array.from(terms, ({ length }) => length),
    heads: Int32Array.from(terms, (term) => term.charCodeAt(0)),
    tails: Int32Array.from(terms, (term) => term.charCodeAt(term.length - 1)),
    numberOf: (term) => numbers.get(term) ?? -1,
    placesOf: (number) => places.subarray(firsts[number], firsts[number + 1]),
  };
}

/** A text in which many anchors are looked for. Its words are indexed when the first of them is not where it was. */
export type TextIndex = {
  readonly text: string;
  words(): WordIndex;
};

export function indexText(text: string): TextIndex {
  let words: WordIndex | null = null;
  return { text, words: () => (words ??= indexWords(text)) };
}

/** The first word that ends after an offset; the number of words where none does. */
export function wordAt({ ends }: WordIndex, offset: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
