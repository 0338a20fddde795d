import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { speak } from '../base/language.ts';
import { redoLabel, undoLabel } from './edit-names.ts';
import { damageClause } from './fault-messages.ts';
import { versionChangeWords } from './history-messages.ts';
import { mergeSentence } from './merge-messages.ts';
import { searchHintSentence } from './search-messages.ts';

beforeEach(() => speak('de'));
afterEach(() => speak('en'));

describe('in German', () => {
  it.each([
    ['a merge', () => mergeSentence({ file: 'codebook.json', copy: null, conflicts: [{ field: 'note', recordId: 'a' }, { field: 'note', recordId: 'b' }, { field: 'summary', recordId: null }, { field: 'title', recordId: null }] }),
      'codebook.json wurde während der Arbeit von einem anderen Programm geändert; beide Änderungen wurden zusammengeführt. An beiden Orten geändert: 2 Notizen und die Zusammenfassung. Beide Texte sind da, mit einer Linie dazwischen. Auch an beiden Orten geändert: den Titel. Prüfen, ob das Gewünschte dort steht.'],
    ['a hint of the search', () => searchHintSentence({ kind: 'date-unknown', field: 'before', value: 'gestern' }), '„gestern“ ist kein Datum; before: wurde weggelassen. Schreibweise: 2024, 2024-05 oder 2024-05-13.'],
    ['what a version changed', () => versionChangeWords({ kind: 'detail-changed', field: 'byline' }), 'den Autor geändert'],
    ['where an article went', () => versionChangeWords({ kind: 'status-changed', status: 'reading' }), 'in die Lektüre verschoben'],
    ['a step to undo', () => undoLabel('remove-highlight'), 'Rückgängig: Markierung löschen'],
    ['nothing to do again', () => redoLabel(null), 'Wiederholen'],
  ])('says %s', (_, say, sentence) => expect(say()).toBe(sentence));

  it('still writes into the library in English, since what lies there is for every language', () => {
    expect(damageClause('empty')).toBe('it is empty');
  });
});
