import { type SearchColumn, searchColumns } from '../../core/search/query.ts';
import { tokenise } from '../../core/search/tokens.ts';
import type { IndexedArticle } from './search-calls.ts';

/** How much a word counts by where it stands; elsewhere, once. */
const weights: Readonly<Partial<Record<SearchColumn, number>>> = { title: 10, notes: 6, summary: 5, quotes: 3 };
export const weightOf = (column: SearchColumn): number => weights[column] ?? 1;

/** Stands between two notes or quotes, so that no phrase reaches from one to the next. No text has it. */
const BREAK = '\ue000';
/** Makes a row as long as the other one of its article: how much a word counts depends on how many there are. */
const FILLER = '\ue002';

/** What a word can count in an article, by the columns it is put in: any number is a sum of these, of no more of them than there are places of the word. */
export const weightSteps: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, ...Array.from({ length: 11 }, (_, power) => 10 * 2 ** power)];
export const weightColumns: readonly string[] = weightSteps.map((step) => `w${step}`);

/** The columns of an article's rows: of `words`, and of `terms`. */
export type IndexRows = { readonly words: readonly string[]; readonly terms: readonly string[] };

type Cut = { readonly column: SearchColumn; readonly terms: readonly string[] };

/** The steps, by their place, that a weight is the sum of. */
export function stepsOf(weight: number): readonly number[] {
  const steps: number[] = [];
  let [left, step] = [weight, weightSteps.length - 1];
  while (left > 0) {
    const size = weightSteps[step] ?? left;
    if (size > left) step -= 1;
    else {
      steps.push(step);
      left -= size;
    }
  }
  return steps;
}

/** Each word of an article in the columns whose steps make up what it counts; and how many words these columns hold in all. */
function weigh(texts: readonly Cut[]): { readonly columns: readonly string[]; readonly count: number } {
  const weighed = new Map<string, number>();
  for (const { column, terms } of texts) for (const term of terms) weighed.set(term, (weighed.get(term) ?? 0) + weightOf(column));
  const columns = weightSteps.map((): string[] => []);
  for (const [term, weight] of weighed) for (const step of stepsOf(weight)) columns[step]?.push(term);
  return { columns: columns.map((terms) => terms.join(' ')), count: columns.reduce((sum, terms) => sum + terms.length, 0) };
}

/** What the index holds of an article. Both rows give FTS5's bm25 the same number for a word, to the last bit. */
export function indexRows({ texts, facts }: IndexedArticle): IndexRows {
  const cut = texts.map(({ column, text }): Cut => ({ column, terms: tokenise(text).map(({ term }) => term) }));
  const places = searchColumns.map((column) => cut.filter((each) => each.column === column));
  const breaks = places.reduce((sum, each) => sum + Math.max(0, each.length - 1), 0);
  const { columns, count } = weigh(cut);
  const missing = cut.reduce((sum, { terms }) => sum + terms.length, breaks) - count;
  return {
    words: [...places.map((each) => each.map(({ terms }) => terms.join(' ')).join(` ${BREAK} `)), facts.join(' ')],
    terms: [...columns, `${facts.join(' ')}${` ${FILLER}`.repeat(missing)}`],
  };
}
