/** A measured figure. Its baseline is what the same work costs without Lectern, measured in the same run. */
export type Figure = {
  readonly figure: string;
  readonly value: number;
  readonly unit: 'ms' | 'kB' | '%' | 'quotes' | 'pages';
  readonly baseline: number;
  /** What the baseline is. */
  readonly against: string;
  /** The most that `value` may be; null when no goal is set. */
  readonly goal: number | null;
};

/** How a bench is run. `rounds` is odd and at least five; a quick run ends within a minute. */
export type BenchOptions = { readonly rounds: number; readonly isQuick: boolean; readonly folder: string; readonly tell: (line: string) => void };
export type Bench = (options: BenchOptions) => Promise<readonly Figure[]>;

const round = (value: number) => Number(value.toPrecision(4));
/** Null where the baseline is nothing. */
const ratioOf = ({ value, baseline }: Figure) => (baseline === 0 ? null : round(value / baseline));
const isMet = ({ value, goal }: Figure) => (goal === null ? null : value <= goal);

/** The figures as `--json` prints them. */
export function toJson(figures: readonly Figure[]): string {
  return JSON.stringify(figures.map((each) => ({
    figure: each.figure, value: round(each.value), unit: each.unit, baseline: round(each.baseline), ratio: ratioOf(each), goal: each.goal, met: isMet(each),
  })), null, 2);
}

/** The figures as a table for people. */
export function toTable(figures: readonly Figure[]): string {
  const metNames = new Map<boolean | null, string>([[true, 'met'], [false, 'MISSED'], [null, '']]);
  const rows = figures.map((each) => [
    each.figure, `${round(each.value)} ${each.unit}`, `${round(each.baseline)} ${each.unit}`, ratioOf(each) === null ? '–' : `${ratioOf(each)}×`, each.goal === null ? '–' : `≤ ${round(each.goal)} ${each.unit}`, metNames.get(isMet(each)) ?? '', each.against,
  ]);
  const table = [['figure', 'value', 'baseline', 'ratio', 'goal', '', 'the baseline is'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}
