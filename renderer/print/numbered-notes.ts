import type { HighlightId } from '../../core/base/ids.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import type { PlacedHighlight } from '../../core/highlight/reading-order.ts';

/** A highlight that says something, with its number on paper. Orphans are numbered too, though nothing in the text bears their number. */
export type NumberedNote = { readonly number: number; readonly highlight: Highlight };

/** The highlights with a note or tags, numbered in reading order from 1. */
export function numberNotes(highlights: readonly PlacedHighlight[]): readonly NumberedNote[] {
  return highlights
    .map(({ highlight }) => highlight)
    .filter(({ note, tags }) => note.trim() !== '' || tags.length > 0)
    .map((highlight, index) => ({ number: index + 1, highlight }));
}

const PRINTED = 'data-note-numbers';

/** Writes each note's number on the last mark of its highlight, for the style sheet to print. Answers the function that takes them off. */
export function writeNumbers(text: HTMLElement, notes: readonly NumberedNote[]): () => void {
  const numbers = new Map<HighlightId | string, number>(notes.map(({ number, highlight }) => [highlight.id, number]));
  const lastMarks = new Map<number, HTMLElement>();
  for (const mark of text.querySelectorAll<HTMLElement>('mark[data-highlights]')) {
    for (const id of (mark.dataset['highlights'] ?? '').split(' ')) {
      const number = numbers.get(id);
      if (number !== undefined) lastMarks.set(number, mark);
    }
  }
  for (const [number, mark] of [...lastMarks].sort(([a], [b]) => a - b)) mark.setAttribute(PRINTED, [mark.getAttribute(PRINTED), number].filter((part) => part !== null).join(', '));
  return () => {
    for (const mark of lastMarks.values()) mark.removeAttribute(PRINTED);
  };
}
