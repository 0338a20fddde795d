import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../core/base/result.ts';
import { useSearches, useSelected, useSession } from '../state/use-session.ts';
import { findHits, type FoundHits, PAGE } from './find-hits.ts';

/** Long enough that a word typed in one go is one search. */
const DEBOUNCE_MS = 120;
/** How soon to ask again while the index is being made. */
const PENDING_MS = 700;

/** What the library answers to a query as it is typed: the last answer until the next is there, null before the first. `more` asks for the next hits. */
export function useSearch(query: string): { readonly answer: Result<FoundHits> | null; readonly more: () => void } {
  const { client, library, search } = useSession();
  const searchedRev = useSelected(library, (state) => state.searchedRev);
  const found = useSelected(search, (state) => state.found);
  // A saved search is not being typed: it finds what it is counted by.
  const isTyping = !useSearches().some((saved) => saved.query === query.trim());
  const [wanted, setWanted] = useState({ query, count: PAGE });
  const count = wanted.query === query ? wanted.count : PAGE;

  useEffect(() => {
    let isWanted = true;
    const last = search.getState().found;
    const held = last?.query === query && last.isTyping === isTyping && last.searchedRev === searchedRev && last.answer.ok && last.answer.value.pending === 0 ? last.answer.value : null;
    let timer = setTimeout(() => void find(held), held ? 0 : DEBOUNCE_MS);
    async function find(have: FoundHits | null): Promise<void> {
      const answer = await findHits(client, { query, isTyping, count, have });
      if (!isWanted) return;
      search.setState({ found: { query, isTyping, searchedRev, answer } });
      if (answer.ok && answer.value.pending > 0) timer = setTimeout(() => void find(null), PENDING_MS);
    }
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [client, search, query, isTyping, count, searchedRev]);

  // What was found for one search is not shown as the answer to the next.
  useEffect(() => () => search.setState({ found: null }), [search]);

  const here = found?.query === query && found.answer.ok ? found.answer.value : null;
  const [asked, total] = [here?.asked ?? 0, here?.total ?? 0];
  const more = useCallback(() => {
    if (asked < total) setWanted({ query, count: asked + PAGE });
  }, [query, asked, total]);
  return { answer: found?.answer ?? null, more };
}
