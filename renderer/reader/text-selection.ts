import { leavesInRange, type Projection, trimRange } from '../../core/article/projection.ts';
import type { Range } from '../../core/base/range.ts';

const leafSelector = '[data-leaf]';

/** UTF-16 units of the leaf's text before a point inside it. */
function offsetInLeaf(leaf: Element, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(leaf, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

function leafStart(projection: Projection, leaf: Element): number | null {
  return projection.starts.get(leaf.getAttribute('data-leaf') ?? '') ?? null;
}

/** The first of `leaves`, which are in document order, that is not `isBefore`. */
function firstNot(leaves: NodeListOf<Element>, isBefore: (leaf: Element) => boolean): number {
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const leaf = leaves[middle];
    if (leaf && isBefore(leaf)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first and the last leaf of the article that a DOM range touches; null where it touches none. */
function endsTouched(root: Element, range: globalThis.Range): readonly [Element, Element] | null {
  const common = range.commonAncestorContainer;
  const scope = common instanceof Element ? common : common.parentElement;
  const own = scope?.closest(leafSelector);
  if (own && root.contains(own)) return [own, own];
  const leaves = (scope && root.contains(scope) ? scope : root).querySelectorAll(leafSelector);
  const first = leaves[firstNot(leaves, (leaf) => range.comparePoint(leaf, leaf.childNodes.length) < 0)];
  const last = leaves[firstNot(leaves, (leaf) => range.comparePoint(leaf, 0) <= 0) - 1];
  return first && last && range.intersectsNode(first) && range.intersectsNode(last) ? [first, last] : null;
}

/** What is selected of the article, as a range of its projection without white space at the ends; null when nothing is. */
export function readSelection(root: Element, projection: Projection): Range | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const ends = endsTouched(root, range);
  if (!ends) return null;
  const [first, last] = ends;
  const [firstStart, lastStart] = [leafStart(projection, first), leafStart(projection, last)];
  if (firstStart === null || lastStart === null) return null;
  const start = firstStart + (first.contains(range.startContainer) ? offsetInLeaf(first, range.startContainer, range.startOffset) : 0);
  const end = lastStart + (last.contains(range.endContainer) ? offsetInLeaf(last, range.endContainer, range.endOffset) : (last.textContent ?? '').length);
  return end > start ? trimRange(projection.text, { start, end }) : null;
}

/** The text node and offset in it that stand `offset` units into a leaf. */
export function pointInLeaf(leaf: Element, offset: number): { readonly node: Node; readonly offset: number } {
  const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
  let rest = offset;
  let last: Node = leaf;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (rest <= length) return { node, offset: rest };
    rest -= length;
    last = node;
  }
  return { node: last, offset: last.nodeValue?.length ?? 0 };
}

/** The DOM range of a range of the projection; null where its leaves are not drawn. */
export function toDomRange(root: Element, projection: Projection, range: Range): globalThis.Range | null {
  const touched = leavesInRange(projection, range);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const find = (id: string) => root.querySelector(`[data-leaf="${CSS.escape(id)}"]`);
  const [firstLeaf, lastLeaf] = [find(first.leaf.id), find(last.leaf.id)];
  if (!firstLeaf || !lastLeaf) return null;
  const from = pointInLeaf(firstLeaf, Math.max(0, range.start - first.start));
  const to = pointInLeaf(lastLeaf, Math.min(last.leaf.text.length, range.end - last.start));
  const domRange = document.createRange();
  domRange.setStart(from.node, from.offset);
  domRange.setEnd(to.node, to.offset);
  return domRange;
}

/** The offset in the projection at a point of the window; null where no text of the article is. */
export function offsetAtPoint(root: Element, projection: Projection, point: { readonly x: number; readonly y: number }): number | null {
  const position = document.caretPositionFromPoint(point.x, point.y);
  const element = position?.offsetNode instanceof Element ? position.offsetNode : position?.offsetNode.parentElement;
  const leaf = element?.closest(leafSelector);
  if (!position || !leaf || !root.contains(leaf)) return null;
  const start = leafStart(projection, leaf);
  return start === null ? null : start + offsetInLeaf(leaf, position.offsetNode, position.offset);
}
