import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../base/import-report.ts';
import { importSentences } from './import-messages.ts';

const none: ImportReport = { all: 0, articles: 0, versions: 0, unchanged: 0, exports: 0, known: 0, leftOut: 0, faults: [] };
const empty = { code: 'file-empty', name: 'a.txt' } as const;

describe('importSentences', () => {
  it.each([
    ['all', { ...none, all: 2, articles: 2 }, '2 of 2 came in.'],
    ['what could not', { ...none, all: 1_000, articles: 998, faults: [empty, empty] }, '998 of 1,000 came in; 2 could not.'],
    ['what was there', { ...none, all: 5, articles: 1, versions: 1, unchanged: 1, known: 2 }, '2 of 5 came in, 1 of them as a new version; 1 is in the library already, with the same text; 2 are in the library already.'],
    ['what waits, and what was left out', { ...none, all: 3, exports: 1, leftOut: 2 }, '0 of 3 came in; 1 holds highlights of other programs; 2 were left out.'],
  ])('tells %s', (_, report, sentence) => expect(importSentences(report)).toBe(sentence));
});
