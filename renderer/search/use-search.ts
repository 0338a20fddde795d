import { useEffect, useState } from 'react';
import type { Result } from '../../core/base/result.ts';
import type { SearchAnswer } from '../../core/library/find-articles.ts';
import { useOverview, useSession } from '../state/use-session.ts';

/** Long enough that a word typed in one go is one search. */
const DEBOUNCE_MS = 120;
/** How soon to ask again while the index is being made. */
const PENDING_MS = 700;
const HITS_AT_MOST = 100;

/** What the library answers to a query as it is typed: the last answer until the next is there, null before the first. */
export function useSearch(query: string): Result<SearchAnswer> | null {
  const { client } = useSession();
  const articles = useOverview()?.articles;
  const [answer, setAnswer] = useState<Result<SearchAnswer> | null>(null);
  useEffect(() => {
    let isWanted = true;
    let timer = setTimeout(() => void find(), DEBOUNCE_MS);
    async function find(): Promise<void> {
      const found = await client.search.find({ query, limit: HITS_AT_MOST, offset: 0, isTyping: true });
      if (!isWanted) return;
      setAnswer(found);
      if (found.ok && found.value.pending > 0) timer = setTimeout(() => void find(), PENDING_MS);
    }
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
    // An article that changed may be found, or not be found, from now on.
  }, [client, query, articles]);
  return answer;
}
