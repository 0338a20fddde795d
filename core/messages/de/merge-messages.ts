import type { Conflict, MergeReport } from '../../base/merge-report.ts';

const names: Readonly<Record<string, readonly [string, string]>> = {
  note: ['eine Notiz', 'Notizen'], summary: ['die Zusammenfassung', 'Zusammenfassungen'], definition: ['die Definition eines Schlagworts', 'Definitionen von Schlagwörtern'], colour: ['eine Farbe', 'Farben'], name: ['einen Namen', 'Namen'], query: ['eine gespeicherte Suche', 'gespeicherte Suchen'],
  status: ['den Status', 'Status'], binnedAt: ['die Lage im Papierkorb', 'Lagen im Papierkorb'], anchor: ['die Stelle einer Markierung', 'Stellen von Markierungen'], title: ['den Titel', 'Titel'],
};
const keepsBoth: readonly string[] = ['note', 'summary', 'definition'];

const lists = new Intl.ListFormat('de', { type: 'conjunction' });

function listed(fields: readonly string[], conflicts: readonly Conflict[]): string {
  return lists.format(fields.map((field) => {
    const count = conflicts.filter((conflict) => conflict.field === field).length;
    const [one, many] = names[field] ?? [`das Feld „${field}“`, `Felder „${field}“`];
    return count === 1 ? one : `${count} ${many}`;
  }));
}

export function mergeSentence({ file, copy, conflicts }: MergeReport): string {
  const taken = copy === null
    ? `${file} wurde während der Arbeit von einem anderen Programm geändert; beide Änderungen wurden zusammengeführt.`
    : `${copy}, von einem Abgleichprogramm angelegte Kopie von ${file}, wurde damit zusammengeführt. Die Kopie liegt im Ordner „merged“.`;
  const fields = [...new Set(conflicts.map(({ field }) => field))];
  const texts = fields.filter((field) => keepsBoth.includes(field));
  const others = fields.filter((field) => !keepsBoth.includes(field));
  const both = texts.length > 0 ? ` An beiden Orten geändert: ${listed(texts, conflicts)}. Beide Texte sind da, mit einer Linie dazwischen.` : '';
  const one = others.length > 0 ? ` ${both ? 'Auch an' : 'An'} beiden Orten geändert: ${listed(others, conflicts)}. Prüfen, ob das Gewünschte dort steht.` : '';
  return taken + both + one;
}
