import { type ReactNode, useMemo } from 'react';
import { useOverview, useSelected, useSession } from '../state/use-session.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { CollectionList } from './collection-list.tsx';
import { DamagedFiles } from './damaged-files.tsx';
import { ListedArticles } from './listed-articles.tsx';
import { MergedFiles } from './merged-files.tsx';
import { ShelfList } from './shelf-list.tsx';
import { countCollections, countShelves, countTags } from './shelves.ts';
import { SavedSearchList } from '../search/saved-search-list.tsx';
import { TagList } from './tag-list.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useShownShelf } from './use-shown-shelf.ts';
import styles from './sidebar.module.css';

/** The library: its shelves and tags, and, while no table shows them, the articles of the one that is chosen. */
export function Sidebar({ children }: { readonly children?: ReactNode }) {
  const { view } = useSession();
  const overview = useOverview();
  const shelf = useShownShelf();
  const isTableShown = useSelected(view, (state) => state.isTableShown);
  const [articles, tags, collections] = [overview?.articles, overview?.tags, overview?.collections];
  const counts = useMemo(() => countShelves(articles ?? []), [articles]);
  const tagCounts = useMemo(() => countTags(articles ?? [], tags ?? []), [articles, tags]);
  const collectionCounts = useMemo(() => countCollections({ articles: articles ?? [], collections: collections ?? [] }), [articles, collections]);
  const { ref, onFocus } = useKeptFocus<HTMLElement>();
  if (!overview) return null;
  return (
    <nav ref={ref} className={styles.sidebar} aria-label={libraryMessages.library} data-pane="library" tabIndex={-1} onFocus={onFocus}>
      <ShelfList counts={counts} shelf={shelf} />
      <div className={styles.groups}>
        <CollectionList collections={collectionCounts} shelf={shelf} />
        {tagCounts.length > 0 && <TagList tags={tagCounts} shelf={shelf} />}
        <SavedSearchList />
      </div>
      {isTableShown ? <span className={styles.space} /> : <ListedArticles shelf={shelf} />}
      {overview.merged.length > 0 && <MergedFiles merged={overview.merged} />}
      <DamagedFiles damaged={overview.damaged} />
      {children}
    </nav>
  );
}
