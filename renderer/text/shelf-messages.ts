import { shorten } from '../../core/base/text.ts';
import { formatCount } from './format.ts';
import * as german from './de/shelf-messages.ts';
import { type Said, spoken } from '../../core/messages/spoken.ts';

const named = (name: string) => `“${shorten(name, 60)}”`;

/** What groups of shelves and their rows say. */
const shelfEnglish = {
  rename: 'Rename…',
  moreAbout: (name: string) => `More about ${name}`,
  actions: (name: string) => `Actions for ${name}`,
  name: 'Name',
} as const;
export type ShelfMessages = Said<typeof shelfEnglish>;
export const shelfMessages = spoken<ShelfMessages>({ en: shelfEnglish, de: german.shelfMessages });

/** Everything that collections say. */
const collectionEnglish = {
  title: 'Collections',
  add: 'New collection',
  addTitle: 'New collection',
  renameTitle: 'Rename collection',
  create: 'Create',
  edit: (name: string) => `Rename the collection ${named(name)}`,
  remove: 'Delete collection',
  removed: (name: string) => `Deleted the collection ${named(name)}. Its articles are where they were.`,
  collect: 'Add to collection…',
  collectTitle: (count: number) => `Collections of ${formatCount(count, 'article', 'articles')}`,
  collectTitleOf: (title: string) => `Collections of ${named(title)}`,
  none: 'There is no collection yet. Give the first a name:',
  newName: 'New collection',
  newPlaceholder: 'Name of a new collection',
  done: 'Done',
  takeOut: (name: string) => `Remove from ${named(name)}`,
  takenOut: (titles: readonly string[], name: string) => `Removed ${titles.length === 1 ? titles.map(named).join('') : formatCount(titles.length, 'article', 'articles')} from ${named(name)}`,
  empty: (name: string) => `Nothing is in ${named(name)} yet. Add the open article with`,
} as const;
export type CollectionMessages = Said<typeof collectionEnglish>;
export const collectionMessages = spoken<CollectionMessages>({ en: collectionEnglish, de: german.collectionMessages });

/** Everything that saved searches say. */
const savedSearchEnglish = {
  title: 'Searches',
  save: 'Save this search',
  saveTitle: 'Save search',
  renameTitle: 'Rename search',
  query: (query: string) => `Finds: ${shorten(query, 120)}`,
  remove: 'Delete search',
  removed: (name: string) => `Deleted the search ${named(name)}`,
  saved: (name: string) => `Saved the search ${named(name)}`,
} as const;
export type SavedSearchMessages = Said<typeof savedSearchEnglish>;
export const savedSearchMessages = spoken<SavedSearchMessages>({ en: savedSearchEnglish, de: german.savedSearchMessages });
