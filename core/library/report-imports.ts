import type { ImportReport } from '../base/import-report.ts';
import type { Result } from '../base/result.ts';
import type { Imported } from './imports.ts';

/** What became of one of the things that were to come in; `left-out` is what nobody asked for any more. */
export type ImportOutcome = Result<Imported> | 'left-out';

const kindOf = (outcome: ImportOutcome): keyof Omit<ImportReport, 'all'> => {
  if (outcome === 'left-out') return 'leftOut';
  if (!outcome.ok) return 'faults';
  switch (outcome.value.kind) {
    case 'article': return 'articles';
    case 'readings': return 'exports';
    case 'known': return 'known';
    case 'version': return outcome.value.version.undo.length > 0 ? 'versions' : 'unchanged';
  }
};

/** Counts how things fared that were to come in. */
export function reportImports(outcomes: readonly (ImportOutcome | null)[]): ImportReport {
  const known = outcomes.filter((outcome) => outcome !== null);
  const count = (kind: keyof ImportReport) => known.filter((outcome) => kindOf(outcome) === kind).length;
  return {
    all: outcomes.length, articles: count('articles'), versions: count('versions'), unchanged: count('unchanged'), exports: count('exports'), known: count('known'), leftOut: count('leftOut'),
    faults: known.flatMap((outcome) => (outcome === 'left-out' || outcome.ok ? [] : [outcome.fault])),
  };
}
