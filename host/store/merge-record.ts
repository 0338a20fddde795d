import type { MergeReport } from '../../core/base/merge-report.ts';

/** What was merged since the library was opened, and who is told of it as it happens. */
export type MergeRecord = {
  note(reports: readonly MergeReport[]): void;
  list(): readonly MergeReport[];
  /** One listener: the store, which tells its own. */
  follow(listener: (reports: readonly MergeReport[]) => void): void;
};

export function makeMergeRecord(): MergeRecord {
  const merges: MergeReport[] = [];
  let tell: (reports: readonly MergeReport[]) => void = () => undefined;
  return {
    note(reports) {
      merges.push(...reports);
      if (reports.length > 0) tell(reports);
    },
    list: () => merges,
    follow: (listener) => void (tell = listener),
  };
}
