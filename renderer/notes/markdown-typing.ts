import { trimRange } from '../../core/article/projection.ts';
import type { Range } from '../../core/base/range.ts';

/** Text put in place of a range, and what is selected afterwards. */
export type Replacement = Range & { readonly text: string; readonly selection: Range };

const ITEM = /^([ \t]*)(?:([-*+]|>)|(\d{1,9})([.)]))([ \t]+)(\[[ xX]\][ \t]+)?/;

/** What Enter does at the end of a list item or in a quote: the next item begins, or an empty one ends the list. Null elsewhere. */
export function continueList(text: string, caret: number): Replacement | null {
  const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
  const line = text.slice(lineStart, caret);
  const item = ITEM.exec(line);
  if (!item) return null;
  const [marker, indent = '', sign = '', number = '', stop = '', space = ' ', task = ''] = item;
  const lineEnd = text.indexOf('\n', caret);
  const rest = text.slice(caret, lineEnd === -1 ? undefined : lineEnd);
  if (line === marker && rest.trim() === '') return { start: lineStart, end: caret, text: '', selection: { start: lineStart, end: lineStart } };
  const next = `\n${indent}${sign || `${Number(number) + 1}${stop}`}${space}${task ? '[ ] ' : ''}`;
  return { start: caret, end: caret, text: next, selection: { start: caret + next.length, end: caret + next.length } };
}

/** Puts a sign such as "**" on both sides of the selected words, or takes it away where it already stands. */
export function wrapSelection(text: string, selected: Range, sign: string): Replacement {
  // Markdown sees no sign that has a space on its inner side.
  const { start, end } = trimRange(text, selected) ?? { start: selected.end, end: selected.end };
  const inside = text.slice(start, end);
  const size = sign.length;
  const isWrapped = start >= size && text.slice(start - size, start) === sign && text.slice(end, end + size) === sign;
  if (isWrapped) return { start: start - size, end: end + size, text: inside, selection: { start: start - size, end: end - size } };
  return { start, end, text: sign + inside + sign, selection: { start: start + size, end: end + size } };
}
