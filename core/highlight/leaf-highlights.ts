import { leavesInRange, type Projection } from '../article/projection.ts';
import type { TagId } from '../base/ids.ts';
import { type Colour, shownColour } from './colour.ts';
import type { PlacedHighlight } from './reading-order.ts';
import type { LeafHighlight } from './spans.ts';

/** What a leaf shows of a highlight that touches it. `isStart` on the leaf where the highlight begins. */
export type ShownHighlight = LeafHighlight & { readonly colour: Colour; readonly tags: readonly TagId[]; readonly hasNote: boolean; readonly isStart: boolean };

export type LeafHighlights = ReadonlyMap<string, readonly ShownHighlight[]>;

const areSameTags = (a: readonly TagId[], b: readonly TagId[]) => a === b || (a.length === b.length && a.every((id, index) => id === b[index]));

function isSame(a: readonly ShownHighlight[], b: readonly ShownHighlight[]): boolean {
  return a.length === b.length && a.every((left, index) => {
    const right = b[index];
    return right !== undefined && left.id === right.id && left.start === right.start && left.end === right.end && left.colour === right.colour && left.hasNote === right.hasNote && left.isStart === right.isStart && areSameTags(left.tags, right.tags);
  });
}

/**
 * The highlights of each leaf, by leaf id. A leaf that shows the same as in `before` keeps its very array,
 * so that only the leaves a change touches render again.
 */
export function highlightsByLeaf(projection: Projection, placed: readonly PlacedHighlight[], before: LeafHighlights): LeafHighlights {
  const byLeaf = new Map<string, ShownHighlight[]>();
  for (const { highlight, range } of placed) {
    if (!range) continue;
    for (const { leaf, start } of leavesInRange(projection, range)) {
      const shown: ShownHighlight = {
        id: highlight.id,
        start: Math.max(0, range.start - start),
        end: Math.min(leaf.text.length, range.end - start),
        colour: shownColour(highlight.colour),
        tags: highlight.tags,
        hasNote: highlight.note.trim() !== '',
        isStart: range.start >= start,
      };
      const others = byLeaf.get(leaf.id);
      if (others) others.push(shown);
      else byLeaf.set(leaf.id, [shown]);
    }
  }
  return new Map([...byLeaf].map(([leafId, shown]) => {
    const old = before.get(leafId);
    return [leafId, old && isSame(old, shown) ? old : shown];
  }));
}
