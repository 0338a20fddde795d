import type { Projection } from '../../core/article/projection.ts';
import { pointInLeaf, toDomRange } from './text-selection.ts';

/** The scrolling box of the text, and the text in it. */
export type ReadingPlace = { readonly scroller: HTMLElement; readonly text: HTMLElement };

/** Room between the upper edge of the box and a line that was gone to, in CSS pixels. */
const HEADROOM = 40;
/** A line that ends no more than this below another counts as the same: raised and lowered letters do. */
const TOLERANCE = 6;

const allLeaves = (text: HTMLElement): readonly Element[] => [...text.querySelectorAll('[data-leaf]')];

/** The index of the first leaf that ends below `y`, or the count of leaves. Leaves in a folded part have no box; they count with the next that has. */
function firstLeafBelow(leaves: readonly Element[], y: number): number {
  const bottomFrom = (index: number): number => {
    for (let at = index; at < leaves.length; at += 1) {
      const box = leaves[at]?.getBoundingClientRect();
      if (box && box.height > 0) return box.bottom;
    }
    return Number.POSITIVE_INFINITY;
  };
  let [low, high] = [0, leaves.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bottomFrom(middle) > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The leaves that are on the screen or less than a screen away, in order. */
export function leavesInView({ scroller, text }: ReadingPlace): readonly Element[] {
  const box = scroller.getBoundingClientRect();
  const leaves = allLeaves(text);
  const first = firstLeafBelow(leaves, box.top - box.height);
  const shown: Element[] = [];
  for (const leaf of leaves.slice(first)) {
    if (leaf.getBoundingClientRect().top > box.bottom + box.height) break;
    shown.push(leaf);
  }
  return shown;
}

/** The box of one character of a leaf; of the next that has one where it is a space that a line's end has swallowed. */
function characterBox(leaf: Element, offset: number): DOMRect {
  const range = document.createRange();
  const length = leaf.textContent?.length ?? 0;
  for (let at = offset; ; at += 1) {
    const [from, to] = [pointInLeaf(leaf, at), pointInLeaf(leaf, at + 1)];
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    const box = range.getBoundingClientRect();
    if (box.height > 0 || at >= length - 1) return box.height > 0 ? box : leaf.getBoundingClientRect();
  }
}

/** The first of a leaf's characters whose line ends below `y`; the last, if none does. */
function firstCharacterBelow(leaf: Element, y: number): number {
  let [low, high] = [0, Math.max(0, (leaf.textContent?.length ?? 0) - 1)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (characterBox(leaf, middle).bottom > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The line that is read first: where it begins and the offset of its last character, in the projection. Both are 0 where there is no text. */
export function lineInView({ scroller, text }: ReadingPlace, projection: Projection): { readonly start: number; readonly last: number } {
  const y = scroller.getBoundingClientRect().top + HEADROOM + TOLERANCE;
  const leaves = allLeaves(text);
  const leaf = leaves.slice(firstLeafBelow(leaves, y)).find((each) => each.getBoundingClientRect().height > 0);
  const leafStart = projection.starts.get(leaf?.getAttribute('data-leaf') ?? '');
  if (!leaf || leafStart === undefined) return scroller.scrollTop > 0 ? { start: projection.text.length, last: projection.text.length } : { start: 0, last: 0 };
  const first = firstCharacterBelow(leaf, y);
  const next = firstCharacterBelow(leaf, characterBox(leaf, first).bottom + TOLERANCE);
  return { start: leafStart + first, last: leafStart + Math.max(first, next - 1) };
}

/** A line of the text and how far below the upper edge of the box it stands, in CSS pixels. */
export type HeldLine = { readonly offset: number; readonly top: number };

/** How far a character is below the upper edge of the box; null where it is not drawn. One that has no box, as a line break, stands where its leaf does. */
function topOf({ scroller, text }: ReadingPlace, projection: Projection, offset: number): number | null {
  const range = toDomRange(text, projection, { start: offset, end: offset + 1 });
  const boxes = [range?.getBoundingClientRect(), range?.startContainer.parentElement?.getBoundingClientRect()];
  const box = boxes.find((each) => each && each.height > 0);
  return box ? box.top - scroller.getBoundingClientRect().top : null;
}

/** The line that is read first, and its place, for `keepLine`. Null at the very top, which stays the top. */
export function holdLine(place: ReadingPlace, projection: Projection): HeldLine | null {
  const offset = lineInView(place, projection).start;
  const top = place.scroller.scrollTop > 0 ? topOf(place, projection, offset) : null;
  return top === null ? null : { offset, top };
}

/** Scrolls by as much as the text above a line has grown or shrunk, so that the line stays where it was. True when there was nothing to scroll: it stands right, or the text ends. */
export function keepLine(place: ReadingPlace, projection: Projection, { offset, top }: HeldLine): boolean {
  const now = topOf(place, projection, offset);
  if (now === null) return false;
  if (Math.abs(now - top) <= 0.5) return true;
  const before = place.scroller.scrollTop;
  place.scroller.scrollTop += now - top;
  return Math.abs(place.scroller.scrollTop - before) < 0.5;
}

/** Scrolls at once so that the line of an offset stands at the upper edge of the box, and answers where it is to stay; null for the first, which is at the very top. */
export function scrollToOffset(place: ReadingPlace, projection: Projection, offset: number): HeldLine | null {
  const range = offset > 0 ? toDomRange(place.text, projection, { start: offset, end: offset + 1 }) : null;
  if (!range) {
    place.scroller.scrollTop = 0;
    return null;
  }
  const folded = range.startContainer.parentElement?.closest('details');
  if (folded) folded.open = true;
  const line = { offset, top: HEADROOM };
  keepLine(place, projection, line);
  return line;
}
