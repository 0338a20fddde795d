import { formatNumber } from '../format.ts';
import type { FigureMessages, FindMessages, FootnoteMessages, OutlineMessages, PrintMessages, ProgressMessages, SpeechMessages, ToolMessages } from '../reading-messages.ts';

export const findMessages: FindMessages = {
  bar: 'Im Artikel suchen',
  field: 'Suchen',
  count: (current, all) => `${formatNumber(current)} von ${formatNumber(all)}`,
  none: 'Keine Treffer',
  previous: 'Voriger Treffer',
  next: 'Nächster Treffer',
  keepCase: 'Groß/klein beachten',
  wholeWords: 'Ganze Wörter',
  close: 'Suchleiste schließen',
};

export const outlineMessages: OutlineMessages = {
  title: 'Inhalt',
  close: 'Inhalt schließen',
};

export const toolMessages: ToolMessages = {
  menu: 'Lesewerkzeuge',
  outline: 'Inhalt',
  find: 'Im Artikel suchen\u00a0…',
  aloud: 'Vorlesen',
  alone: 'Nur den Text zeigen',
  print: 'Drucken\u00a0…',
  pdf: 'Als PDF speichern\u00a0…',
  aloneNotice: 'Nur der Text ist zu sehen. Esc holt das Übrige zurück.',
  nothingOpen: 'Zuerst einen Artikel öffnen.',
};

export const progressMessages: ProgressMessages = {
  left: (minutes) => (minutes < 1 ? 'weniger als eine Minute' : `noch ${formatNumber(minutes)}\u00a0Min.`),
};

export const footnoteMessages: FootnoteMessages = {
  footnote: 'Fußnote',
  show: 'Fußnote zeigen',
  goTo: 'Zur Fußnote',
  gone: 'Bei der Fußnote',
  back: 'Zurück',
};

export const figureMessages: FigureMessages = {
  image: 'Bild',
  enlarge: (alt) => (alt === '' ? 'Bild vergrößern' : `Vergrößern: ${alt}`),
  larger: 'Größer',
  smaller: 'Kleiner',
  fit: 'Ganzes Bild',
  close: 'Bild schließen',
  unavailable: 'Dieses Bild ist nicht in der Bibliothek.',
  table: 'Tabelle',
  code: 'Code',
};

export const speechMessages: SpeechMessages = {
  bar: 'Vorlesen',
  play: 'Weiterlesen',
  pause: 'Anhalten',
  previous: 'Voriger Satz',
  next: 'Nächster Satz',
  rate: 'Tempo',
  rateOf: (rate) => `${formatNumber(rate)}×`,
  voice: 'Stimme',
  usualVoice: 'Übliche Stimme',
  close: 'Vorlesen beenden',
  noVoice: 'Dieses System hat keine Stimme zum Vorlesen. Eine in den Einstellungen des Systems installieren und es erneut versuchen.',
  failed: 'Die Stimme brach mit einem Fehler ab. Eine andere Stimme versuchen.',
  nothing: 'Hier gibt es nichts vorzulesen.',
};

export const printMessages: PrintMessages = {
  notes: 'Notizen',
  summary: 'Zusammenfassung',
  saved: (folder) => `Als PDF in ${folder} gespeichert`,
};
