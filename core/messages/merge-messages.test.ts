import { describe, expect, it } from 'vitest';
import { mergeSentence } from './merge-messages.ts';

const copy = 'articles/x.sync-conflict-20260101-120000-ABCDEFG.json';

describe('the sentence for a merge', () => {
  it.each([
    ['says what was taken in, and where the copy is', { file: 'articles/x.json', copy, conflicts: [] }, `${copy}, a sync program’s copy of articles/x.json, was merged into it. The copy is kept in the folder “merged”.`],
    ['says that another program wrote the document itself', { file: 'codebook.json', copy: null, conflicts: [] }, 'codebook.json was changed by another program while you worked; its changes and yours were merged.'],
    [
      'says which texts stand twice, and which values need a look',
      { file: 'codebook.json', copy: null, conflicts: [{ field: 'note', recordId: 'a' }, { field: 'note', recordId: 'b' }, { field: 'summary', recordId: null }, { field: 'title', recordId: null }] },
      'codebook.json was changed by another program while you worked; its changes and yours were merged. Both places had changed 2 notes and the summary: you find both texts, with a line between them. Both had changed the title too: look whether what stands there now is what you want.',
    ],
  ])('%s', (_, report, sentence) => expect(mergeSentence(report)).toBe(sentence));
});
