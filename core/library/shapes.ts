import { foldName, NAME_LENGTH_LIMIT } from '../base/named-record.ts';
import { NOTE_LENGTH_LIMIT } from '../highlight/highlight.ts';
import { isStandInName } from '../tag/tag.ts';
import type { KeyedRecord, Shape } from './document-state.ts';

export const articleShape: Shape = {
  records: 'highlights', texts: ['summary', 'note'], textLimit: NOTE_LENGTH_LIMIT, ownSets: ['putBack'], recordSets: ['tags'],
  greatest: ['changedAt', 'progress', 'position', 'resume', 'versions'], cleared: ['binnedAt'], isStandIn: () => false, settle: (records) => records,
};

const nameOf = (record: KeyedRecord): string => (typeof record['name'] === 'string' ? record['name'] : '');

/** Two people may have made a tag of one name each. Both stay; the later one is shown with a number, so that no two names are equal. */
function withOwnNames(records: readonly KeyedRecord[]): readonly KeyedRecord[] {
  const taken = new Set(records.map((record) => foldName(nameOf(record))));
  const met = new Set<string>();
  return records.map((record) => {
    const name = nameOf(record);
    if (!met.has(foldName(name))) {
      met.add(foldName(name));
      return record;
    }
    let number = 2;
    const numbered = () => `${name.slice(0, NAME_LENGTH_LIMIT - 8).toWellFormed()} (${number})`;
    while (taken.has(foldName(numbered()))) number += 1;
    taken.add(foldName(numbered()));
    met.add(foldName(numbered()));
    return { ...record, name: numbered() };
  });
}

const namedRecords = { texts: [], textLimit: NOTE_LENGTH_LIMIT, ownSets: [], recordSets: [], greatest: [], cleared: [], isStandIn: () => false, settle: withOwnNames };

export const codebookShape: Shape = { ...namedRecords, records: 'tags', texts: ['definition'], isStandIn: (record) => isStandInName(nameOf(record)) };
export const collectionsShape: Shape = { ...namedRecords, records: 'collections', recordSets: ['articles'] };
export const searchesShape: Shape = { ...namedRecords, records: 'searches' };
