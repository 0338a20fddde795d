import type { Leaf, Mark } from '../article/blocks.ts';
import { normaliseText } from '../base/text.ts';
import { draftLeaf } from './number-leaves.ts';

/** What a mark says, without its place. */
export type Style = { readonly kind: Exclude<Mark['kind'], 'link' | 'reference'> } | { readonly kind: 'link'; readonly href: string };

type WrittenMark = Exclude<Mark, { readonly kind: 'reference' }>;

/** Gathers the text and the marks of one leaf after another. White space is collapsed as it is written. */
export type LeafWriter = {
  write(text: string): void;
  /** A line break; one after another counts as one. */
  breakLine(): void;
  isAfterBreak(): boolean;
  /** Everything written inside `body` bears the style, over leaf ends too. */
  within(style: Style | null, body: () => void): void;
  /** The leaf written so far, and a fresh start; null when nothing was written. */
  take(): Leaf | null;
};

/** How many marks back a neighbour is looked for: as many as are likely to end at one point. */
const NEIGHBOURS = 4;

const isSame = (a: Style, b: Style) => a.kind === b.kind && (a.kind !== 'link' || (b.kind === 'link' && a.href === b.href));

/** Puts a mark on the text without the white space at its ends; null when nothing else is in it. */
function trimMark(text: string, mark: Mark): Mark | null {
  const inside = text.slice(mark.start, mark.end);
  const start = mark.start + (inside.length - inside.trimStart().length);
  const end = Math.min(mark.end, text.length) - (inside.length - inside.trimEnd().length);
  return start < end ? { ...mark, start, end } : null;
}

/** Characters that compose over the seam of two pieces move what stands behind them. */
function compose(text: string, marks: readonly Mark[]): { text: string; marks: readonly Mark[] } {
  const composed = text.normalize('NFC');
  if (composed === text) return { text, marks };
  const at = (offset: number) => text.slice(0, offset).normalize('NFC').length;
  return { text: composed, marks: marks.map((mark) => ({ ...mark, start: at(mark.start), end: at(mark.end) })) };
}

/** Adds a mark; <b>one</b><b>two</b> is one. */
function addMark(marks: WrittenMark[], { style, start }: { style: Style; start: number }, end: number): void {
  const before = marks.slice(-NEIGHBOURS).findLast((mark) => isSame(mark, style) && mark.end >= start);
  if (before) marks[marks.lastIndexOf(before)] = { ...before, end };
  else if (start < end) marks.push({ ...style, start, end });
}

export function makeLeafWriter(): LeafWriter {
  let text = '';
  let marks: WrittenMark[] = [];
  // A space or a break is only owed until there is text on both of its sides. The text is never looked at, so that it is not copied.
  let owed: '' | ' ' | '\n' = '';
  const open: { style: Style; start: number }[] = [];

  return {
    write(raw) {
      const piece = normaliseText(raw).replace(/\s+/g, ' ');
      const words = piece.trim();
      if (piece.startsWith(' ') && owed === '') owed = ' ';
      if (words === '') return;
      text += (text === '' ? '' : owed) + words;
      owed = piece.endsWith(' ') ? ' ' : '';
    },
    breakLine: () => void (owed = '\n'),
    isAfterBreak: () => owed === '\n',
    within(style, body) {
      if (!style || open.some((each) => isSame(each.style, style))) return body();
      open.push({ style, start: text.length });
      body();
      const ended = open.pop();
      if (ended) addMark(marks, ended, text.length);
    },
    take() {
      for (const each of open) addMark(marks, each, text.length);
      for (const each of open) each.start = 0;
      const whole = compose(text, marks);
      [text, marks, owed] = ['', [], ''];
      if (whole.text === '') return null;
      const kept = whole.marks.map((mark) => trimMark(whole.text, mark)).filter((mark) => mark !== null);
      return draftLeaf(whole.text, kept.sort((a, b) => a.start - b.start || b.end - a.end));
    },
  };
}
