import { useEffect, useState } from 'react';
import type { SavedSearch } from '../../core/search/saved-search.ts';
import { useSelected, useSession } from '../state/use-session.ts';

/** A count is no hurry: changes of so long are counted once. */
const CALM_MS = 500;
/** How soon to count again while the index is being brought up to date, or could not be asked. */
const AGAIN_MS = 2_000;

const noCounts: ReadonlyMap<string, number> = new Map();

/** How many articles each saved search finds, by its query, counted anew after changes; a query is missing until it is counted. */
export function useSearchCounts(searches: readonly SavedSearch[]): ReadonlyMap<string, number> {
  const { client, library } = useSession();
  const searchedRev = useSelected(library, (state) => state.searchedRev);
  const [counts, setCounts] = useState(noCounts);
  useEffect(() => {
    const queries = [...new Set(searches.map(({ query }) => query))];
    if (queries.length === 0) return undefined;
    let isWanted = true;
    let timer = setTimeout(() => void count(), CALM_MS);
    async function count(): Promise<void> {
      const counted = await client.search.count({ queries });
      if (!isWanted) return;
      if (counted.ok) setCounts(new Map(queries.map((query, index) => [query, counted.value.totals[index] ?? 0])));
      if (!counted.ok || counted.value.pending > 0) timer = setTimeout(() => void count(), AGAIN_MS);
    }
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [client, searches, searchedRev]);
  return counts;
}
