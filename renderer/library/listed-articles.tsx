import { useDeferredValue, useMemo } from 'react';
import { SearchedArticles } from '../search/searched-articles.tsx';
import { useOverview, useSelected, useSession } from '../state/use-session.ts';
import type { Shelf } from '../state/view-state.ts';
import { EmptyList } from './empty-list.tsx';
import { filterWords } from './filter-articles.ts';
import { ListHeading } from './list-heading.tsx';
import { ListOrTable } from './list-or-table.tsx';
import { RenameCollection } from './rename-collection.tsx';
import { shownArticles } from './shown-articles.ts';

/** The articles of a shelf or of a search, under their heading. */
export function ListedArticles({ shelf }: { readonly shelf: Shelf }) {
  const { view } = useSession();
  const overview = useOverview();
  const filter = useDeferredValue(useSelected(view, (state) => state.filter));
  const [articles, tags, collections, sortBy, isSortReversed] = [overview?.articles, overview?.tags, overview?.collections, overview?.settings.sortBy, overview?.settings.isSortReversed ?? false];
  const shown = useMemo(() => (articles && tags && collections && sortBy ? shownArticles({ articles, tags, collections, sort: { by: sortBy, isReversed: isSortReversed } }, { shelf, filter }) : []), [articles, tags, collections, sortBy, isSortReversed, shelf, filter]);
  if (!overview) return null;
  const isFiltered = filterWords(filter).length > 0;
  // The bin is small, and its articles are not searched with the others: there the list is narrowed.
  if (isFiltered && shelf.kind !== 'bin') return <SearchedArticles query={filter} atOnce={shown} />;
  const binned = overview.articles.filter((article) => article.binnedAt !== null).length;
  return (
    <>
      <ListHeading shelf={shelf} tags={overview.tags} hasArticles={shown.length > 0} found={isFiltered ? { shown: shown.length, all: binned, tookMs: null } : null}>
        {shelf.kind === 'collection' && <RenameCollection collectionId={shelf.collectionId} />}
      </ListHeading>
      {shown.length > 0
        ? <ListOrTable key={isFiltered ? 'filter' : JSON.stringify(shelf)} articles={shown} hits={null} />
        : <EmptyList shelf={shelf} tags={overview.tags} filter={isFiltered ? filter : ''} isLibraryEmpty={overview.articles.length === binned} />}
    </>
  );
}
