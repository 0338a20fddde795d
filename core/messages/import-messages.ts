import { inForce } from '../base/language.ts';
import type { ImportReport } from '../base/import-report.ts';
import * as german from './de/import-messages.ts';

const count = (number: number) => number.toLocaleString('en');
const isOrAre = (number: number) => (number === 1 ? 'is' : 'are');

/** How many of several things came in, and what became of the others, in a sentence or two. */
export const importSentences = (report: ImportReport): string => inForce({ en: englishSentences, de: german.importSentences })(report);

function englishSentences({ all, articles, versions, unchanged, exports, known, leftOut, faults }: ImportReport): string {
  const came = articles + versions;
  const rest = [
    ...(unchanged > 0 ? [`${count(unchanged)} ${isOrAre(unchanged)} in the library already, with the same text`] : []),
    ...(known > 0 ? [`${count(known)} ${isOrAre(known)} in the library already`] : []),
    ...(exports > 0 ? [`${count(exports)} ${exports === 1 ? 'holds' : 'hold'} highlights of other programs`] : []),
    ...(faults.length > 0 ? [`${count(faults.length)} could not`] : []),
    ...(leftOut > 0 ? [`${count(leftOut)} ${leftOut === 1 ? 'was' : 'were'} left out`] : []),
  ];
  const first = `${count(came)} of ${count(all)} came in${versions > 0 ? `, ${count(versions)} of them as ${versions === 1 ? 'a new version' : 'new versions'}` : ''}`;
  return `${[first, ...rest].join('; ')}.`;
}
