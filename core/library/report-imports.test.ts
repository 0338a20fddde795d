import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../base/result.ts';
import { type ImportOutcome, reportImports } from './report-imports.ts';

const version = (undo: readonly unknown[]) => succeed({ kind: 'version', version: { undo } });

describe('reportImports', () => {
  it('counts each outcome once, and what no outcome is known of yet in all', () => {
    const fault = { code: 'file-empty', name: 'a.txt' } as const;
    const outcomes = [succeed({ kind: 'article' }), version([{}]), version([]), succeed({ kind: 'readings' }), succeed({ kind: 'known' }), fail(fault), 'left-out', null] as unknown as ImportOutcome[];
    expect(reportImports(outcomes)).toEqual({ all: 8, articles: 1, versions: 1, unchanged: 1, exports: 1, known: 1, leftOut: 1, faults: [fault] });
  });
});
