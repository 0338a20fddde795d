import type { SearchHint } from '../base/search-hint.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import { parseQuery } from '../search/parse-query.ts';
import { isEmptyQuery } from '../search/query.ts';
import { unknownTags } from '../search/tags-meant.ts';
import type { Clock, LibraryStore, SearchHit, SearchPort } from './ports.ts';

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

type Ports = { readonly store: LibraryStore; readonly clock: Clock; readonly search: SearchPort | undefined };

/** Finds articles by their words and by what they have. */
export async function findArticles({ store, clock, search }: Ports, request: SearchRequest): Promise<Result<SearchAnswer>> {
  const startedMs = clock.nowMs();
  const { limit, offset, isTyping = false, isComplete = false } = request;
  const { query, hint } = parseQuery(request.query, { isTyping });
  if (isEmptyQuery(query)) return succeed({ hits: [], total: 0, pending: 0, hint, tookMs: 0 });
  const codebook = await store.readCodebook();
  if (!codebook.ok) return codebook;
  const { tags } = codebook.value;
  if (!search) return fail({ code: 'search-unavailable' });
  const found = await search.find({ query, tags, limit, offset, isComplete });
  if (!found.ok) return found;
  const [unknown] = unknownTags(query, tags);
  return succeed({ ...found.value, hint: hint ?? (unknown === undefined ? null : { kind: 'tag-unknown', name: unknown }), tookMs: clock.nowMs() - startedMs });
}
