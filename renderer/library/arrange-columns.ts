import { type Column, columnNames, type ColumnName, defaultWidths, MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH } from '../../core/library/columns.ts';

type Columns = readonly Column[];

export function hasColumn(columns: Columns, name: ColumnName): boolean {
  return columns.some((column) => column.name === name);
}

/** Takes a column out, or puts it in behind those that usually stand before it. The title always stays. */
export function withColumnToggled(columns: Columns, name: ColumnName): Columns {
  if (name === 'title') return columns;
  if (hasColumn(columns, name)) return columns.filter((column) => column.name !== name);
  const before = new Set(columnNames.slice(0, columnNames.indexOf(name)));
  const at = columns.findLastIndex((column) => before.has(column.name)) + 1;
  return columns.toSpliced(at, 0, { name, width: defaultWidths[name] });
}

export function withWidth(columns: Columns, name: ColumnName, width: number): Columns {
  const within = Math.round(Math.min(Math.max(width, MIN_COLUMN_WIDTH), MAX_COLUMN_WIDTH));
  return columns.map((column) => (column.name === name ? { ...column, width: within } : column));
}

/** Moves a column one place to the left (-1) or to the right (1); at the end it stays. */
export function withColumnMoved(columns: Columns, name: ColumnName, step: 1 | -1): Columns {
  const at = columns.findIndex((column) => column.name === name);
  const column = columns[at];
  const to = at + step;
  if (!column || to < 0 || to >= columns.length) return columns;
  return columns.toSpliced(at, 1).toSpliced(to, 0, column);
}
