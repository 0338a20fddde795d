import type { AsideReason } from '../../../core/article/blocks.ts';
import { type Colour, nameColour } from '../../../core/highlight/colour.ts';
import { stepNames } from '../../../core/messages/de/edit-names.ts';
import { formatCount, formatNumber } from '../format.ts';
import type { ReaderMessages } from '../reader-messages.ts';

export const colourNames: Readonly<Record<Colour, string>> = { yellow: 'Gelb', red: 'Rot', green: 'Grün', blue: 'Blau', purple: 'Violett', magenta: 'Magenta', orange: 'Orange', grey: 'Grau' };

const asideNames: Readonly<Record<AsideReason, string>> = {
  newsletter: 'Newsletter-Zeile', related: 'Verweis auf andere Artikel', advertisement: 'Anzeige', follow: 'Hinweis auf soziale Medien', copyright: 'Copyright-Zeile',
  navigation: 'Seitennavigation', repeated: 'wiederholter Text', comments: 'Kommentare', other: 'nicht Teil des Artikels',
};

export const readerMessages: ReaderMessages = {
  highlightOfColour: (colour, legend) => `Markierung, ${nameColour(colourNames[colour], legend[colour])}`,
  hasNote: 'mit Notiz',
  minutes: (minutes) => `${formatNumber(minutes)}\u00a0Min. Lesezeit`,
  imported: (format) => `aus ${format}`,
  formats: { 'text/plain': 'einer Textdatei', 'text/markdown': 'einer Markdown-Datei', 'text/html': 'einer Webseite', 'multipart/related': 'einer Webseite', 'message/rfc822': 'einer E-Mail', 'application/pdf': 'einer PDF-Datei', 'application/epub+zip': 'einem EPUB', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'einem Word-Dokument', export: 'dem Export eines anderen Programms', paste: 'eingefügtem Text' },
  setAside: (count) => `${formatCount(count, 'Teil', 'Teile')} beiseitegelegt`,
  asideTitle: (reason) => `Beiseitegelegt: ${asideNames[reason]}`,
  putBack: 'Zurückholen',
  setAsideAgain: 'Wieder beiseitelegen',
  asCaptured: 'Wie erfasst:',
  article: 'Artikel',
  text: 'Text des Artikels',
  windowTitle: (title) => (title === null ? 'Lectern' : `${title} – Lectern`),
  loading: 'Wird geöffnet\u00a0…',
  nothingOpen: 'Links einen Artikel wählen oder einen hinzufügen: eine Datei hierher ziehen oder',
  toolbar: 'Markierung',
  note: 'Notiz',
  copy: 'Kopieren',
  remove: 'Löschen',
  tags: 'Schlagwörter',
  colour: 'Farbe',
  copied: 'Zitat kopiert',
  undone: (kind) => `Rückgängig gemacht: ${stepNames[kind]}`,
  redone: (kind) => `Wiederholt: ${stepNames[kind]}`,
  deleted: 'Markierung gelöscht',
  undo: 'Rückgängig',
  caretPlaced: 'Textcursor im Text. Pfeiltasten bewegen ihn, Umschalt wählt aus, Esc verlässt ihn.',
  grips: { start: 'Anfang der Markierung', end: 'Ende der Markierung' },
  nothingSelected: 'Zuerst Text auswählen oder eine Markierung wählen.',
};
