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
export type Matching = {
  readonly expression: string;
  /** True where the expression speaks of single words anywhere and of facts alone, and there is no condition. */
  readonly isPlain: boolean;
  readonly condition: Condition | null;
};
export type Match = Matching & { readonly limit: number; readonly offset: number };
export type Matched = { readonly ids: readonly string[]; readonly total: number };
export type Hit = { readonly id: string; readonly title: string; readonly snippets: readonly Snippet[] };

/** What the search worker is asked, and what it answers. */
export type SearchCalls = {
  readonly stamps: { readonly in: null; readonly out: ReadonlyMap<string, string> };
  readonly put: { readonly in: readonly IndexedArticle[]; readonly out: null };
  readonly remove: { readonly in: readonly string[]; readonly out: null };
  /** The hits of a page, each with its snippets of what was wanted. */
  readonly find: { readonly in: Match & { readonly wanted: readonly Wanted[] }; readonly out: { readonly hits: readonly Hit[]; readonly total: number } };
  readonly count: { readonly in: Matching; readonly out: number };
};
