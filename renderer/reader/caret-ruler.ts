import { leafIndexAt, type Projection } from '../../core/article/projection.ts';
import { directionAt } from '../../core/article/text-direction.ts';
import { type Direction, stepText } from '../../core/article/text-steps.ts';
import { pointInLeaf } from './text-selection.ts';

/** Where a caret stands in the window, in CSS pixels. */
export type CaretBox = { readonly x: number; readonly top: number; readonly bottom: number };

type Paper = {
  readonly text: HTMLElement;
  readonly projection: Projection;
  readonly locale: string | null;
  /** Draws the text at an offset, if it is not drawn. */
  readonly draw: (offset: number) => void;
};

type MeasuredLeaf = { readonly element: Element; readonly isRtl: boolean };

const middle = ({ top, bottom }: CaretBox) => (top + bottom) / 2;
const isOnLine = (a: CaretBox, b: CaretBox) => Math.abs(middle(a) - middle(b)) < Math.min(a.bottom - a.top, b.bottom - b.top) / 2;

function characterRect(leaf: Element, index: number): DOMRect | null {
  const end = pointInLeaf(leaf, index + 1);
  if (end.offset === 0) return null;
  const range = document.createRange();
  range.setStart(end.node, end.offset - 1);
  range.setEnd(end.node, end.offset);
  return [...range.getClientRects()].find(({ height }) => height > 0) ?? null;
}

/** Measures carets and lines as they are laid out now; made for one key press, since another layout needs another ruler. */
export function makeRuler({ text, projection, locale, draw }: Paper) {
  const measured = new Map<string, MeasuredLeaf | null>();

  function findLeaf(id: string, offset: number): MeasuredLeaf | null {
    const known = measured.get(id);
    if (known !== undefined) return known;
    draw(offset);
    const element = text.querySelector(`[data-leaf="${CSS.escape(id)}"]`);
    const leaf = element?.checkVisibility() ? { element, isRtl: getComputedStyle(element).direction === 'rtl' } : null;
    measured.set(id, leaf);
    return leaf;
  }

  /** Null where the text is not shown: in a folded part, or where it only repeats the label. */
  function boxAt(offset: number): CaretBox | null {
    const placed = projection.leaves[leafIndexAt(projection, offset)];
    const leaf = placed && findLeaf(placed.leaf.id, offset);
    if (!leaf || placed.leaf.text === '') return null;
    const local = offset - placed.start;
    const isAtEnd = local >= placed.leaf.text.length;
    const index = isAtEnd ? placed.leaf.text.length - 1 : local;
    const rect = characterRect(leaf.element, index);
    // A caret stands before its character, or after the last one; which side that is depends on the direction of that character, not only of its line.
    const isRtl = directionAt(placed.leaf.text, index, leaf.isRtl ? 'rtl' : 'ltr') === 'rtl';
    return rect && { x: isAtEnd === isRtl ? rect.left : rect.right, top: rect.top, bottom: rect.bottom };
  }

  /** The nearest shown offset from one on in a direction, itself included; null where there is none. */
  function nearestShown(offset: number, direction: Direction): number | null {
    for (let at = offset; at >= 0 && at <= projection.text.length;) {
      if (boxAt(at)) return at;
      const placed = projection.leaves[leafIndexAt(projection, at)];
      if (!placed) return null;
      const isLeafShown = findLeaf(placed.leaf.id, at) !== null;
      const isAtEdge = at === (direction === 1 ? placed.start + placed.leaf.text.length : placed.start);
      at = isLeafShown && !isAtEdge ? at + direction : direction === 1 ? placed.start + placed.leaf.text.length + 1 : placed.start - 1;
    }
    return null;
  }

  function nextCharacter(offset: number, direction: Direction): number | null {
    const next = stepText(projection, offset, { unit: 'character', direction, locale });
    return next === offset ? null : nearestShown(next, direction);
  }

  /** The offset on the line below (1) or above (-1) that is nearest to `x`; null where there is no such line. */
  function nextLine(offset: number, direction: Direction, x: number): number | null {
    const own = boxAt(offset);
    if (!own) return null;
    let line: CaretBox | null = null;
    let best: { readonly offset: number; readonly distance: number } | null = null;
    for (let at = nextCharacter(offset, direction); at !== null; at = nextCharacter(at, direction)) {
      const box = boxAt(at);
      if (!box) break;
      const isBeyond = (middle(box) - middle(own)) * direction > 0 && !isOnLine(box, own);
      if (!line && !isBeyond) continue;
      line ??= box;
      if (!isOnLine(box, line)) break;
      const distance = Math.abs(box.x - x);
      if (!best || distance < best.distance) best = { offset: at, distance };
    }
    return best?.offset ?? null;
  }

  /** The last (1) or the first (-1) offset of the line, within its leaf; before the space at which the line breaks. */
  function lineEdge(offset: number, direction: Direction): number {
    const own = boxAt(offset);
    const leaf = leafIndexAt(projection, offset);
    let edge = offset;
    for (let at = nextCharacter(offset, direction); own && at !== null && leafIndexAt(projection, at) === leaf; at = nextCharacter(at, direction)) {
      const box = boxAt(at);
      if (!box || !isOnLine(box, own)) break;
      edge = at;
    }
    return edge;
  }

  return { boxAt, nearestShown, nextLine, lineEdge, isRtl: (offset: number) => findLeaf(projection.leaves[leafIndexAt(projection, offset)]?.leaf.id ?? '', offset)?.isRtl ?? false };
}
export type Ruler = ReturnType<typeof makeRuler>;
