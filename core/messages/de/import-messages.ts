import type { ImportReport } from '../../base/import-report.ts';

const count = (number: number) => number.toLocaleString('de');
const isOrAre = (number: number) => (number === 1 ? 'ist' : 'sind');

export function importSentences({ all, articles, versions, unchanged, exports, known, leftOut, faults }: ImportReport): string {
  const came = articles + versions;
  const rest = [
    ...(unchanged > 0 ? [`${count(unchanged)} ${isOrAre(unchanged)} mit demselben Text schon in der Bibliothek`] : []),
    ...(known > 0 ? [`${count(known)} ${isOrAre(known)} schon in der Bibliothek`] : []),
    ...(exports > 0 ? [`${count(exports)} ${exports === 1 ? 'enthält' : 'enthalten'} Markierungen anderer Programme`] : []),
    ...(faults.length > 0 ? [`${count(faults.length)} ${faults.length === 1 ? 'konnte' : 'konnten'} nicht hinzukommen`] : []),
    ...(leftOut > 0 ? [`${count(leftOut)} ${leftOut === 1 ? 'wurde' : 'wurden'} weggelassen`] : []),
  ];
  const first = `${count(came)} von ${count(all)} ${came === 1 ? 'ist' : 'sind'} hinzugekommen${versions > 0 ? `, davon ${count(versions)} als neue ${versions === 1 ? 'Fassung' : 'Fassungen'}` : ''}`;
  return `${[first, ...rest].join('; ')}.`;
}
