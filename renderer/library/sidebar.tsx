import { type ReactNode, useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react';
import { useOverview, useSelected, useSession } from '../state/use-session.ts';
import type { Shelf } from '../state/view-state.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { ArticleList } from './article-list.tsx';
import { CollectionList } from './collection-list.tsx';
import { DamagedFiles } from './damaged-files.tsx';
import { MergedFiles } from './merged-files.tsx';
import { EmptyList } from './empty-list.tsx';
import { filterWords } from './filter-articles.ts';
import { ListHeading } from './list-heading.tsx';
import { ShelfList } from './shelf-list.tsx';
import { countCollections, countShelves, countTags } from './shelves.ts';
import { SavedSearchList } from '../search/saved-search-list.tsx';
import { SearchedArticles } from '../search/searched-articles.tsx';
import { RenameCollection } from './rename-collection.tsx';
import { shownArticles } from './shown-articles.ts';
import { TagList } from './tag-list.tsx';
import styles from './sidebar.module.css';

const inbox: Shelf = { kind: 'status', status: 'inbox' };

/** The library: its shelves and tags, and the articles of the one that is chosen. */
export function Sidebar({ children }: { readonly children?: ReactNode }) {
  const { view } = useSession();
  const overview = useOverview();
  const chosen = useSelected(view, (state) => state.shelf);
  const filter = useDeferredValue(useSelected(view, (state) => state.filter));
  const [articles, tags, collections, sortBy] = [overview?.articles, overview?.tags, overview?.collections, overview?.settings.sortBy];
  // A tag or a collection may have been removed while its articles were shown.
  const isGone = (chosen.kind === 'tag' && !tags?.some((tag) => tag.id === chosen.tagId)) || (chosen.kind === 'collection' && !collections?.some(({ id }) => id === chosen.collectionId));
  const shelf = isGone ? inbox : chosen;
  const counts = useMemo(() => countShelves(articles ?? []), [articles]);
  const tagCounts = useMemo(() => countTags(articles ?? [], tags ?? []), [articles, tags]);
  const collectionCounts = useMemo(() => countCollections({ articles: articles ?? [], collections: collections ?? [] }), [articles, collections]);
  const shown = useMemo(() => (articles && tags && collections && sortBy ? shownArticles({ articles, tags, collections, sortBy }, { shelf, filter }) : []), [articles, tags, collections, sortBy, shelf, filter]);
  const pane = useRef<HTMLElement>(null);
  const isEmpty = shown.length === 0;
  const lastFocused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    // What had the focus may have gone with the list or the tag that it was part of.
    if (lastFocused.current?.isConnected === false && document.activeElement === document.body) pane.current?.focus();
  }, [isEmpty, shelf, collections, overview?.searches]);
  if (!overview) return null;
  const isFiltered = filterWords(filter).length > 0;
  // The bin is small, and its articles are not searched with the others: there the list is narrowed.
  const isSearched = isFiltered && shelf.kind !== 'bin';
  return (
    <nav ref={pane} className={styles.sidebar} aria-label={libraryMessages.library} data-pane="library" tabIndex={-1} onFocus={(event) => { lastFocused.current = event.target; }}>
      <ShelfList counts={counts} shelf={shelf} />
      <div className={styles.groups}>
        <CollectionList collections={collectionCounts} shelf={shelf} />
        {tagCounts.length > 0 && <TagList tags={tagCounts} shelf={shelf} />}
        <SavedSearchList />
      </div>
      {isSearched ? <SearchedArticles query={filter} atOnce={shown} /> : (
        <>
          <ListHeading shelf={shelf} tags={overview.tags} found={isFiltered ? { shown: shown.length, all: counts.bin, tookMs: null } : null}>
            {shelf.kind === 'collection' && <RenameCollection collectionId={shelf.collectionId} />}
          </ListHeading>
          {shown.length > 0
            ? <ArticleList key={`${sortBy} ${isFiltered ? 'filter' : JSON.stringify(shelf)}`} articles={shown} hits={null} />
            : <EmptyList shelf={shelf} tags={overview.tags} filter={isFiltered ? filter : ''} isLibraryEmpty={overview.articles.length === counts.bin} />}
        </>
      )}
      {overview.merged.length > 0 && <MergedFiles merged={overview.merged} />}
      {overview.damaged.length > 0 && <DamagedFiles damaged={overview.damaged} />}
      {children}
    </nav>
  );
}
