import type { Range } from '../core/base/range.ts';
import type { Random } from './random.ts';

/** A word of a text between white space, with the paragraph that it is of. */
type Word = Range & { readonly paragraph: number };

/** What became of a word: where it stands now (null: nowhere), whether it is still itself, a typo aside, and in which paragraph of the new text. */
type Fate = { readonly range: Range | null; readonly isItself: boolean; readonly paragraph: number };

/** A text after random edits, and where stretches of the old text are in it. */
export type EditedText = {
  readonly text: string;
  /** Where what is left of a range stands, longest stretch first; none where no word of it is left. */
  placesOf(range: Range): readonly Range[];
};

const LETTERS = /[\p{L}\p{N}]+/u;
const MOVED = 0.05;
const DELETED = 0.02;
const NONSENSE = 0.02;
const KINDS = { replaced: 0.55, deleted: 0.7, inserted: 0.85 };

function wordsOf(paragraphs: readonly string[]): readonly Word[] {
  const words: Word[] = [];
  let offset = 0;
  for (const [paragraph, text] of paragraphs.entries()) {
    for (const { 0: word, index } of text.matchAll(/\S+/g)) words.push({ start: offset + index, end: offset + index + word.length, paragraph });
    offset += text.length + 1;
  }
  return words;
}

function misspell(random: Random, word: string): string {
  const at = random.between(0, Math.max(0, word.length - 2));
  const [head, letter, next, tail] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
  switch (random.between(0, 3)) {
    case 0: return head + next + letter + tail;
    case 1: return head + letter + letter + next + tail;
    case 2: return word.length > 1 ? head + next + tail : `${word}e`;
    default: return `${head}${String.fromCharCode(random.between(97, 122))}${next}${tail}`;
  }
}

type Change = { readonly kind: 'kept' | 'replaced' | 'deleted' | 'inserted' | 'misspelt'; readonly text: string };

/** A word after chance had its way with it. `vocabulary` gives other words. */
function changeWord(random: Random, word: string, { share, vocabulary }: { share: number; vocabulary: () => string }): Change {
  if (random.next() >= share) return { kind: 'kept', text: word };
  const kind = random.next();
  if (kind < KINDS.replaced) return { kind: 'replaced', text: word.replace(LETTERS, () => vocabulary()) };
  if (kind < KINDS.deleted) return { kind: 'deleted', text: '' };
  if (kind < KINDS.inserted) return { kind: 'inserted', text: `${word} ${vocabulary()}` };
  return { kind: 'misspelt', text: word.replace(LETTERS, (letters) => misspell(random, letters)) };
}

/** The order of paragraphs after some were moved, some deleted, and nonsense (-1) put between some. */
function shuffle(random: Random, count: number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index).filter(() => random.next() >= DELETED);
  const moved = order.filter(() => random.next() < MOVED);
  const left = order.filter((index) => !moved.includes(index));
  for (const index of moved) left.splice(random.between(0, left.length), 0, index);
  for (let nonsense = Math.round(count * NONSENSE); nonsense > 0; nonsense -= 1) left.splice(random.between(0, left.length), 0, -1);
  return left;
}

/** Where what is left of words stands: one stretch for each row of paragraphs that still follow each other, with no more than one put between two. */
function stretchesOf(fates: readonly Fate[]): readonly Range[] {
  const byParagraph = new Map<number, Fate[]>();
  for (const fate of fates) if (fate.range) byParagraph.set(fate.paragraph, [...(byParagraph.get(fate.paragraph) ?? []), fate]);
  const stretches: { start: number; end: number; last: number }[] = [];
  for (const [paragraph, left] of [...byParagraph].sort(([a], [b]) => a - b)) {
    if (!left.some(({ isItself }) => isItself)) continue;
    const [start, end] = [Math.min(...left.map(({ range }) => range?.start ?? Infinity)), Math.max(...left.map(({ range }) => range?.end ?? 0))];
    const before = stretches.at(-1);
    if (before && before.last >= paragraph - 2) Object.assign(before, { end, last: paragraph });
    else stretches.push({ start, end, last: paragraph });
  }
  return stretches.map(({ start, end }) => ({ start, end })).sort((a, b) => b.end - b.start - (a.end - a.start));
}

/**
 * Edits a text of paragraphs: a share of its words (55 % replaced, 15 % deleted, 15 % with another put after them, 15 % misspelt),
 * and of its paragraphs 5 % moved, 2 % deleted and 2 % of nonsense put between them. The paragraphs are joined by line feeds.
 */
export function generateTextEdits(random: Random, paragraphs: readonly string[], share: number): EditedText {
  const words = wordsOf(paragraphs);
  const before = paragraphs.join('\n');
  const spelling = (word: Word | undefined) => (word ? before.slice(word.start, word.end).match(LETTERS)?.[0] : undefined) ?? 'nothing';
  const vocabulary = () => spelling(words[random.between(0, words.length - 1)]);
  const grouped = Map.groupBy(words.entries(), ([, word]) => word.paragraph);
  const fates: Fate[] = words.map(() => ({ range: null, isItself: false, paragraph: -1 }));
  const parts: string[] = [];
  let length = 0;
  const write = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  for (const [at, paragraph] of shuffle(random, paragraphs.length).entries()) {
    if (at > 0) write('\n');
    if (paragraph === -1) write(Array.from({ length: random.between(10, 60) }, vocabulary).join(' '));
    let isFirst = true;
    for (const [index, { start, end }] of grouped.get(paragraph) ?? []) {
      const changed = changeWord(random, before.slice(start, end), { share, vocabulary });
      if (changed.kind === 'deleted') continue;
      if (!isFirst) write(' ');
      isFirst = false;
      const own = changed.kind === 'inserted' ? end - start : changed.text.length;
      fates[index] = { range: { start: length, end: length + own }, isItself: changed.kind !== 'replaced', paragraph: at };
      write(changed.text);
    }
  }
  return { text: parts.join(''), placesOf: ({ start, end }) => stretchesOf(fates.slice(countBefore(words, start), countBefore(words, end))) };
}

/** How many words begin before an offset. */
function countBefore(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const SHORT = 0.12;
const ACROSS = 0.08;
const LONGEST = 100;

/** Ranges of 1 to 100 whole words as readers mark them: 12 % of one or two, 8 % across paragraphs, the others within one. */
export function generateQuotes(random: Random, paragraphs: readonly string[], count: number): readonly Range[] {
  const words = wordsOf(paragraphs);
  const quotes: Range[] = [];
  while (quotes.length < count) {
    const kind = quotes.length / count;
    const first = random.between(0, words.length - 1);
    const length = kind < SHORT ? random.between(1, 2) : random.between(3, LONGEST);
    const start = words[first];
    const sameParagraph = words.slice(first, first + length).filter((word) => word.paragraph === start?.paragraph);
    const chosen = kind >= SHORT && kind < SHORT + ACROSS ? words.slice(first, first + length) : sameParagraph;
    const end = chosen.at(-1);
    const isAcross = start?.paragraph !== end?.paragraph;
    if (!start || !end || (kind >= SHORT && chosen.length < 3) || isAcross !== (kind >= SHORT && kind < SHORT + ACROSS)) continue;
    quotes.push({ start: start.start, end: end.end });
  }
  return quotes;
}
