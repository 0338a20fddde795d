import type { ShortcutRefusal } from '../../../core/base/shortcut.ts';
import { formatNumber } from '../format.ts';
import type { LegendMessages, PaletteMessages, ShortcutMessages } from '../palette-messages.ts';

export const paletteMessages: PaletteMessages = {
  title: 'Gehe zu\u00a0…',
  field: 'Befehle, Artikel, Schlagwörter, Überschriften',
  results: 'Treffer',
  kinds: { command: 'Befehle', heading: 'Überschriften dieses Artikels', article: 'Artikel', tag: 'Schlagwörter', collection: 'Sammlungen', search: 'Gespeicherte Suchen' },
  lacks: {
    'no-article': 'braucht einen Artikel', 'nothing-selected': 'braucht eine Auswahl', 'no-highlight': 'braucht eine Markierung', 'table-shown': 'nicht neben der Tabelle',
    'nothing-to-undo': 'nichts rückgängig zu machen', 'nothing-to-redo': 'nichts zu wiederholen', 'no-search': 'braucht eine Suche',
  },
  nothing: 'Nichts trägt das im Namen. Weniger Wörter versuchen oder die Texte durchsuchen mit',
  found: (count) => `${formatNumber(count)} Treffer`,
};

const refusals: Readonly<Record<ShortcutRefusal | 'with-alt', (keys: string) => string>> = {
  'not-a-key': (keys) => `${keys} kann kein Tastenkürzel sein. Möglich sind Buchstaben, Ziffern, Zeichen und Funktionstasten, mit Strg oder Befehl, mit Umschalt oder ohne beides.`,
  'for-fields': (keys) => `${keys} wird zum Schreiben in Textfeldern gebraucht.`,
  'for-the-system': (keys) => `${keys} gehört dem System oder dem Browser.`,
  'with-alt': () => 'Kürzel mit Alt tippen auf manchen Tastaturen Buchstaben; Lectern verwendet deshalb keine.',
};

export const shortcutMessages: ShortcutMessages = {
  hint: 'Zum Ändern eine Taste anklicken, dann die neue drücken.',
  change: (command, keys) => `${command}: ${keys ?? 'keine Taste'}`,
  none: '–',
  press: 'Tasten drücken\u00a0…',
  noKey: 'Keine Taste',
  reset: 'Übliche Taste',
  resetOf: (command) => `Übliche Taste für ${command}`,
  resetAll: 'Alle zurücksetzen\u00a0…',
  askResetAll: (count) => (count === 1 ? 'Das geänderte Tastenkürzel zurücksetzen?' : `${formatNumber(count)} geänderte Tastenkürzel zurücksetzen?`),
  resetNow: 'Alle zurücksetzen',
  keep: 'Meine behalten',
  refusal: (why, keys) => refusals[why](keys),
  taken: (keys, command) => `${keys} ist zurzeit „${command}“.`,
  takeOver: 'Übernehmen',
};

export const legendMessages: LegendMessages = {
  title: 'Namen der Farben',
  lead: 'Wofür eine Farbe steht, etwa „strittig“. Der Name erscheint überall, wo die Farbe steht, und in Exporten.',
  open: 'Farben\u00a0…',
  done: 'Fertig',
};
