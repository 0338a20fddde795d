import { shorten } from '../../../core/base/text.ts';
import type { ChangesMessages } from '../changes-messages.ts';
import { formatCount, formatNumber } from '../format.ts';

export const changesMessages: ChangesMessages = {
  open: 'Änderungen zwischen Fassungen\u00a0…',
  title: (title) => `Änderungen in „${shorten(title, 60)}“`,
  show: 'Änderungen',
  from: 'Von',
  to: 'Bis',
  now: (when) => `Jetzt, erfasst ${when}`,
  text: (when, name) => `${when} · ${shorten(name, 40)}`,
  pasted: 'eingefügter Text',
  loading: 'Wird verglichen\u00a0…',
  only: 'Dieser Artikel hat bisher nur einen Text. Wird seine Adresse oder eine Datei als neue Fassung importiert, steht hier, was sich geändert hat.',
  same: 'Die beiden Texte sind gleich.',
  region: 'Text mit seinen Änderungen',
  count: (changes, added, removed) => `${formatCount(changes, 'Änderung', 'Änderungen')}: ${formatCount(added, 'Wort', 'Wörter')} hinzugekommen, ${formatNumber(removed)} entfallen`,
  position: (place, count) => `${formatNumber(place)} von ${formatNumber(count)}`,
  previous: 'Vorige Änderung',
  next: 'Nächste Änderung',
  added: 'hinzugekommen: ',
  removed: 'entfallen: ',
};
