import { useMemo } from 'react';
import { useSelected, useSession, useSettings } from '../state/use-session.ts';
import { filterWords } from './filter-articles.ts';
import type { Sort } from './sort-articles.ts';

/** The order of the list; null while results of a search stand in theirs, the best first. */
export function useSort(): Sort | null {
  const { view } = useSession();
  const { sortBy, isSortReversed } = useSettings();
  const isBestFirst = useSelected(view, ({ filter, shelf, sortedSearch }) => shelf.kind !== 'bin' && filterWords(filter).length > 0 && filter !== sortedSearch);
  return useMemo(() => (isBestFirst ? null : { by: sortBy, isReversed: isSortReversed }), [isBestFirst, sortBy, isSortReversed]);
}
