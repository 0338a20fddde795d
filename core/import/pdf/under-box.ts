import type { Range } from '../../base/range.ts';
import type { Line } from './line.ts';
import type { Box } from './pdf-file.ts';

/** Half of the height of small letters, in sizes: a line is under a box that holds this point of it. */
const MIDDLE_HEIGHT = 0.25;
/** Boxes are drawn a little wider or narrower than their words. */
const SLACK_CHARACTERS = 2;

/** About how wide a character is, beside others. */
const widthOf = (character: string) => (/[ijl|!.,;:'’‘`()[\]{}ft]/.test(character) ? 0.55 : /[mwMW—@%]/.test(character) ? 1.5 : /\p{Lu}|\p{Nd}/u.test(character) ? 1.15 : 1);

/** The characters of a piece of text that a box covers: those whose middle is in it. */
function coveredCharacters(text: string, { left, width }: { left: number; width: number }, box: Box): Range | null {
  const total = [...text].reduce((sum, character) => sum + widthOf(character), 0);
  let [x, offset] = [left, 0];
  const covered: number[] = [];
  for (const character of text) {
    const own = (widthOf(character) / total) * width;
    if (x + own / 2 >= box.left && x + own / 2 <= box.right) covered.push(offset, offset + character.length);
    x += own;
    offset += character.length;
  }
  return covered.length === 0 ? null : { start: covered[0] ?? 0, end: covered.at(-1) ?? 0 };
}

/** The range grown or shrunk to whole words where their ends are near. */
function snapToWords(text: string, { start, end }: Range): Range {
  const isEdge = (offset: number) => offset === 0 || offset === text.length || /\s/.test(text.charAt(offset)) !== /\s/.test(text.charAt(offset - 1));
  const near = (offset: number) => [0, -1, 1, -2, 2].map((step) => offset + step).find((at) => Math.abs(at - offset) <= SLACK_CHARACTERS && at >= 0 && at <= text.length && isEdge(at)) ?? offset;
  const snapped = { start: near(start), end: near(end) };
  return snapped.start < snapped.end ? snapped : { start, end };
}

/** What of a line lies under a box, as offsets of its text; null for nothing. */
export function underBox(line: Line, box: Box): Range | null {
  const middle = line.baseline - MIDDLE_HEIGHT * line.size;
  if (middle < box.top || middle > box.bottom) return null;
  const ranges = line.pieces.flatMap(({ item, start }) => {
    const range = coveredCharacters(item.text, item, box);
    return range ? [{ start: start + range.start, end: start + range.end }] : [];
  });
  if (ranges.length === 0) return null;
  return snapToWords(line.text, { start: Math.min(...ranges.map(({ start }) => start)), end: Math.max(...ranges.map(({ end }) => end)) });
}
