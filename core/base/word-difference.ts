import { diffArrays } from 'diff';

/** Texts that differ in more words than this are compared line by line, and past that not at all: nobody reads such a difference. */
const EDIT_LIMIT = 1_500;

/** A stretch of two texts: in both, in the later alone, or in the earlier alone. */
export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment);
const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

function compare(before: string[], after: string[]): readonly Piece[] | null {
  const changes = diffArrays(before, after, { maxEditLength: EDIT_LIMIT });
  return changes?.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') })) ?? null;
}

/** What makes one text of another, word by word; of texts without spaces, by the words that their language has. */
export function compareWords(before: string, after: string): readonly Piece[] {
  const whole: readonly Piece[] = [{ kind: 'removed', text: before }, { kind: 'added', text: after }];
  const pieces = compare(wordsOf(before), wordsOf(after)) ?? compare(linesOf(before), linesOf(after)) ?? whole;
  return pieces.filter(({ text }) => text !== '');
}
