import type { SearchHint } from '../base/search-hint.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import { parseQuery } from '../search/parse-query.ts';
import { isEmptyQuery } from '../search/query.ts';
import { findUnknownName } from '../search/names-meant.ts';
import type { Clock, LibraryStore, Named, SearchHit, SearchPort } from './ports.ts';

/** What to find, as a person writes it. While it is being typed, its last word may be the beginning of one. */
export type SearchRequest = {
  readonly query: string;
  readonly limit: number;
  readonly offset: number;
  readonly isTyping?: boolean | undefined;
  /** Waits until every article is in the index, and does not answer with what is in it so far. */
  readonly isComplete?: boolean | undefined;
};

/** The articles found, the best first. `pending` articles are not in the index yet. */
export type SearchAnswer = { readonly hits: readonly SearchHit[]; readonly total: number; readonly pending: number; readonly hint: SearchHint | null; readonly tookMs: number };

/** How many articles each of several queries finds, in their order. */
export type CountAnswer = { readonly totals: readonly number[]; readonly pending: number };

type Ports = { readonly store: LibraryStore; readonly clock: Clock; readonly search: SearchPort | undefined };

async function readNamed(store: LibraryStore): Promise<Result<Named>> {
  const [codebook, collections] = await Promise.all([store.readCodebook(), store.collections.read()]);
  if (!codebook.ok) return codebook;
  return collections.ok ? succeed({ tags: codebook.value.tags, collections: collections.value.collections }) : collections;
}

/** Finds articles by their words and by what they have. */
export async function findArticles({ store, clock, search }: Ports, request: SearchRequest): Promise<Result<SearchAnswer>> {
  const startedMs = clock.nowMs();
  const { limit, offset, isTyping = false, isComplete = false } = request;
  const { query, hint } = parseQuery(request.query, { isTyping });
  if (isEmptyQuery(query)) return succeed({ hits: [], total: 0, pending: 0, hint, tookMs: 0 });
  const named = await readNamed(store);
  if (!named.ok) return named;
  if (!search) return fail({ code: 'search-unavailable' });
  const found = await search.find({ query, ...named.value, limit, offset, isComplete });
  if (!found.ok) return found;
  return succeed({ ...found.value, hint: hint ?? findUnknownName(query, named.value), tookMs: clock.nowMs() - startedMs });
}

/** Counts what queries find, each as it would be found when it is opened. One that asks for nothing finds nothing. */
export async function countArticles({ store, search }: Omit<Ports, 'clock'>, texts: readonly string[]): Promise<Result<CountAnswer>> {
  const named = await readNamed(store);
  if (!named.ok) return named;
  if (!search) return fail({ code: 'search-unavailable' });
  const queries = texts.map((text) => parseQuery(text).query);
  const counted = await search.count({ queries: queries.filter((query) => !isEmptyQuery(query)), ...named.value });
  if (!counted.ok) return counted;
  const totals = [...counted.value.totals];
  return succeed({ totals: queries.map((query) => (isEmptyQuery(query) ? 0 : (totals.shift() ?? 0))), pending: counted.value.pending });
}
