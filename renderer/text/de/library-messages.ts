import type { Status } from '../../../core/article/article.ts';
import { shorten } from '../../../core/base/text.ts';
import { BIN_DAYS } from '../../../core/library/bin.ts';
import type { ColumnName } from '../../../core/library/columns.ts';
import { formatCount, formatNumber, formatPercent } from '../format.ts';
import type { AccessMessages, AddMessages, DetailsMessages, ExportMessages, HeaderMessages, LibraryMessages, ReadingMessages, ReadingsMessages, SearchMessages, StatusMessages, VanishedMessages } from '../library-messages.ts';

const titled = (title: string) => `„${shorten(title, 60)}“`;
const articles = (count: number) => `${formatNumber(count)} Artikel`;
const files = (count: number) => formatCount(count, 'Datei', 'Dateien');
/** One article by its title, several by their number. */
const named = (titles: readonly string[]) => (titles.length === 1 ? titles.map(titled).join('') : articles(titles.length));

export const statusNames: Readonly<Record<Status, string>> = { inbox: 'Eingang', reading: 'Lektüre', archive: 'Archiv' };

const into: Readonly<Record<Status, string>> = { inbox: 'in den Eingang', reading: 'in die Lektüre', archive: 'ins Archiv' };

export const sortNames: Readonly<Record<ColumnName, string>> = {
  title: 'Titel', byline: 'Autor', source: 'Quelle', published: 'Erscheinungsdatum', imported: 'Hinzugefügt', changed: 'Geändert',
  status: 'Status', progress: 'Lesestand', words: 'Länge', highlights: 'Markierungen', notes: 'Notizen', reviews: 'Zu prüfen', tags: 'Schlagwörter',
};

export const columnLabels: Readonly<Record<ColumnName, string>> = { ...sortNames, published: 'Erschienen', imported: 'Erfasst', progress: 'Gelesen', highlights: 'Markiert' };

export const libraryMessages: LibraryMessages = {
  library: 'Bibliothek',
  shelves: 'Regale',
  articles: 'Artikel',
  bin: 'Papierkorb',
  toReview: 'Zu prüfen',
  reviewCount: (count) => `${formatNumber(count)} zu prüfen`,
  tags: 'Schlagwörter',
  results: 'Treffer',
  editTag: (name) => `Schlagwort „${name}“ bearbeiten`,
  resultCount: (found, all) => `${formatNumber(found)} von ${formatNumber(all)}`,
  minutes: (minutes) => `${formatNumber(minutes)}\u00a0Min.`,
  read: (progress) => `${formatPercent(progress)} gelesen`,
  sortedBy: (sortBy) => `Sortieren. Jetzt: ${sortNames[sortBy]}`,
  sortedByMatch: 'Sortieren. Jetzt: beste Treffer',
  bestMatch: 'Beste Treffer',
  reversed: 'Umgekehrte Reihenfolge',
  sort: 'Sortieren nach',
  moreAbout: (title) => `Mehr zu ${title}`,
  actions: 'Artikel',
  moveTo: (status) => `${into[status].charAt(0).toUpperCase()}${into[status].slice(1)} verschieben`,
  editDetails: 'Angaben bearbeiten\u00a0…',
  exportArticle: 'Als Markdown exportieren\u00a0…',
  binArticle: 'In den Papierkorb legen',
  restoreArticle: 'Wiederherstellen',
  earlierVersions: 'Frühere Fassungen\u00a0…',
  emptyTheBin: 'Papierkorb leeren\u00a0…',
  deleteNow: 'Endgültig löschen',
  deleteForGood: 'Jetzt löschen\u00a0…',
  binLeft: (days) => (days === 0 ? 'wird beim nächsten Start gelöscht' : `noch ${formatCount(days, 'Tag', 'Tage')}`),
  deleteTitle: 'Endgültig löschen',
  deleteOne: (title) => `${titled(title)} jetzt löschen, vor Ablauf der ${BIN_DAYS} Tage im Papierkorb?`,
  deleteMany: (count) => `Die ${articles(count)} im Papierkorb jetzt löschen, vor Ablauf der ${BIN_DAYS} Tage?`,
  deleteKeeps: 'Das lässt sich nicht rückgängig machen. Die letzte Fassung mit Markierungen und Notizen bleibt im Ordner „history“ der Bibliothek, ebenso der Text und die Originaldatei: „lectern history ID --restore REV“ holt einen Artikel zurück.',
  deletedForGood: (count) => `${articles(count)} endgültig gelöscht`,
  deletedSome: (gone, all) => `${formatNumber(gone)} von ${articles(all)} gelöscht. Die übrigen wurden inzwischen aus dem Papierkorb geholt, oder die History konnte sie nicht aufnehmen; sie sind, wie sie waren.`,
  binned: (titles) => `${named(titles)} in den Papierkorb gelegt`,
  restored: (titles) => `${named(titles)} wiederhergestellt`,
  moved: (titles, status) => `${named(titles)} ${into[status]} verschoben`,

  selected: 'ausgewählt',
  selection: 'Ausgewählte Artikel',
  moreForSelection: 'Mehr zum ausgewählten Artikel',
  selectedCount: (count) => `${formatNumber(count)} ausgewählt`,
  clearSelection: 'Auswahl aufheben',
  select: (title) => `${title} auswählen`,
  selectAll: 'Alle auswählen',

  showTable: 'Als Tabelle zeigen',
  leaveTable: 'Zurück zum Artikel',
  columns: 'Spalten',
  usualColumns: 'Übliche Spalten',
  fitColumn: (name) => `„${columnLabels[name]}“ dem Inhalt anpassen`,
  columnLeft: (name) => `„${columnLabels[name]}“ nach links`,
  columnRight: (name) => `„${columnLabels[name]}“ nach rechts`,
  columnWidth: (name, width) => `${columnLabels[name]}: ${formatNumber(width)} Pixel breit`,
  wordsAndMinutes: (words, minutes) => `${formatNumber(words)} · ${formatNumber(minutes)}\u00a0Min.`,

  emptyLibrary: 'Noch nichts hier. Eine Datei auf das Fenster ziehen oder einen Artikel einfügen.',
  emptyInbox: 'Der Eingang ist leer. Neue Artikel kommen hier an.',
  emptyReading: 'Zurzeit wird nichts gelesen. Wer einen Artikel beginnt, verschiebt ihn über dessen Menü hierher.',
  emptyArchive: 'Noch nichts archiviert. Einen offenen Artikel weglegen mit',
  emptyTag: (name) => `Noch keine Markierung hat das Schlagwort „${name}“. Eine Markierung wählen, dann`,
  emptyBin: 'Der Papierkorb ist leer.',
  emptyReview: 'Keine Markierung ist zu prüfen. Verschiebt oder verliert eine neue Fassung eines Artikels welche, steht er hier.',
  binKeeps: `Gelöschte Artikel bleiben ${BIN_DAYS} Tage.`,
  noMatch: (filter) => `Kein Artikel passt zu „${shorten(filter, 40)}“.`,
  clearFilter: 'Suche aufheben',

  damaged: (count) => `${files(count)} nicht lesbar`,
  damagedTitle: 'Nicht lesbare Dateien',
  damagedLead: 'Alles andere in der Bibliothek arbeitet wie immer. Lectern hat an diesen Dateien nichts geändert.',
  merged: (count) => `${files(count)} zusammengeführt`,
  mergedTitle: 'An zwei Orten geändert',
  mergedLead: 'Kopien dieser Dateien waren an zwei Orten geändert worden. Die Änderungen von beiden sind in der Bibliothek.',
  keptAs: (file) => `Erhalten als ${file}`,
};

export const vanishedMessages: VanishedMessages = {
  label: 'Artikel fehlen',
  sentence: (count, total, folder) => `${formatNumber(count)} der ${formatNumber(total)} Artikel von ${folder} sind plötzlich nicht mehr in ihrem Ordner. Nichts wurde aus der Liste genommen. Die Dateien zurückholen, aus dem Papierkorb des Programms, das den Ordner abgleicht, aus der Versionsverwaltung oder aus einer Sicherung, und erneut nachsehen.`,
  lookAgain: 'Erneut nachsehen',
  areMeant: 'Sie sollen fort sein',
};

export const accessMessages: AccessMessages = {
  readOnly: 'Nur lesen',
  tryAgain: 'Erneut versuchen',
  isWritable: 'Die Bibliothek lässt sich jetzt ändern.',
  stillReadOnly: (reason) => `Weiterhin nur lesbar. ${reason}`,
};

export const addMessages: AddMessages = {
  title: 'Artikel hinzufügen',
  pasteLabel: 'Text eines Artikels oder Adresse einer Seite einfügen',
  placeholder: 'Text oder Adresse hier einfügen\u00a0…',
  as: 'Hinzufügen als',
  asText: 'Reiner Text',
  asPage: 'Formatierte Seite',
  add: 'Artikel hinzufügen',
  chooseFiles: 'Dateien wählen\u00a0…',
  chooseFolder: 'Ordner wählen\u00a0…',
  emptyFolder: 'In diesem Ordner ist keine Datei, die Lectern lesen kann. Es wurde nichts hinzugefügt.',
  showReport: 'Zeigen',
  pause: 'Anhalten',
  goOn: 'Weiter',
  stop: 'Beenden',
  paused: (done, all) => `Angehalten: ${formatNumber(done)} von ${formatNumber(all)} erledigt`,
  leftOut: (name) => `${titled(name)} wurde weggelassen`,
  known: (name, title, isSame) => `${titled(name)} ist schon in der Bibliothek${title === name ? '' : ` als ${titled(title)}`}${isSame ? '' : ', mit einem anderen Text derselben Adresse'}`,
  knownLead: 'Was schon in der Bibliothek ist:',
  addVersions: 'Als neue Fassungen hinzufügen',
  addBoth: 'Noch einmal hinzufügen',
  leaveOut: 'Weglassen',
  more: (count) => `und ${formatNumber(count)} weitere`,
  dropHint: 'oder auf das Fenster ziehen: Webseiten, PDF, EPUB, Word, reinen Text, Markdown und Markierungen aus anderen Programmen',
  pastedText: 'Eingefügter Text',
  waiting: 'Wird hinzugefügt\u00a0…',
  added: (title) => `${titled(title)} hinzugefügt`,
  looked: (name) => `In ${titled(name)} nachgesehen`,
  addedMany: (count) => `${articles(count)} hinzugefügt`,
  adding: (done, all) => `${formatNumber(done + 1)} von ${formatNumber(all)} wird hinzugefügt\u00a0…`,
  progress: 'Was hinzugefügt wird',
  dropHere: 'Loslassen, um zur Bibliothek hinzuzufügen',
};

export const readingsMessages: ReadingsMessages = {
  title: (program) => `Markierungen aus ${program} hinzufügen`,
  wanted: 'Was hinzukommen soll',
  isNew: 'neu',
  isThere: (title, isAdding) => (isAdding ? `ergänzt ${titled(title)}` : `vorhanden als ${titled(title)}`),
  quotesOnly: 'nur Zitate, bis der Text hinzukommt',
  highlights: (fresh, known) => (known === 0 ? formatCount(fresh, 'Markierung', 'Markierungen') : fresh === 0 ? `${formatCount(known, 'Markierung', 'Markierungen')}, alle schon vorhanden` : `${formatCount(fresh, 'neue Markierung', 'neue Markierungen')}, ${formatNumber(known)} schon vorhanden`),
  untitled: 'Ohne Titel',
  unread: (count) => `Was nicht gelesen werden kann (${formatNumber(count)})`,
  all: 'Alle',
  take: 'Hinzufügen',
  leave: 'Nicht hinzufügen',
  taken: (highlights, count) => `${formatCount(highlights, 'Markierung', 'Markierungen')} in ${articles(count)} hinzugefügt`,
  tagsTaken: (count) => `${formatCount(count, 'Schlagwort', 'Schlagwörter')} hinzugefügt`,
};

export const exportMessages: ExportMessages = {
  export: 'Export',
  article: 'Dieser Artikel\u00a0…',
  articleByTag: 'Dieser Artikel, nach Schlagwort\u00a0…',
  library: 'Alle Notizen\u00a0…',
  copy: 'Als Markdown kopieren',
  saved: (count, folder) => (count === 1 ? `Nach ${folder} exportiert` : `${files(count)} nach ${folder} exportiert`),
  downloaded: (name) => `${titled(name)} exportiert`,
  copied: 'Als Markdown kopiert',
  copyRefused: 'Die Zwischenablage ließ sich nicht beschreiben; nichts wurde kopiert. Stattdessen in eine Datei exportieren.',
  nothing: 'Es gibt noch nichts zu exportieren: zuerst einen Artikel hinzufügen.',
  archiveName: 'Lectern-Notizen.zip',
  copyName: 'Ungespeicherte Notizen.md',
  savedCopy: (folder) => `Kopie in ${folder} gespeichert`,
};

export const detailsMessages: DetailsMessages = {
  title: 'Angaben',
  fields: { title: 'Titel', label: 'Dachzeile', dek: 'Vorspann', byline: 'Autor', source: 'Quelle', published: 'Erschienen', url: 'Adresse', language: 'Sprache', direction: 'Schreibrichtung' },
  hints: { published: 'Ein Jahr, ein Monat oder ein Tag: 2021, 2021-11 oder 2021-11-24', language: 'Ein Kürzel wie de, en oder zh-Hant' },
  faults: {
    title: 'Ein Artikel braucht einen Titel.',
    published: 'Dieses Datum versteht Lectern nicht. Schreibweise: 2021, 2021-11 oder 2021-11-24.',
    url: 'Die Adresse mit http:// oder https:// beginnen, ohne Leerzeichen.',
    language: 'Ein Sprachkürzel wie de, en oder zh-Hant angeben.',
    tooLong: 'Das ist zu lang.',
  },
  directions: { ltr: 'Nach rechts', rtl: 'Nach links' },
  facts: 'Herkunft',
  original: 'Original',
  encoding: 'Gelesen als',
  imported: 'Hinzugefügt',
  size: 'Größe',
  byte: 'Byte',
  bytes: 'Byte',
  words: 'Wörter',
};

export const readingMessages: ReadingMessages = {
  title: 'Lesen',
  theme: 'Darstellung',
  themes: { system: 'System', light: 'Hell', sepia: 'Sepia', night: 'Nacht', contrast: 'Kontrast' },
  typeface: 'Schriftart',
  typefaces: { serif: 'Serifen', sans: 'Serifenlos', legible: 'Gut lesbar' },
  textSize: 'Schriftgröße',
  lineHeight: 'Zeilenabstand',
  measure: 'Zeilenbreite',
  paragraphSpacing: 'Absatzabstand',
  justified: 'Blocksatz',
  hyphenated: 'Silbentrennung',
  hyphenatedHint: 'Wirkt in Sprachen, deren Trennung dieses System kennt.',
  singleKeys: 'Tastenkürzel aus einem einzelnen Buchstaben',
  singleKeysHint: 'H markiert, N schreibt eine Notiz, J und K gehen von Markierung zu Markierung. Abschalten, wenn sie beim Diktieren oder bei der Schaltersteuerung stören.',
  reset: 'Wie üblich',
  shortcuts: 'Tastenkürzel',
  language: 'Sprache',
  languageOfSystem: 'Wie das System',
};

export const statusMessages: StatusMessages = {
  saved: 'Gespeichert',
  saving: 'Wird gespeichert\u00a0…',
  notSaved: (sentence, names) => (names.length === 0 ? `Nicht gespeichert. ${sentence}` : `Nicht gespeichert: ${names.slice(0, 3).map((name) => `„${name}“`).join(', ')}${names.length > 3 ? ` und ${names.length - 3} weitere` : ''}. ${sentence}`),
  retry: 'Erneut versuchen',
  saveCopy: 'Kopie speichern\u00a0…',
  copyUnsaved: 'Ungespeicherten Text kopieren',
  copyRefused: 'Text kopieren',
  unsavedCopied: 'Ungespeicherten Text kopiert',
  counts: (highlights, tags) => `${formatCount(highlights, 'Markierung', 'Markierungen')} · ${formatCount(tags, 'Schlagwort', 'Schlagwörter')}`,
  library: (folder) => `Bibliothek: ${folder}`,
  reading: (done, total) => `Bibliothek wird gelesen: ${formatNumber(done)} von ${formatNumber(total)}`,
};

export const searchMessages: SearchMessages = {
  places: { title: 'Titel', text: 'Text', quote: 'Zitat', note: 'Notiz', summary: 'Zusammenfassung' },
  took: (ms) => `${formatNumber(ms)}\u00a0ms`,
  pending: (count) => `${formatNumber(count)} noch zu durchsuchen\u00a0…`,
};

export const headerMessages: HeaderMessages = {
  product: 'Lectern',
  filter: 'Bibliothek durchsuchen',
  filterLabel: 'Bibliothek durchsuchen',
  clear: 'Leeren',
  reading: 'Text und Darstellung',
};
