import { describe, expect, it } from 'vitest';
import { searchHintSentence } from './search-messages.ts';

describe('searchHintSentence', () => {
  it.each([
    [{ kind: 'value-unknown', field: 'status', value: 'gone', known: ['inbox', 'archive'] }, 'status: can’t be “gone”, so it was left out. It can be inbox, archive.'],
    [{ kind: 'date-unknown', field: 'before', value: 'yesterday' }, '“yesterday” is not a date, so before: was left out. Write 2024, 2024-05 or 2024-05-13.'],
    [{ kind: 'operator-alone', operator: 'OR' }, 'OR has nothing beside it that it could mean, so it was left out.'],
    [{ kind: 'collection-unknown', name: 'canal' }, 'There is no collection “canal”.'],
    [{ kind: 'tag-unknown', name: 'entente' }, 'There is no tag “entente”.'],
  ] as const)('says what was done with %o', (hint, sentence) => expect(searchHintSentence(hint)).toBe(sentence));
});
