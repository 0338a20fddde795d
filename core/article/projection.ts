import type { Range } from '../base/range.ts';
import { type Content, type Leaf, leavesOf } from './blocks.ts';

/** A leaf and the offset at which its text starts in the projection. */
export type PlacedLeaf = { readonly leaf: Leaf; readonly start: number };

/**
 * The one plain text that every offset counts in: all leaves in reading order, joined by "\n".
 * Parts set aside are in it too, so putting one back moves no highlight.
 */
export type Projection = { readonly text: string; readonly leaves: readonly PlacedLeaf[]; readonly starts: ReadonlyMap<string, number> };

export function projectContent(content: Content): Projection {
  const leaves: PlacedLeaf[] = [];
  let start = 0;
  for (const leaf of content.blocks.flatMap(leavesOf)) {
    leaves.push({ leaf, start });
    start += leaf.text.length + 1;
  }
  return { text: leaves.map((placed) => placed.leaf.text).join('\n'), leaves, starts: new Map(leaves.map((placed) => [placed.leaf.id, placed.start])) };
}

/** The index of the leaf that holds `offset`; an offset on the joint belongs to the leaf before it. -1 in an empty projection. */
export function leafIndexAt(projection: Projection, offset: number): number {
  let low = 0;
  let high = projection.leaves.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((projection.leaves[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return projection.leaves.length === 0 ? -1 : low;
}

/** The leaves that a range touches, in reading order. */
export function leavesInRange(projection: Projection, range: Range): readonly PlacedLeaf[] {
  const first = leafIndexAt(projection, range.start);
  const found: PlacedLeaf[] = [];
  for (let index = Math.max(first, 0); index < projection.leaves.length; index += 1) {
    const placed = projection.leaves[index];
    if (!placed || placed.start >= range.end) break;
    if (placed.start + placed.leaf.text.length > range.start) found.push(placed);
  }
  return found;
}

/** The range without white space at its ends; null when nothing else is in it. */
export function trimRange(text: string, range: Range): Range | null {
  const inside = text.slice(range.start, range.end);
  const start = range.start + (inside.length - inside.trimStart().length);
  const end = range.end - (inside.length - inside.trimEnd().length);
  return start < end ? { start, end } : null;
}
