import { type ReactNode, useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react';
import { useOverview, useSelected, useSession } from '../state/use-session.ts';
import type { Shelf } from '../state/view-state.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { ArticleList } from './article-list.tsx';
import { DamagedFiles } from './damaged-files.tsx';
import { MergedFiles } from './merged-files.tsx';
import { EmptyList } from './empty-list.tsx';
import { filterWords } from './filter-articles.ts';
import { ListHeading } from './list-heading.tsx';
import { ShelfList } from './shelf-list.tsx';
import { countShelves, countTags } from './shelves.ts';
import { SearchedArticles } from '../search/searched-articles.tsx';
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
  const [articles, tags, sortBy] = [overview?.articles, overview?.tags, overview?.settings.sortBy];
  // A tag may have been removed while its articles were shown.
  const shelf = chosen.kind === 'tag' && !tags?.some((tag) => tag.id === chosen.tagId) ? inbox : chosen;
  const counts = useMemo(() => countShelves(articles ?? []), [articles]);
  const tagCounts = useMemo(() => countTags(articles ?? [], tags ?? []), [articles, tags]);
  const shown = useMemo(() => (articles && tags && sortBy ? shownArticles({ articles, tags, sortBy }, { shelf, filter }) : []), [articles, tags, sortBy, shelf, filter]);
  const pane = useRef<HTMLElement>(null);
  const isEmpty = shown.length === 0;
  const lastFocused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    // What had the focus may have gone with the list or the tag that it was part of.
    if (lastFocused.current?.isConnected === false && document.activeElement === document.body) pane.current?.focus();
  }, [isEmpty, shelf]);
  if (!overview) return null;
  const isFiltered = filterWords(filter).length > 0;
  // The bin is small, and its articles are not searched with the others: there the list is narrowed.
  const isSearched = isFiltered && shelf.kind !== 'bin';
  return (
    <nav ref={pane} className={styles.sidebar} aria-label={libraryMessages.library} data-pane="library" tabIndex={-1} onFocus={(event) => { lastFocused.current = event.target; }}>
      <ShelfList counts={counts} shelf={shelf} />
      {tagCounts.length > 0 && <TagList tags={tagCounts} shelf={shelf} />}
      {isSearched ? <SearchedArticles query={filter} atOnce={shown} /> : (
        <>
          <ListHeading shelf={shelf} tags={overview.tags} hasArticles={shown.length > 0} found={isFiltered ? { shown: shown.length, all: counts.bin, tookMs: null } : null} />
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
