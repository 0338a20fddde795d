import { libraryMessages } from '../text/library-messages.ts';
import { ListedArticles } from './listed-articles.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useShownShelf } from './use-shown-shelf.ts';
import { useOverview } from '../state/use-session.ts';
import styles from './library-view.module.css';

/** The library in the place of the article: the list of the sidebar as a table. */
export function LibraryView() {
  const shelf = useShownShelf();
  const { ref, onFocus } = useKeptFocus<HTMLElement>();
  // Drawn again with whatever the list draws, so that the focus is kept.
  useOverview();
  return (
    <main ref={ref} className={styles.view} data-pane="table" tabIndex={-1} aria-label={libraryMessages.library} onFocus={onFocus}>
      <ListedArticles shelf={shelf} />
    </main>
  );
}
