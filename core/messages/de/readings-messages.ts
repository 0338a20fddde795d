import type { PlanCounts } from '../readings-messages.ts';

const counted = (count: number, one: string, many: string) => `${count.toLocaleString('de')} ${count === 1 ? one : many}`;
const listed = (parts: readonly string[]) => (parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1) ?? ''}`);

export function planSentences({ newArticles, knownArticles, highlights, known, notes, newTags, unread }: PlanCounts): readonly string[] {
  const fresh = [...(newArticles > 0 ? [counted(newArticles, 'neuer Artikel', 'neue Artikel')] : []), ...(highlights > 0 ? [counted(highlights, 'neue Markierung', 'neue Markierungen')] : []), ...(notes > 0 ? [counted(notes, 'Notiz zu einem Artikel', 'Notizen zu Artikeln')] : []), ...(newTags > 0 ? [counted(newTags, 'neues Schlagwort', 'neue Schlagwörter')] : [])];
  const there = [...(knownArticles > 0 ? [counted(knownArticles, 'Artikel', 'Artikel')] : []), ...(known > 0 ? [counted(known, 'Markierung', 'Markierungen')] : [])];
  const isOne = newArticles + highlights + notes + newTags === 1;
  return [
    fresh.length === 0 ? 'Nichts darin ist neu.' : `${listed(fresh)} ${isOne ? 'käme' : 'kämen'} hinzu.`,
    ...(there.length === 0 ? [] : [`${listed(there)} ${knownArticles + known === 1 ? 'ist' : 'sind'} schon in der Bibliothek${fresh.length === 0 ? '' : '; Neues wird dort ergänzt'}.`]),
    ...(unread === 0 ? [] : [`${counted(unread, 'Stück', 'Stücke')} der Datei ${unread === 1 ? 'kann' : 'können'} nicht gelesen werden und ${unread === 1 ? 'bliebe' : 'blieben'} weg.`]),
  ];
}
