import type { Direction, StepUnit } from '../../core/article/text-steps.ts';
import type { Bound } from '../../core/highlight/range-steps.ts';

/** What of a key press says where the caret or a highlight's end goes. `code` names the key whatever its layout writes on it. */
export type Press = { readonly key: string; readonly code: string; readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly altKey: boolean; readonly metaKey: boolean };

export type CaretMove = { readonly unit: StepUnit | 'line' | 'line-edge' | 'page'; readonly direction: Direction };
type Layout = { readonly isMac: boolean; readonly isRtl: boolean };

const sides: Readonly<Record<string, Direction>> = { ArrowLeft: -1, ArrowRight: 1 };
const levels: Readonly<Record<string, Direction>> = { ArrowUp: -1, ArrowDown: 1 };
const lineEdges: Readonly<Record<string, Direction>> = { Home: -1, End: 1 };
const pages: Readonly<Record<string, Direction>> = { PageUp: -1, PageDown: 1 };
const sentences: Readonly<Record<string, Direction>> = { Comma: -1, Period: 1 };

/** Left is back in a text that runs to the right, and on in one that runs to the left. */
const readingDirection = (direction: Direction, isRtl: boolean): Direction => (isRtl ? (direction === 1 ? -1 : 1) : direction);

function arrowMove(press: Press, { isMac, isRtl }: Layout): CaretMove | null {
  const [side, level] = [sides[press.key], levels[press.key]];
  const isFar = press.ctrlKey || press.altKey;
  if (isMac && press.metaKey) return side ? { unit: 'line-edge', direction: readingDirection(side, isRtl) } : level ? { unit: 'text', direction: level } : null;
  if (side) return { unit: isFar ? 'word' : 'character', direction: readingDirection(side, isRtl) };
  return level ? { unit: isFar ? 'paragraph' : 'line', direction: level } : null;
}

/** Where a key takes the caret; null for a key that is not the caret's. Shift extends the selection by the same way. */
export function caretMove(press: Press, layout: Layout): CaretMove | null {
  const arrow = arrowMove(press, layout);
  if (arrow) return arrow;
  if (press.metaKey || press.altKey) return null;
  const edge = lineEdges[press.key];
  if (edge) return { unit: press.ctrlKey ? 'text' : 'line-edge', direction: edge };
  if (press.ctrlKey) return null;
  const page = pages[press.key];
  if (page) return { unit: 'page', direction: page };
  const sentence = sentences[press.code];
  return sentence ? { unit: 'sentence', direction: sentence } : null;
}

export type BoundMove = { readonly bound: Bound; readonly unit: 'character' | 'word'; readonly direction: Direction };

/**
 * Which end of the chosen highlight a key moves: Shift the end, and Alt with it the start; Control makes it a word.
 * On macOS Control takes the start and Option makes it a word, as everywhere there.
 */
export function boundMove(press: Press, { isMac, isRtl }: Layout): BoundMove | null {
  const side = sides[press.key];
  if (!side || !press.shiftKey || press.metaKey) return null;
  const [isStart, isWord] = isMac ? [press.ctrlKey, press.altKey] : [press.altKey, press.ctrlKey];
  return { bound: isStart ? 'start' : 'end', unit: isWord ? 'word' : 'character', direction: readingDirection(side, isRtl) };
}

/** How a key moves the end whose grip has the focus. */
export function gripMove(press: Press, bound: Bound, isRtl: boolean): BoundMove | null {
  const side = sides[press.key];
  if (!side || press.metaKey) return null;
  return { bound, unit: press.ctrlKey || press.altKey ? 'word' : 'character', direction: readingDirection(side, isRtl) };
}
