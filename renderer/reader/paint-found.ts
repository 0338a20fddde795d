import type { Projection } from '../../core/article/projection.ts';
import type { Range } from '../../core/base/range.ts';
import { hitFrom } from '../../core/search/find-in-text.ts';
import type { Found } from '../state/reader-state.ts';
import { leavesInView, type ReadingPlace } from './text-in-view.ts';
import { pointInLeaf } from './text-selection.ts';

const ALL = 'found';
const CURRENT = 'found-current';

function rangeInLeaf(leaf: Element, from: number, to: number): globalThis.Range {
  const [start, end] = [pointInLeaf(leaf, from), pointInLeaf(leaf, to)];
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** Hits that touch [start, end), by a search for the first: there may be a hundred thousand. */
function hitsTouching(hits: readonly Range[], start: number, end: number): readonly (readonly [number, Range])[] {
  const touching: (readonly [number, Range])[] = [];
  const first = hits.length > 0 && (hits.at(-1)?.start ?? 0) >= start ? hitFrom(hits, start) : hits.length;
  // The hit before may reach into the stretch.
  for (let index = Math.max(0, first - 1); index < hits.length; index += 1) {
    const hit = hits[index];
    if (!hit || hit.start >= end) break;
    if (hit.end > start) touching.push([index, hit]);
  }
  return touching;
}

/** Paints the hits that are on the screen or near it: all of them by one highlight object, the current one by another. */
export function paintFound(place: ReadingPlace, projection: Projection, { hits, current }: Found): void {
  const [all, one] = [new Highlight(), new Highlight()];
  one.priority = 1;
  for (const leaf of leavesInView(place)) {
    const start = projection.starts.get(leaf.getAttribute('data-leaf') ?? '');
    const length = leaf.textContent?.length ?? 0;
    if (start === undefined) continue;
    for (const [index, hit] of hitsTouching(hits, start, start + length)) {
      const range = rangeInLeaf(leaf, Math.max(0, hit.start - start), Math.min(length, hit.end - start));
      all.add(range);
      if (index === current) one.add(range);
    }
  }
  CSS.highlights.set(ALL, all);
  CSS.highlights.set(CURRENT, one);
}

export function unpaintFound(): void {
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CURRENT);
}
