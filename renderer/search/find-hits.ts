import type { Client } from '../../core/api/contract.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { SearchAnswer } from '../../core/library/find-articles.ts';

/** Hits that are asked for at once: two screens of them, and each costs the reading of its article. */
export const PAGE = 25;

/** The hits of a query as far as it was asked for them: `asked` is where the next page begins. An article that could not be read is among neither. */
export type FoundHits = SearchAnswer & { readonly asked: number };

type Wanted = {
  readonly query: string;
  readonly isTyping: boolean;
  /** So many hits, or all there are. */
  readonly count: number;
  /** The first hits, where they are here already. */
  readonly have: FoundHits | null;
};

/** The first hits of a query, page after page. An article that has moved from one page to the next meanwhile is there once. */
export async function findHits({ search }: Client, { query, isTyping, count, have }: Wanted): Promise<Result<FoundHits>> {
  let answer = have;
  for (let offset = have?.asked ?? 0; answer === null || offset < Math.min(count, answer.total); offset += PAGE) {
    const page = await search.find({ query, limit: PAGE, offset, isTyping });
    if (!page.ok) return page;
    const known = new Set(answer?.hits.map(({ articleId }) => articleId));
    answer = { ...page.value, asked: offset + PAGE, hits: [...(answer?.hits ?? []), ...page.value.hits.filter(({ articleId }) => !known.has(articleId))], tookMs: answer?.tookMs ?? page.value.tookMs };
  }
  return succeed(answer);
}
