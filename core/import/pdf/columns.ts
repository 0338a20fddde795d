import { type Line, lineOf, rightOf, rowsOf } from './line.ts';
import type { PdfItem } from './pdf-file.ts';

/** Lines that stand under each other, from the top down, and where they begin and end. `pitch` is the usual distance of their baselines. */
export type Column = { readonly lines: readonly Line[]; readonly left: number; readonly right: number; readonly pitch: number };

/** Widths in sizes of the text, shares of all lines. */
const GUTTER_WIDTH = 0.7;
const WORD_SPACE = 0.6;
const CROSSING = 0.06;
const LINES_BESIDE = 4;
/** A gutter lies in the middle part of what it parts. */
const MIDDLE = { from: 0.25, to: 0.75 };
const STEP = 1;
/** How much of a page may stand above its columns. */
const TOP_SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

type Interval = { left: number; right: number };

/** What of a row is covered with text, the spaces between words as well. */
function inkOf(row: readonly PdfItem[]): readonly Interval[] {
  const ink: Interval[] = [];
  for (const item of row.toSorted((a, b) => a.left - b.left)) {
    const last = ink.at(-1);
    if (last && item.left - last.right < WORD_SPACE * item.size) last.right = Math.max(last.right, rightOf(item));
    else ink.push({ left: item.left, right: rightOf(item) });
  }
  return ink;
}

/** The widest strip that hardly any line crosses, with lines on both sides of it; null for text in one column. */
function findGutter(rows: readonly (readonly PdfItem[])[], size: number): Interval | null {
  const inks = rows.map(inkOf);
  const [left, right] = [Math.min(...inks.flat().map((each) => each.left)), Math.max(...inks.flat().map((each) => each.right))];
  const [from, to] = [left + (right - left) * MIDDLE.from, left + (right - left) * MIDDLE.to];
  const isOpen = (x: number) => inks.filter((ink) => ink.some((each) => each.left < x && each.right > x)).length <= Math.max(1, rows.length * CROSSING);
  const strips: Interval[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let x = from; x <= to; x += STEP) {
    if (!isOpen(x)) continue;
    const strip = strips.at(-1);
    if (strip && last === x - STEP) strip.right = x;
    else strips.push({ left: x, right: x });
    last = x;
  }
  const widest = strips.reduce((best, strip) => (strip.right - strip.left > best.right - best.left ? strip : best), { left: 0, right: 0 });
  if (widest.right - widest.left < GUTTER_WIDTH * size) return null;
  const onLeft = inks.filter((ink) => ink.some((each) => each.right <= widest.right)).length;
  const onRight = inks.filter((ink) => ink.some((each) => each.left >= widest.left)).length;
  return onLeft >= LINES_BESIDE && onRight >= LINES_BESIDE ? widest : null;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function columnOf(lines: readonly Line[]): Column {
  const gaps = lines.slice(1).map((line, index) => line.baseline - (lines[index]?.baseline ?? 0)).filter((gap) => gap > 0);
  // A line that hangs out to the left of all others is no margin.
  const lefts = lines.map(({ left }) => left).toSorted((a, b) => a - b);
  return { lines, left: lefts[Math.floor(lefts.length * 0.1)] ?? 0, right: Math.max(...lines.map(({ right }) => right)), pitch: median(gaps) };
}

type Cut = { readonly above: readonly (readonly PdfItem[])[]; readonly beside: readonly (readonly PdfItem[])[]; readonly gutter: Interval };

/** Where columns begin: at the top, or under a title and a summary that run over the full width; null for text in one column. */
function cutAt(rows: readonly (readonly PdfItem[])[], size: number): Cut | null {
  for (const share of TOP_SHARES) {
    const at = Math.floor(rows.length * share);
    const gutter = findGutter(rows.slice(at), size);
    if (gutter) return { above: rows.slice(0, at), beside: rows.slice(at), gutter };
  }
  return null;
}

/** Cuts the text of a page, or of a part of it, into columns in reading order. Lines over the full width end the columns above them. */
export function columnsOf(page: number, items: readonly PdfItem[]): readonly Column[] {
  const rows = rowsOf(items);
  if (rows.length === 0) return [];
  const cut = cutAt(rows, median(items.map(({ size }) => size)));
  if (!cut) return [columnOf(rows.map((row) => lineOf(page, row)))];
  return [...columnsOf(page, cut.above.flat()), ...columnsBeside(page, cut)];
}

function columnsBeside(page: number, { beside, gutter }: Cut): readonly Column[] {
  const middle = (gutter.left + gutter.right) / 2;
  const columns: Column[] = [];
  let [left, right, full]: [PdfItem[], PdfItem[], Line[]] = [[], [], []];
  const endBand = () => {
    columns.push(...columnsOf(page, left), ...columnsOf(page, right));
    [left, right] = [[], []];
  };
  const endFull = () => {
    if (full.length > 0) columns.push(columnOf(full));
    full = [];
  };
  for (const row of beside) {
    const isFull = inkOf(row).some((each) => each.left < middle && each.right > middle);
    if (isFull) {
      endBand();
      full.push(lineOf(page, row));
      continue;
    }
    endFull();
    for (const item of row) (rightOf(item) <= middle ? left : right).push(item);
  }
  endBand();
  endFull();
  return columns;
}
