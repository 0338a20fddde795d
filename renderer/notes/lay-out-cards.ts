/** Cards in a column, in order: how high each is, and at which level it wants to stand, in CSS pixels. `isPinned` stands just there, if it can. */
export type ColumnCard = { readonly height: number; readonly level: number; readonly isPinned?: boolean };

/** A run of cards that touch each other: how much weight they have, and where, on the average, they want the run to begin. */
type Run = { weight: number; wanted: number; count: number };

const PINNED_WEIGHT = 1e9;

/** The tops of cards one below the other, from 0 on. */
export function stackCards(heights: readonly number[], gap: number): readonly number[] {
  let top = 0;
  return heights.map((height) => {
    const own = top;
    top += height + gap;
    return own;
  });
}

/**
 * The tops of cards that stand as near their levels as can be: in order, none over another, none above 0, with the least
 * sum of squared distances (isotonic regression by pooling adjacent violators).
 */
export function layOutCards(cards: readonly ColumnCard[], gap: number): readonly number[] {
  const stacked = stackCards(cards.map(({ height }) => height), gap);
  const runs: Run[] = [];
  for (const [index, { level, isPinned }] of cards.entries()) {
    const weight = isPinned ? PINNED_WEIGHT : 1;
    let run: Run = { weight, wanted: level - (stacked[index] ?? 0), count: 1 };
    for (let before = runs.at(-1); before && before.wanted >= run.wanted; before = runs.at(-1)) {
      runs.pop();
      const both = before.weight + run.weight;
      run = { weight: both, wanted: (before.wanted * before.weight + run.wanted * run.weight) / both, count: before.count + run.count };
    }
    runs.push(run);
  }
  const shifts = runs.flatMap(({ wanted, count }) => new Array<number>(count).fill(Math.max(0, wanted)));
  return stacked.map((top, index) => top + (shifts[index] ?? 0));
}
