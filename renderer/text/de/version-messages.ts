import type { Status } from '../../../core/article/article.ts';
import { shorten } from '../../../core/base/text.ts';
import { nameColour } from '../../../core/highlight/colour.ts';
import { formatCount } from '../format.ts';
import type { VersionMessages } from '../version-messages.ts';
import { colourNames } from './reader-messages.ts';

const from: Readonly<Record<Status, string>> = { inbox: 'aus dem Eingang', reading: 'aus der Lektüre', archive: 'aus dem Archiv' };
const into: Readonly<Record<Status, string>> = { inbox: 'in den Eingang', reading: 'in die Lektüre', archive: 'ins Archiv' };

export const versionMessages: VersionMessages = {
  title: (title) => `Frühere Fassungen von „${shorten(title, 50)}“`,
  list: 'Fassungen',
  now: 'Jetzt',
  more: (told, count) => `${told}; und ${formatCount(count, 'weitere Änderung', 'weitere Änderungen')}`,
  loading: 'Fassungen werden gelesen\u00a0…',
  none: 'Noch ist keine frühere Fassung erhalten. Für jede Minute, in der etwas geändert wird, bleibt eine.',
  chooseOne: 'Eine Fassung wählen, um zu sehen, was ihr Wiederherstellen ändern würde.',
  difference: 'Was das Wiederherstellen ändern würde',
  noDifference: 'Nichts: Sie ist so, wie der Artikel jetzt ist.',
  legend: 'Kommt zurück',
  legendGone: 'Entfällt',
  comesBack: 'kommt zurück: ',
  goes: 'entfällt: ',
  restore: 'Diese Fassung wiederherstellen',
  restored: (when) => `Fassung wiederhergestellt: ${when}`,
  summary: 'Zusammenfassung',
  highlights: 'Markierungen',
  details: 'Angaben',
  empty: 'leer',
  highlightKinds: { added: 'Kommt zurück', removed: 'Entfällt', changed: 'Ändert sich' },
  colour: (before, after, legend) => `Farbe: ${nameColour(colourNames[before], legend[before])} wird ${nameColour(colourNames[after], legend[after])}`,
  tags: 'Schlagwörter',
  unknownTag: 'ein entferntes Schlagwort',
  status: (before, after) => `Wandert ${from[before]} ${into[after]}.`,
  outOfBin: 'Kommt aus dem Papierkorb.',
  asides: 'Das Beiseitegelegte ändert sich.',
};
