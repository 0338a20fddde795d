/** Rows that Page Up and Page Down go by. */
const PAGE = 10;

/** The row that a key moves to in a list of so many; null when it moves to none. */
export function nextRow(key: string, current: number, count: number): number | null {
  const clamp = (index: number) => Math.min(Math.max(index, 0), count - 1);
  const moves: Readonly<Record<string, number>> = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + PAGE, PageUp: current - PAGE, Home: 0, End: count - 1 };
  const next = moves[key];
  return next === undefined || count === 0 ? null : clamp(next);
}
