import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { searchColumns } from '../../core/search/query.ts';
import { weightOf, weightSteps } from './index-rows.ts';
import type { Match, Matched, Matching } from './search-calls.ts';

export type BestMatches = { match(match: Match): Matched; count(matching: Matching): number };

type Table = 'words' | 'terms';

/** The better, the less. Facts count for nothing. */
const ranks: Readonly<Record<Table, string>> = {
  words: `bm25(words, ${[...searchColumns.map(weightOf), 0].join(', ')})`,
  terms: `bm25(terms, ${[...weightSteps, 0].join(', ')})`,
};
const and = (condition: string) => (condition === '' ? '' : ` AND (${condition})`);
const rowsOf = (table: Table, condition: string) => `FROM ${table}${condition === '' ? '' : ` JOIN article ON article.rowid = ${table}.rowid`} WHERE ${table} MATCH ?${and(condition)}`;
const countOf = (table: Table, condition = '') => `SELECT count(*) AS total ${rowsOf(table, condition)}`;
/** The best of what matches, and how many match, in one look through them. */
const bestOf = (table: Table, condition = '') => `
  WITH hit AS MATERIALIZED (SELECT ${table}.rowid AS row, ${ranks[table]} AS rank ${rowsOf(table, condition)})
  SELECT article.id, (SELECT count(*) FROM hit) AS total FROM hit JOIN article ON article.rowid = hit.row ORDER BY rank, article.id DESC LIMIT ? OFFSET ?`;

/** Counts and ranks what an index holds. Where a word stands is looked up only for those who ask for it. */
export function makeBestMatches(database: DatabaseSync): BestMatches {
  const prepare = (sql: (table: Table) => string): Readonly<Record<Table, StatementSync>> => ({ words: database.prepare(sql('words')), terms: database.prepare(sql('terms')) });
  const [counts, bests] = [prepare(countOf), prepare(bestOf)];
  const tableOf = ({ isPlain }: Matching): Table => (isPlain ? 'terms' : 'words');

  function count(matching: Matching): number {
    const { expression, condition } = matching;
    const counted = condition ? database.prepare(countOf('words', condition.sql)).get(expression, ...condition.values) : counts[tableOf(matching)].get(expression);
    return Number(counted?.['total'] ?? 0);
  }

  return {
    count,
    match({ limit, offset, ...matching }) {
      const { expression, condition } = matching;
      const rows = condition ? database.prepare(bestOf('words', condition.sql)).all(expression, ...condition.values, limit, offset) : bests[tableOf(matching)].all(expression, limit, offset);
      return { total: rows[0] ? Number(rows[0]['total']) : count(matching), ids: rows.map((row) => String(row['id'])) };
    },
  };
}
