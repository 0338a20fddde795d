import type { Range } from '../base/range.ts';

/** Most of what a reader calls a character is far shorter. */
const LOOK_AROUND = 64;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Where neither a base and its marks, nor a surrogate pair or the parts of an emoji meet. */
const PLAIN = /^[\n -~][\n -~]$/;

/** The character that an offset lies in, as the range around it; empty where one ends and the next begins. */
function clusterAround(text: string, offset: number): Range {
  const from = Math.max(0, offset - LOOK_AROUND);
  const inside = characters.segment(text.slice(from, offset + LOOK_AROUND)).containing(offset - from);
  if (!inside || from + inside.index === offset) return { start: offset, end: offset };
  return { start: from + inside.index, end: from + inside.index + inside.segment.length };
}

/** The range made wider where an end of it would cut a character: an emoji, a letter and its accent, a surrogate pair. */
export function snapToClusters(text: string, { start, end }: Range): Range {
  const isPlain = (offset: number) => offset <= 0 || offset >= text.length || PLAIN.test(text.slice(offset - 1, offset + 1));
  return { start: isPlain(start) ? start : clusterAround(text, start).start, end: isPlain(end) ? end : clusterAround(text, end).end };
}
