import { shorten } from '../../../core/base/text.ts';
import { formatNumber } from '../format.ts';
import type { CollectionMessages, SavedSearchMessages, ShelfMessages } from '../shelf-messages.ts';

const named = (name: string) => `„${shorten(name, 60)}“`;
const articles = (count: number) => `${formatNumber(count)} Artikel`;

export const shelfMessages: ShelfMessages = {
  rename: 'Umbenennen\u00a0…',
  moreAbout: (name) => `Mehr zu ${name}`,
  actions: (name) => `Aktionen für ${name}`,
  name: 'Name',
};

export const collectionMessages: CollectionMessages = {
  title: 'Sammlungen',
  add: 'Neue Sammlung',
  addTitle: 'Neue Sammlung',
  renameTitle: 'Sammlung umbenennen',
  create: 'Anlegen',
  edit: (name) => `Sammlung ${named(name)} umbenennen`,
  remove: 'Sammlung löschen',
  removed: (name) => `Sammlung ${named(name)} gelöscht. Ihre Artikel sind, wo sie waren.`,
  collect: 'Zu Sammlung hinzufügen\u00a0…',
  collectTitle: (count) => `Sammlungen von ${articles(count)}${count === 1 ? '' : 'n'}`,
  collectTitleOf: (title) => `Sammlungen von ${named(title)}`,
  none: 'Es gibt noch keine Sammlung. Name der ersten:',
  newName: 'Neue Sammlung',
  newPlaceholder: 'Name einer neuen Sammlung',
  done: 'Fertig',
  takeOut: (name) => `Aus ${named(name)} entfernen`,
  takenOut: (titles, name) => `${titles.length === 1 ? titles.map(named).join('') : articles(titles.length)} aus ${named(name)} entfernt`,
  empty: (name) => `In ${named(name)} ist noch nichts. Den offenen Artikel hinzufügen mit`,
};

export const savedSearchMessages: SavedSearchMessages = {
  title: 'Suchen',
  save: 'Diese Suche speichern',
  saveTitle: 'Suche speichern',
  renameTitle: 'Suche umbenennen',
  query: (query) => `Findet: ${shorten(query, 120)}`,
  remove: 'Suche löschen',
  removed: (name) => `Suche ${named(name)} gelöscht`,
  saved: (name) => `Suche ${named(name)} gespeichert`,
};
