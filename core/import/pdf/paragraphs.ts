import type { Column } from './columns.ts';
import type { Line } from './line.ts';

/** Lines that make one paragraph, in reading order. */
export type Paragraph = { readonly lines: readonly Line[]; readonly size: number };

/** Distances in sizes of the text, or in usual distances of lines. */
const GAP = 1.3;
const INDENT = 0.6;
const SIZE_CHANGE = 1.12;
/** A line that ends this much before its column does, though nothing says that a sentence is over. */
const WIDE_ROOM = 0.3;
const SENTENCE_END = /[.!?:;…。！？][\])}"'”’»›]*(?:\d{1,3})?$/u;
const BULLET = /^[•◦▪‣●○■–—·∙*-]\s+\S/u;
/** Signs that begin an item, but a line in the midst of a sentence as well. */
const DASH = /^[–—*-]/u;
/** A line that ends this near to the edge of its column fills it. */
const FULL = 0.3;
const JUSTIFIED_SHARE = 0.6;
/** Where nearly all lines that fill a column end at its very edge, one that only comes near was not stretched. */
const STRETCHED = 0.05;
const STRETCHED_SHARE = 0.8;

export const startsWithBullet = (text: string) => BULLET.test(text.trim());
const isUnlike = (a: number, b: number) => Math.max(a, b) > SIZE_CHANGE * Math.min(a, b);
const firstWordWidth = ({ pieces, size }: Line) => {
  const text = pieces[0]?.item.text.trim() ?? '';
  const [word = ''] = text.split(/\s/, 1);
  const width = pieces[0]?.item.width ?? 0;
  return text === '' ? 0 : Math.max(size * 0.3, (width * word.length) / text.length);
};

/** True for a line after which there was room for the first word of the next: somebody ended it. */
function isCutShort(line: Line, next: Line, { left, right }: Column): boolean {
  if (/[-\u00ad\u2010]$/.test(line.text.trim())) return false;
  const room = right - line.right;
  const hasRoom = room > firstWordWidth(next) + line.size * 0.6;
  return hasRoom && (SENTENCE_END.test(line.text.trim()) || room > (right - left) * WIDE_ROOM);
}

const fills = (line: Line, { right }: Column, within = FULL) => right - line.right <= within * line.size;

/** True for a column whose lines are stretched to one width: then only the last of a paragraph may end before it. */
const isJustified = (column: Column) => column.lines.filter((line) => fills(line, column)).length >= column.lines.length * JUSTIFIED_SHARE;

/** True for a line of a justified column that was stretched to its width, so that the next goes on with it. Punctuation may hang over the edge of well-set type. */
function isStretched(line: Line, column: Column): boolean {
  const filling = column.lines.filter((each) => each !== line && fills(each, column));
  const atEdge = filling.filter((each) => fills(each, column, STRETCHED));
  return fills(line, column, atEdge.length >= filling.length * STRETCHED_SHARE ? STRETCHED : FULL);
}

/** True for a line that begins an item of a list; one that begins with a dash does where the line before it is over. */
const beginsItem = (before: Line, next: Line, column: Column) => startsWithBullet(next.text) && (!DASH.test(next.text.trim()) || isCutShort(before, next, column) || SENTENCE_END.test(before.text.trim()));

type Place = { readonly line: Line; readonly column: Column };

function breaksInColumn(before: Place, next: Place, isFirst: boolean): boolean {
  const [a, b] = [before.line, next.line];
  if (b.baseline - a.baseline > GAP * Math.max(next.column.pitch, a.size) || isUnlike(a.size, b.size)) return true;
  if (beginsItem(a, b, next.column)) return true;
  const shift = b.left - a.left;
  // Two first lines, one under the other.
  if (isFirst && Math.abs(shift) < 1 && b.left - next.column.left > INDENT * b.size && SENTENCE_END.test(a.text.trim())) return true;
  // Under a bullet the lines hang; under a first line that is indented they go back to the margin.
  const hangs = isFirst && (startsWithBullet(a.text) || /^\(?[\da-z]{1,3}[.)]\s/.test(a.text));
  if (shift > INDENT * b.size && !hangs) return true;
  if (shift < -INDENT * b.size && !isFirst) return true;
  return isCutShort(a, b, next.column);
}

/** Over the end of a column or a page a paragraph goes on unless its last line is the end of it. */
function breaksOverColumns(before: Place, next: Place): boolean {
  const [a, b] = [before.line, next.line];
  if (isUnlike(a.size, b.size) || beginsItem(a, b, next.column)) return true;
  const text = a.text.trim();
  if (/[-\u00ad\u2010]$/.test(text) || /^\p{Ll}/u.test(b.text.trim())) return false;
  if (b.left - next.column.left > INDENT * b.size) return true;
  if (isJustified(before.column) && before.column.lines.length > 3) return !isStretched(a, before.column);
  return SENTENCE_END.test(text) || before.column.right - a.right > (before.column.right - before.column.left) * WIDE_ROOM;
}

/** Joins the lines of columns, in reading order, to paragraphs. */
export function paragraphsOf(columns: readonly Column[]): readonly Paragraph[] {
  const places = columns.flatMap((column) => column.lines.map((line): Place => ({ line, column })));
  const paragraphs: Line[][] = [];
  let before: Place | null = null;
  for (const place of places) {
    const last = paragraphs.at(-1);
    const isNew = !before || !last || (before.column === place.column ? breaksInColumn(before, place, last.length === 1) : breaksOverColumns(before, place));
    if (isNew) paragraphs.push([place.line]);
    else last.push(place.line);
    before = place;
  }
  return paragraphs.map((lines) => ({ lines, size: lines[0]?.size ?? 0 }));
}
