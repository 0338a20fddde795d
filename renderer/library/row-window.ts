/** The rows of a long list that are in the page: from `from` up to, not including, `to`. */
export type RowWindow = { readonly from: number; readonly to: number };

/** Rows that are added at an end that comes near the screen. */
const STEP = 200;

export const firstRows: RowWindow = { from: 0, to: STEP };

export function withRowsBefore({ from, to }: RowWindow): RowWindow {
  return { from: Math.max(0, from - STEP), to };
}

export function withRowsAfter({ from, to }: RowWindow): RowWindow {
  return { from, to: to + STEP };
}

/** A window that holds the row: the same if it does already, else a new one about it. */
export function windowAround(rows: RowWindow, index: number): RowWindow {
  if (index >= rows.from && index < rows.to) return rows;
  return { from: Math.max(0, index - STEP / 2), to: index + STEP / 2 };
}
