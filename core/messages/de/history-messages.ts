import { assertNever } from '../../base/never.ts';
import { shorten } from '../../base/text.ts';
import type { VersionChange } from '../../base/version-change.ts';
import type { HistoryWords } from '../history-messages.ts';

const quoted = (text: string) => `„${shorten(text.replace(/\s+/g, ' '), 60)}“`;

const statuses: Readonly<Record<string, string>> = { inbox: 'in den Eingang', reading: 'in die Lektüre', archive: 'ins Archiv' };
const fields: Readonly<Record<string, string>> = {
  title: 'den Titel', label: 'die Dachzeile', dek: 'den Vorspann', byline: 'den Autor', source: 'die Quelle', published: 'das Datum', url: 'die Adresse', language: 'die Sprache', direction: 'die Schreibrichtung',
};

export function versionChangeWords(change: VersionChange): string {
  switch (change.kind) {
    case 'highlight-added': return `${quoted(change.quote)} markiert`;
    case 'highlight-removed': return `die Markierung ${quoted(change.quote)} entfernt`;
    case 'highlight-moved': return `eine Markierung auf ${quoted(change.quote)} verschoben`;
    case 'note-added': return `eine Notiz zu ${quoted(change.quote)} geschrieben`;
    case 'note-changed': return `die Notiz zu ${quoted(change.quote)} geändert`;
    case 'note-removed': return `die Notiz zu ${quoted(change.quote)} entfernt`;
    case 'tags-changed': return `die Schlagwörter von ${quoted(change.quote)} geändert`;
    case 'colour-changed': return `die Farbe von ${quoted(change.quote)} geändert`;
    case 'summary-changed': return 'die Zusammenfassung geändert';
    case 'binned': return 'in den Papierkorb gelegt';
    case 'taken-out': return 'aus dem Papierkorb geholt';
    case 'asides-changed': return 'Beiseitegelegtes geändert';
    case 'status-changed': return `${statuses[change.status] ?? change.status} verschoben`;
    case 'detail-changed': return `${fields[change.field] ?? change.field} geändert`;
    default: return assertNever(change);
  }
}

export const historyWords: HistoryWords = {
  present: 'jetzt',
  read: 'weitergelesen, sonst nichts geändert',
  oldest: 'die früheste erhaltene',
  restored: (rev, now) => `Fassung ${rev} ist wieder die jetzige, als Fassung ${now}. Was vorher da war, ist erhalten.`,
};
