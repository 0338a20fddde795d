import type { PdfItem } from './pdf-file.ts';

/** A piece of a line, and the offset of its first character in the line's text. */
export type LinePiece = { readonly item: PdfItem; readonly start: number };

/** One line of text in one column. `size` is that of most of its characters; `raised` are the stretches of it that are set smaller and higher. */
export type Line = {
  readonly page: number;
  readonly text: string;
  readonly pieces: readonly LinePiece[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly raised: readonly { readonly start: number; readonly end: number }[];
};

/** A wider gap than this, in sizes, parts words. */
const WORD_GAP = 0.18;
/** How far pieces of one line may stand apart in height, in sizes; what is smaller may be raised. */
const BASELINE_TOLERANCE = 0.35;
const RAISED_TOLERANCE = 0.5;

const SMALLER = 0.85;

const isBlank = (text: string) => text.trim() === '';
export const rightOf = (item: PdfItem) => item.left + item.width;

/** The size that most of the characters have. */
export function commonSize(items: readonly { readonly text: string; readonly size: number }[]): number {
  const counts = new Map<number, number>();
  for (const { text, size } of items) {
    const rounded = Math.round(size * 10) / 10;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** Groups items that stand on one baseline, from the top of the page down. */
export function rowsOf(items: readonly PdfItem[]): readonly (readonly PdfItem[])[] {
  const rows: { baseline: number; size: number; items: PdfItem[] }[] = [];
  for (const item of items.filter(({ text }) => !isBlank(text)).toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.findLast(({ baseline, size }) => {
      const isSmaller = Math.min(size, item.size) < Math.max(size, item.size) * SMALLER;
      return Math.abs(item.baseline - baseline) <= (isSmaller ? RAISED_TOLERANCE : BASELINE_TOLERANCE) * Math.max(size, item.size);
    });
    if (!row) rows.push({ baseline: item.baseline, size: item.size, items: [item] });
    else {
      row.items.push(item);
      // The largest text of a row says where it stands; what is raised belongs to it.
      if (item.size > row.size) Object.assign(row, { baseline: item.baseline, size: item.size });
    }
  }
  return rows.toSorted((a, b) => a.baseline - b.baseline).map((row) => row.items);
}

/** Joins the pieces of one row to a line; spaces are where the gaps are. */
export function lineOf(page: number, items: readonly PdfItem[]): Line {
  const rightToLeft = items.filter(({ isRightToLeft }) => isRightToLeft).length > items.length / 2;
  const sorted = items.toSorted((a, b) => (rightToLeft ? b.left - a.left : a.left - b.left));
  const size = commonSize(items);
  const main = items.filter((item) => Math.abs(item.size - size) < 0.1);
  const baseline = main.reduce((sum, item) => sum + item.baseline, 0) / Math.max(1, main.length);
  let text = '';
  const pieces: LinePiece[] = [];
  const raised: { start: number; end: number }[] = [];
  for (const [index, item] of sorted.entries()) {
    const before = sorted[index - 1];
    const gap = before ? (rightToLeft ? before.left - rightOf(item) : item.left - rightOf(before)) : 0;
    if (before && gap > WORD_GAP * Math.min(item.size, before.size) && !text.endsWith(' ') && !item.text.startsWith(' ')) text += ' ';
    const start = text.length;
    text += text.endsWith(' ') || text === '' ? item.text.trimStart() : item.text;
    pieces.push({ item, start });
    if (item.size < size * SMALLER && baseline - item.baseline > size * 0.15) raised.push({ start, end: text.length });
  }
  return { page, text, pieces, left: Math.min(...items.map(({ left }) => left)), right: Math.max(...items.map(rightOf)), baseline, size, raised };
}
