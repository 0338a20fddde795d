import { shorten } from '../../../core/base/text.ts';
import { formatCount, formatNumber } from '../format.ts';
import type { ReviewMessages } from '../review-messages.ts';

const highlights = (count: number) => formatCount(count, 'Markierung', 'Markierungen');

export const reviewMessages: ReviewMessages = {
  title: 'Zu prüfen',
  button: (count) => `${formatNumber(count)} zu prüfen`,
  close: 'Prüfung schließen',
  notFound: 'Im Text nicht mehr gefunden',
  findAgain: 'Erneut suchen',
  kinds: {
    moved: 'Verschoben oder anders formuliert',
    unsure: 'Stelle nicht sicher',
    lost: 'Im Text nicht mehr gefunden',
    orphan: 'Ohne Stelle behalten',
  },
  before: 'Vorher',
  now: 'Jetzt',
  likeliest: 'Wahrscheinlichste Stelle',
  nowhere: 'Im Text ist nichts Ähnliches mehr.',
  sameWords: 'Dieselben Wörter in anderer Umgebung.',
  added: 'hinzugekommen: ',
  removed: 'entfallen: ',
  card: (kind, quote) => `${kind}: „${quote}“`,
  actions: 'Prüfung',
  accept: 'Annehmen',
  show: 'Zeigen',
  replace: 'Von Hand zuordnen',
  keep: 'Als verwaist behalten',
  acceptMoved: (count) => `Alle verschobenen annehmen (${formatNumber(count)})`,
  keepLost: (count) => `Alle verlorenen behalten (${formatNumber(count)})`,
  placing: 'Die richtigen Wörter im Text auswählen, dann die Eingabetaste drücken.',
  placeHere: 'Hier zuordnen',
  cancel: 'Abbrechen',
  accepted: (count) => `${highlights(count)} angenommen`,
  kept: (count) => `${highlights(count)} als verwaist behalten`,
  nothing: 'Keine Markierung dieses Artikels ist zu prüfen.',
  versionFromFile: 'Neue Fassung aus Datei\u00a0…',
  versionFromPaste: 'Neue Fassung aus eingefügtem Text\u00a0…',
  versionTitle: (title) => `Neue Fassung von „${shorten(title, 60)}“`,
  versionHint: 'Ihr Text tritt an die Stelle des jetzigen, der erhalten bleibt. Die Markierungen werden darin gesucht; verschobene kommen auf die Liste zum Prüfen.',
  versionLabel: 'Neuen Text des Artikels einfügen',
  takeVersion: 'Als neue Fassung übernehmen',
  sameText: 'Diesen Text hat der Artikel schon; nichts wurde geändert.',
  versionTaken: (count) => (count === 0 ? 'Die neue Fassung ist da; jede Markierung steht, wo sie stand.' : `Die neue Fassung ist da; ${highlights(count)} zu prüfen.`),
};
