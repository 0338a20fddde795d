import type { Range } from '../../base/range.ts';
import type { FoundHighlight } from '../found-article.ts';
import { offsetInLeaf } from './draft-leaves.ts';
import type { JoinedLine } from './join-lines.ts';
import type { PdfMarkup, PdfPage } from './pdf-file.ts';
import { underBox } from './under-box.ts';

/** A line of the text, and the offset in the projection at which its leaf begins. */
export type PlacedLine = { readonly joined: JoinedLine; readonly leafStart: number };

const CONTEXT = 32;

/** The stretch of the projection under a markup's boxes; the line beside it for a note that lies on no text. */
function rangeOf({ boxes }: PdfMarkup, lines: readonly PlacedLine[]): Range | null {
  const ranges = boxes.flatMap((box) => lines.flatMap(({ joined, leafStart }) => {
    const range = underBox(joined.line, box);
    return range ? [{ start: leafStart + offsetInLeaf(joined, range.start), end: leafStart + offsetInLeaf(joined, range.end) }] : [];
  }));
  if (ranges.length > 0) return { start: Math.min(...ranges.map(({ start }) => start)), end: Math.max(...ranges.map(({ end }) => end)) };
  const [box] = boxes;
  const distance = ({ joined: { line } }: PlacedLine) => Math.abs(line.baseline - (box?.bottom ?? 0));
  const [nearest] = lines.toSorted((a, b) => distance(a) - distance(b));
  return nearest && box ? { start: nearest.leafStart + nearest.joined.start, end: nearest.leafStart + offsetInLeaf(nearest.joined, nearest.joined.line.text.length) } : null;
}

/** Makes highlights of what a reader of the file marked, in reading order; `text` is the projection, `linesOf` the lines of each page in it. */
export function highlightsOf(pages: readonly PdfPage[], text: string, linesOf: ReadonlyMap<number, readonly PlacedLine[]>): readonly FoundHighlight[] {
  const found = pages.flatMap(({ markups }, page) => markups.flatMap((markup) => {
    const range = rangeOf(markup, linesOf.get(page) ?? []);
    const quote = range ? text.slice(range.start, range.end).trim() : '';
    if (!range || quote === '') return [];
    const start = text.indexOf(quote, range.start);
    return [{ quote, prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(start + quote.length, start + quote.length + CONTEXT), offset: start, colour: markup.colour, note: markup.note, tags: [], createdAt: markup.createdAt }];
  }));
  return found.sort((a, b) => a.offset - b.offset);
}
