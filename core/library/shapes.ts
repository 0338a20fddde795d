import { foldText, normaliseLine } from '../base/text.ts';
import { NOTE_LENGTH_LIMIT } from '../highlight/highlight.ts';
import { TAG_NAME_LENGTH_LIMIT } from '../tag/tag.ts';
import type { KeyedRecord, Shape } from './document-state.ts';

export const articleShape: Shape = {
  records: 'highlights', texts: ['summary', 'note'], textLimit: NOTE_LENGTH_LIMIT, ownSets: ['putBack'], recordSets: ['tags'],
  greatest: ['changedAt', 'progress', 'position'], cleared: ['binnedAt'], settle: (records) => records,
};

const nameOf = (tag: KeyedRecord): string => (typeof tag['name'] === 'string' ? tag['name'] : '');
const folded = (name: string): string => foldText(normaliseLine(name));

/** Two people may have made a tag of one name each. Both stay; the later one is shown with a number, so that no two names are equal. */
function withOwnNames(tags: readonly KeyedRecord[]): readonly KeyedRecord[] {
  const taken = new Set(tags.map((tag) => folded(nameOf(tag))));
  const met = new Set<string>();
  return tags.map((tag) => {
    const name = nameOf(tag);
    if (!met.has(folded(name))) {
      met.add(folded(name));
      return tag;
    }
    let number = 2;
    const numbered = () => `${name.slice(0, TAG_NAME_LENGTH_LIMIT - 8).toWellFormed()} (${number})`;
    while (taken.has(folded(numbered()))) number += 1;
    taken.add(folded(numbered()));
    met.add(folded(numbered()));
    return { ...tag, name: numbered() };
  });
}

export const codebookShape: Shape = {
  records: 'tags', texts: ['definition'], textLimit: NOTE_LENGTH_LIMIT, ownSets: [], recordSets: [], greatest: [], cleared: [], settle: withOwnNames,
};
