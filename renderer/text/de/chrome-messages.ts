import type { CommandGroup } from '../../../core/api/commands.ts';
import type { ChromeMessages } from '../chrome-messages.ts';

export const chromeMessages: ChromeMessages = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  undo: 'Rückgängig',
  notices: 'Meldungen',
  openingLibrary: 'Bibliothek wird geöffnet\u00a0…',
  libraryWidth: 'Breite der Bibliothek',
  notesWidth: 'Breite der Notizen',
  keyNames: { Ctrl: 'Strg', Shift: 'Umschalt', Enter: 'Eingabe', Backspace: 'Rücktaste', Escape: 'Esc', Home: 'Pos1', End: 'Ende', ' ': 'Leertaste' },
  caretKeys: {
    name: 'Mit dem Textcursor', place: 'Textcursor setzen', character: 'Zeichenweise', line: 'Zeilenweise', word: 'Wortweise', sentence: 'Satzweise', paragraph: 'Absatzweise',
    lineEdge: 'Zum Anfang oder Ende der Zeile', text: 'Zum Anfang oder Ende des Textes', select: 'Gehalten: unterwegs auswählen', leave: 'Textcursor verlassen',
  },
  rangeKeys: { name: 'Auf einer Markierung', end: 'Ende verschieben', endByWord: 'Ende wortweise verschieben', start: 'Anfang verschieben', startByWord: 'Anfang wortweise verschieben' },
};

export const commandGroupNames: Readonly<Record<CommandGroup, string>> = {
  file: 'Datei', edit: 'Bearbeiten', article: 'Artikel', highlight: 'Markierungen', view: 'Ansicht', go: 'Gehe zu', help: 'Hilfe',
};
