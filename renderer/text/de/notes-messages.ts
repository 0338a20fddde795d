import type { Place } from '../../../core/article/place.ts';
import { assertNever } from '../../../core/base/never.ts';
import { formatCount, formatNumber } from '../format.ts';
import type { NotesMessages, TagMessages } from '../notes-messages.ts';

export const pagesLabel = (pages: string): string => `S.\u00a0${pages}`;

export function placeLabel(place: Place): string {
  switch (place.kind) {
    case 'paragraph': return `¶\u00a0${formatNumber(place.number)}`;
    case 'heading': return `Überschrift\u00a0${formatNumber(place.number)}`;
    case 'caption': return `Bildtext\u00a0${formatNumber(place.number)}`;
    case 'table': return `Tabelle\u00a0${formatNumber(place.number)}`;
    case 'aside': return `Beiseite\u00a0${formatNumber(place.number)}`;
    case 'title': return 'Titel';
    case 'dek': return 'Vorspann';
    case 'byline': return 'Autorzeile';
    case 'dateline': return 'Ortsmarke';
    default: return assertNever(place);
  }
}

const highlights = (count: number) => formatCount(count, 'Markierung', 'Markierungen');

export const notesMessages: NotesMessages = {
  notes: 'Notizen',
  count: highlights,
  arrangement: 'Anordnung der Notizen',
  beside: 'Daneben',
  inOrder: 'Liste',
  byTag: 'Schlagwort',
  untagged: 'Ohne Schlagwort',
  summary: 'Zusammenfassung',
  summaryPlaceholder: 'Zusammenfassung des Artikels: das Wesentliche in ein, zwei Zeilen\u00a0…',
  editSummary: 'Zusammenfassung bearbeiten',
  nothingOpen: 'Hier erscheinen die Notizen zu einem Artikel.',
  emptyBefore: 'Wörter im Artikel auswählen und',
  emptyAfter: ' drücken oder eine Farbe wählen: Die Markierung erscheint hier, mit Platz für Notiz und Schlagwörter.',
  showAll: 'Alles zeigen',
  showLess: 'Weniger zeigen',
  note: 'Notiz',
  tags: 'Schlagwörter',
  noteOn: (quote) => `Notiz zu „${quote}“`,
  notePlaceholder: 'Notiz schreiben, auch in Markdown\u00a0…',
  actions: 'Markierung',
  colour: 'Farbe',
  addNote: 'Notiz hinzufügen',
  editNote: 'Notiz bearbeiten',
  editTags: 'Schlagwörter bearbeiten',
  copyQuote: 'Zitat kopieren',
  delete: 'Markierung löschen',
  completions: 'Vorschläge',
  linkedFrom: 'Verlinkt von',
  filter: 'Notizen filtern',
  filterWords: 'Zitate, Notizen, Schlagwörter',
  anyNote: 'Alle',
  withNote: 'Mit Notiz',
  withoutNote: 'Ohne',
  clearFilter: 'Filter aufheben',
  countOf: (shown, all) => `${formatNumber(shown)} von ${highlights(all)}`,
  nothingFiltered: 'Keine Notiz dieses Artikels passt zum Filter.',
  markedCard: (card) => `${card}, angekreuzt`,
  marked: (count) => `${formatCount(count, 'Karte', 'Karten')} angekreuzt`,
  clearMarks: 'Kreuze aufheben',
  addTag: 'Schlagwort hinzufügen',
  copyMarked: 'Kopieren',
  mergeNotes: 'Notizen vereinen',
  deleteMarked: 'Löschen',
  undo: 'Rückgängig',
  tagged: (count) => `${highlights(count)} verschlagwortet`,
  coloured: (count) => `Farbe von ${highlights(count)} geändert`,
  deletedMany: (count) => `${highlights(count)} gelöscht`,
  copiedMany: (count) => `${highlights(count)} als Markdown kopiert`,
  mergedNotes: (count) => `Notizen von ${highlights(count)} vereint`,
  tooLongToMerge: 'Zusammen sind diese Notizen zu lang für eine; sie blieben, wie sie waren.',
};

export const tagMessages: TagMessages = {
  placeholder: 'Schlagwort hinzufügen\u00a0…',
  remove: (name) => `Schlagwort ${name} entfernen`,
  edit: (name) => `Schlagwort ${name} bearbeiten`,
  create: (name) => `Schlagwort „${name}“ anlegen`,
  options: 'Schlagwörter zur Auswahl',
  use: highlights,
  dialog: 'Schlagwort bearbeiten',
  name: 'Name',
  colour: 'Farbe',
  definition: 'Definition',
  definitionPlaceholder: 'Wann dieses Schlagwort passt und wann nicht\u00a0…',
  save: 'Speichern',
  cancel: 'Abbrechen',
  removeTag: 'Schlagwort entfernen',
  inUse: (count) => `An ${highlights(count)}. Zum Entfernen zuerst dort lösen.`,
  removed: (name) => `Schlagwort „${name}“ entfernt`,
  undo: 'Rückgängig',
};
