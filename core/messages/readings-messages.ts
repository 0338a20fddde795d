import { inForce } from '../base/language.ts';
import * as german from './de/readings-messages.ts';

/** How much an export of another program would bring. `known` are highlights that are there already. */
export type PlanCounts = { readonly newArticles: number; readonly knownArticles: number; readonly highlights: number; readonly known: number; readonly notes: number; readonly newTags: number; readonly unread: number };

const counted = (count: number, one: string, many = `${one}s`) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
const listed = (parts: readonly string[]) => (parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`);

/** What an export would bring, in a few sentences: what is new, what is there already, what can't be read. */
export const planSentences = (counts: PlanCounts): readonly string[] => inForce({ en: englishSentences, de: german.planSentences })(counts);

function englishSentences({ newArticles, knownArticles, highlights, known, notes, newTags, unread }: PlanCounts): readonly string[] {
  const fresh = [...(newArticles > 0 ? [counted(newArticles, 'new article')] : []), ...(highlights > 0 ? [counted(highlights, 'new highlight')] : []), ...(notes > 0 ? [counted(notes, 'note on an article', 'notes on articles')] : []), ...(newTags > 0 ? [counted(newTags, 'new tag')] : [])];
  const isNothingNew = fresh.length === 0;
  const there = [...(knownArticles > 0 ? [counted(knownArticles, 'article')] : []), ...(known > 0 ? [counted(known, 'highlight')] : [])];
  return [
    isNothingNew ? 'Nothing in it is new.' : `${listed(fresh)} would come in.`,
    ...(there.length === 0 ? [] : [`${listed(there)} ${knownArticles + known === 1 ? 'is' : 'are'} in the library already${isNothingNew ? '' : `; what is new is added to ${knownArticles === 1 ? 'it' : 'them'}`}.`]),
    ...(unread === 0 ? [] : [`${counted(unread, 'piece')} of the file can’t be read and would be left out.`]),
  ];
}
