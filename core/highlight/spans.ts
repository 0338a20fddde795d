import type { Leaf, Mark } from '../article/blocks.ts';
import type { LanguageRun, Spoken } from '../article/languages.ts';
import type { HighlightId } from '../base/ids.ts';
import type { Range } from '../base/range.ts';

/** A highlight's range in one leaf's own offsets. */
export type LeafHighlight = Range & { readonly id: HighlightId };

/** A stretch of a leaf over which no mark and no highlight begins or ends. Spans are flat: they never nest. */
export type Span = {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** What it is written in, where that is not what its leaf is. */
  readonly spoken: Spoken | null;
  readonly highlights: readonly HighlightId[];
};

/** Cuts a leaf into flat spans, in order; joined, their texts are the leaf's text. `runs` are the stretches in another language. */
export function cutSpans(leaf: Leaf, highlights: readonly LeafHighlight[], runs: readonly LanguageRun[] = []): readonly Span[] {
  const length = leaf.text.length;
  const cuts = new Set([0, length]);
  for (const { start, end } of [...leaf.marks, ...highlights, ...runs]) {
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
      spoken: runs.find(covers(start, end)) ?? null,
      highlights: highlights.filter(covers(start, end)).map((highlight) => highlight.id),
    };
  });
}
