import type { Wanted } from '../../core/search/query.ts';
import type { SearchedText } from '../../core/search/searched-article.ts';
import type { Snippet } from '../../core/search/snippets.ts';

/** The file of an index that is on no disk. */
export const IN_MEMORY = ':memory:';

/** What the index takes in of an article. `stamp` says which state of it this is. */
export type IndexedArticle = { readonly id: string; readonly stamp: string; readonly texts: readonly SearchedText[]; readonly facts: readonly string[] };
/** A condition of SQL's on the tables of the index, of our own making; what a user has said is in its values alone. */
export type Condition = { readonly sql: string; readonly values: readonly string[] };
/** What of the index is wanted: all that an expression of FTS5's matches, narrowed by a condition where there is one. */
export type Matching = { readonly expression: string; readonly condition?: Condition | null };
export type Match = Matching & { readonly limit: number; readonly offset: number };
export type Matched = { readonly ids: readonly string[]; readonly total: number };

/** What the search worker is asked, and what it answers. */
export type SearchCalls = {
  readonly stamps: { readonly in: null; readonly out: ReadonlyMap<string, string> };
  readonly put: { readonly in: readonly IndexedArticle[]; readonly out: null };
  readonly remove: { readonly in: readonly string[]; readonly out: null };
  readonly match: { readonly in: Match; readonly out: Matched };
  readonly count: { readonly in: Matching; readonly out: number };
  /** The snippets of several articles, each given by its texts. */
  readonly snippets: { readonly in: { readonly wanted: readonly Wanted[]; readonly articles: readonly (readonly SearchedText[])[] }; readonly out: readonly (readonly Snippet[])[] };
};
