/** Two positions that belong together: in the text, and in the notes. */
export type Pair = readonly [text: number, notes: number];

/** Pairs from which positions on either side can be read off: growing on both, from the tops to the ends. */
export function makeScale(pairs: readonly Pair[], ends: Pair): readonly Pair[] {
  const scale: Pair[] = [[0, 0]];
  for (const pair of pairs) {
    const last = scale.at(-1) ?? [0, 0];
    if (pair[0] > last[0] && pair[1] > last[1] && pair[0] < ends[0] && pair[1] < ends[1]) scale.push(pair);
  }
  scale.push(ends);
  return scale;
}

/** The position on the other side, between those of the pairs around it. `from` is 0 for one in the text, 1 for one in the notes. */
export function readScale(scale: readonly Pair[], from: 0 | 1, position: number): number {
  const to = from === 0 ? 1 : 0;
  const next = scale.findIndex((pair) => pair[from] >= position);
  const [before, after] = [scale[next - 1], scale[next === -1 ? scale.length - 1 : next]];
  if (!after) return 0;
  if (!before || after[from] === before[from]) return after[to];
  return before[to] + ((position - before[from]) / (after[from] - before[from])) * (after[to] - before[to]);
}
