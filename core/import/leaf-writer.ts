import type { Leaf, Mark, SaidLanguage } from '../article/blocks.ts';
import type { Range } from '../base/range.ts';
import { normaliseText } from '../base/text.ts';
import { draftLeaf } from './number-leaves.ts';

/** What a mark says, without its place. */
export type Style = { readonly kind: Exclude<Mark['kind'], 'link' | 'reference'> } | { readonly kind: 'link'; readonly href: string };

type WrittenMark = Exclude<Mark, { readonly kind: 'reference' }>;

/** What a source says of a part's language and direction; null where it says nothing. */
export type Said = Pick<SaidLanguage, 'language' | 'direction'>;
export const unsaid: Said = { language: null, direction: null };

/** Gathers the text and the marks of one leaf after another. White space is collapsed as it is written. */
export type LeafWriter = {
  write(text: string): void;
  /** A line break; one after another counts as one. */
  breakLine(): void;
  isAfterBreak(): boolean;
  /** Everything written inside `body` bears the style, over leaf ends too. */
  within(style: Style | null, body: () => void): void;
  /** Everything written inside `body` is in that language, over leaf ends too; what is null is as around it. */
  speak(said: Said, body: () => void): void;
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

type Written = { readonly text: string; readonly marks: readonly Mark[]; readonly languages: readonly SaidLanguage[] };

/** Characters that compose over the seam of two pieces move what stands behind them. */
function compose({ text, marks, languages }: Written): Written {
  const composed = text.normalize('NFC');
  if (composed === text) return { text, marks, languages };
  const at = (offset: number) => text.slice(0, offset).normalize('NFC').length;
  const moved = <Placed extends Range>(placed: Placed): Placed => ({ ...placed, start: at(placed.start), end: at(placed.end) });
  return { text: composed, marks: marks.map(moved), languages: languages.map(moved) };
}

/** Notes what the words from `start` to `end` are written in, together with those before them where it is the same. */
function addLanguage(languages: SaidLanguage[], said: Said, { start, end }: Range): void {
  if (said.language === null && said.direction === null) return;
  const [before] = languages.slice(-1);
  // Only white space can stand between two pieces: what is said of it does not matter.
  const isNext = before !== undefined && start - before.end <= 1 && before.language === said.language && before.direction === said.direction;
  if (isNext) languages[languages.length - 1] = { ...before, end };
  else languages.push({ start, end, ...said });
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
  let languages: SaidLanguage[] = [];
  let spoken = unsaid;

  return {
    write(raw) {
      const piece = normaliseText(raw).replace(/\s+/g, ' ');
      const words = piece.trim();
      if (piece.startsWith(' ') && owed === '') owed = ' ';
      if (words === '') return;
      text += text === '' ? '' : owed;
      addLanguage(languages, spoken, { start: text.length, end: text.length + words.length });
      text += words;
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
    speak({ language, direction }, body) {
      const around = spoken;
      spoken = { language: language ?? around.language, direction: direction ?? around.direction };
      body();
      spoken = around;
    },
    take() {
      for (const each of open) addMark(marks, each, text.length);
      for (const each of open) each.start = 0;
      const whole = compose({ text, marks, languages });
      [text, marks, owed, languages] = ['', [], '', []];
      if (whole.text === '') return null;
      const kept = whole.marks.map((mark) => trimMark(whole.text, mark)).filter((mark) => mark !== null);
      const leaf = draftLeaf(whole.text, kept.sort((a, b) => a.start - b.start || b.end - a.end));
      return whole.languages.length > 0 ? { ...leaf, languages: whole.languages } : leaf;
    },
  };
}
