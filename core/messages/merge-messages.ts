import { inForce } from '../base/language.ts';
import type { Conflict, MergeReport } from '../base/merge-report.ts';
import * as german from './de/merge-messages.ts';

const names: Readonly<Record<string, readonly [string, string]>> = {
  note: ['a note', 'notes'], summary: ['the summary', 'summaries'], definition: ['the definition of a tag', 'definitions of tags'], colour: ['a colour', 'colours'], name: ['a name', 'names'], query: ['a saved search', 'saved searches'],
  status: ['the status', 'statuses'], binnedAt: ['whether it is in the bin', 'places in the bin'], anchor: ['the place of a highlight', 'places of highlights'],
};
const keepsBoth: readonly string[] = ['note', 'summary', 'definition'];

function listed(fields: readonly string[], conflicts: readonly Conflict[]): string {
  const phrases = fields.map((field) => {
    const count = conflicts.filter((conflict) => conflict.field === field).length;
    const [one, many] = names[field] ?? [`the ${field}`, field];
    return count === 1 ? one : `${count} ${many}`;
  });
  return phrases.length < 2 ? phrases.join('') : `${phrases.slice(0, -1).join(', ')} and ${phrases.at(-1)}`;
}

/** What a merge has done: what was taken in, and what was changed in both places. */
export const mergeSentence = (report: MergeReport): string => inForce({ en: englishSentence, de: german.mergeSentence })(report);

function englishSentence({ file, copy, conflicts }: MergeReport): string {
  const taken = copy === null ? `${file} was changed by another program while you worked; its changes and yours were merged.` : `${copy}, a sync program’s copy of ${file}, was merged into it. The copy is kept in the folder “merged”.`;
  const fields = [...new Set(conflicts.map(({ field }) => field))];
  const texts = fields.filter((field) => keepsBoth.includes(field));
  const others = fields.filter((field) => !keepsBoth.includes(field));
  const both = texts.length > 0 ? ` Both places had changed ${listed(texts, conflicts)}: you find both texts, with a line between them.` : '';
  const one = others.length > 0 ? ` Both${both ? '' : ' places'} had changed ${listed(others, conflicts)}${both ? ' too' : ''}: look whether what stands there now is what you want.` : '';
  return taken + both + one;
}
