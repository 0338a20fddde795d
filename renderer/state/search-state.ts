import { createStore } from 'zustand/vanilla';
import type { Result } from '../../core/base/result.ts';
import type { FoundHits } from '../search/find-hits.ts';

/** What was found for a query: its hits as far as they were asked for, as the library was at `searchedRev`; `isTyping` where its last word could go on. */
export type Found = { readonly query: string; readonly isTyping: boolean; readonly searchedRev: number; readonly answer: Result<FoundHits> };

/** The last answer to what is searched for, which may be that to an earlier query; null before the first. */
export type SearchState = { readonly found: Found | null };

export function makeSearchStore() {
  return createStore<SearchState>(() => ({ found: null }));
}
export type SearchStore = ReturnType<typeof makeSearchStore>;
