import type { Leaf, Mark } from '../article/blocks.ts';
import type { HighlightId } from '../base/ids.ts';
import type { Range } from '../base/range.ts';

/** A highlight's range in one leaf's own offsets. */
export type LeafHighlight = Range & { readonly id: HighlightId };

/** A stretch of a leaf over which no mark and no highlight begins or ends. Spans are flat: they never nest. */
export type Span = {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly highlights: readonly HighlightId[];
};

/** Cuts a leaf into flat spans, in order; joined, their texts are the leaf's text. */
export function cutSpans(leaf: Leaf, highlights: readonly LeafHighlight[]): readonly Span[] {
  const length = leaf.text.length;
  const cuts = new Set([0, length]);
  for (const { start, end } of [...leaf.marks, ...highlights]) {
    cuts.add(Math.min(Math.max(start, 0), length));
    cuts.add(Math.min(Math.max(end, 0), length));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const covers = (start: number, end: number) => (range: Range) => range.start <= start && range.end >= end;
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? length;
    return {
      start,
      text: leaf.text.slice(start, end),
      marks: leaf.marks.filter(covers(start, end)),
      highlights: highlights.filter(covers(start, end)).map((highlight) => highlight.id),
    };
  });
}
