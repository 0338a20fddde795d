import type { Column } from './columns.ts';
import type { Line } from './line.ts';

/** A footnote: its label, and its lines on one or more pages. */
export type Note = { readonly label: string; readonly lines: readonly Line[] };

/** Footnotes are set smaller than the text, in sizes of it. */
const SMALLER = 0.95;
const LABEL = /^\s*[[(]?(\d{1,3}|[*†‡§¶]{1,3})[\])]?[.\s]?/u;

/** The label that a line of a footnote begins with; null for a line that goes on. */
function labelOf(line: Line, last: string | undefined): string | null {
  const [, label] = LABEL.exec(line.text) ?? [];
  if (label === undefined) return null;
  const isRaised = line.raised.some(({ start }) => start === 0);
  // A line that happens to begin with a number is no footnote; the next number is.
  return isRaised || !/^\d/.test(label) || Number(label) === Number(last ?? 0) + 1 ? label : null;
}

/** How many lines at the foot of a column are smaller than the text and lead with a label, or go on from the page before. */
function countNoteLines({ lines }: Column, { size, isOpen }: { size: number; isOpen: boolean }): number {
  let count = 0;
  while (count < lines.length && (lines[lines.length - 1 - count]?.size ?? size) < size * SMALLER) count += 1;
  if (count === lines.length) return 0;
  const first = lines.slice(lines.length - count).findIndex((line) => LABEL.test(line.text));
  return isOpen && first === 0 ? count : first === -1 ? 0 : count - first;
}

/** Takes the footnotes at the feet of columns out of them. `size` is that of most of the text. */
export function takeNotes(columns: readonly Column[], size: number): { readonly columns: readonly Column[]; readonly notes: readonly Note[] } {
  const notes: { label: string; lines: Line[] }[] = [];
  const rest = columns.map((column) => {
    const count = countNoteLines(column, { size, isOpen: notes.length > 0 });
    for (const line of column.lines.slice(column.lines.length - count)) {
      const label = labelOf(line, notes.at(-1)?.label);
      if (label === null) notes.at(-1)?.lines.push(line);
      else notes.push({ label, lines: [line] });
    }
    return count === 0 ? column : { ...column, lines: column.lines.slice(0, column.lines.length - count) };
  });
  return { columns: rest, notes };
}
