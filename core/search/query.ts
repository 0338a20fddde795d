import type { Colour } from '../highlight/colour.ts';
import type { Status } from '../article/article.ts';

/** No query is longer, in UTF-16 units. */
export const QUERY_LENGTH_LIMIT = 1_000;

/** What of an article its words stand in. */
export const searchColumns = ['title', 'text', 'quotes', 'notes', 'summary', 'source', 'author'] as const;
export type SearchColumn = (typeof searchColumns)[number];

/** Words one after another; the last may be the beginning of one. `columns` null is everywhere, tag names included. */
export type Words = { readonly kind: 'words'; readonly terms: readonly string[]; readonly isPrefix: boolean; readonly columns: readonly SearchColumn[] | null };

/** What an article has, besides words. Dates are the digits of a year, a month or a day ("2024", "202405", "20240513"). */
export type Filter =
  | { readonly kind: 'tag' | 'collection'; readonly name: string }
  | { readonly kind: 'status'; readonly status: Status | 'bin' }
  | { readonly kind: 'colour'; readonly colour: Colour }
  | { readonly kind: 'has'; readonly what: 'note' | 'highlight' | 'summary' | 'tag' | 'review' }
  | { readonly kind: 'date'; readonly is: 'before' | 'after' | 'on'; readonly digits: string };

/** A query as it is understood. An `and` of nothing is every article. */
export type Query =
  | Words
  | Filter
  | { readonly kind: 'near'; readonly parts: readonly Words[]; readonly distance: number; readonly columns: readonly SearchColumn[] | null }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query };

/** What of a query has words to find, and is not excluded: what snippets mark. */
export type Wanted = Extract<Query, { kind: 'words' | 'near' }>;

export function wantedOf(query: Query): readonly Wanted[] {
  switch (query.kind) {
    case 'words':
    case 'near':
      return [query];
    case 'and':
    case 'or':
      return query.parts.flatMap(wantedOf);
    default:
      return [];
  }
}

/** True for a query that asks for nothing. */
export function isEmptyQuery(query: Query): boolean {
  return query.kind === 'and' && query.parts.length === 0;
}

/** The query with its words looked for in those columns alone, where none are named yet. */
export function inColumns(query: Query, columns: readonly SearchColumn[]): Query {
  switch (query.kind) {
    case 'words':
    case 'near':
      return { ...query, columns: query.columns ?? columns };
    case 'and':
    case 'or':
      return { ...query, parts: query.parts.map((part) => inColumns(part, columns)) };
    case 'not':
      return { ...query, part: inColumns(query.part, columns) };
    default:
      return query;
  }
}
