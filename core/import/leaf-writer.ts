import type { Leaf, Mark } from '../article/blocks.ts';
import { normaliseText } from '../base/text.ts';
import { draftLeaf } from './number-leaves.ts';

/** What a mark says, without its place. */
export type Style = { readonly kind: Exclude<Mark['kind'], 'link'> } | { readonly kind: 'link'; readonly href: string };

/** Gathers the text and the marks of one leaf after another. White space is collapsed as it is written. */
export type LeafWriter = {
  write(text: string): void;
  /** A line break. */
  breakLine(): void;
  /** Everything written inside `body` bears the style, over leaf ends too. */
  within(style: Style | null, body: () => void): void;
  /** The leaf written so far, and a fresh start; null when nothing was written. */
  take(): Leaf | null;
};

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

export function makeLeafWriter(): LeafWriter {
  let text = '';
  let marks: Mark[] = [];
  const open: { style: Style; start: number }[] = [];

  const close = ({ style, start }: { style: Style; start: number }) => {
    const last = marks.findLast((mark) => isSame(mark, style));
    // <b>one</b><b>two</b> is one mark.
    if (last && last.end >= start) marks[marks.indexOf(last)] = { ...last, end: text.length };
    else marks.push({ ...style, start, end: text.length });
  };

  return {
    write(raw) {
      const piece = normaliseText(raw).replace(/\s+/g, ' ');
      text += text === '' || /\s$/.test(text) ? piece.replace(/^ /, '') : piece;
    },
    breakLine() {
      if (text !== '') text = `${text.replace(/ $/, '')}\n`;
    },
    within(style, body) {
      if (!style || open.some((each) => isSame(each.style, style))) return body();
      open.push({ style, start: text.length });
      body();
      const ended = open.pop();
      if (ended) close(ended);
    },
    take() {
      open.forEach(close);
      for (const each of open) each.start = 0;
      const whole = compose(text.trimEnd(), marks);
      [text, marks] = ['', []];
      if (whole.text === '') return null;
      const kept = whole.marks.map((mark) => trimMark(whole.text, mark)).filter((mark) => mark !== null);
      return draftLeaf(whole.text, kept.sort((a, b) => a.start - b.start || b.end - a.end));
    },
  };
}
