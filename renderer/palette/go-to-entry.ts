import { runCommand } from '../commands/run-command.ts';
import { openSearch } from '../search/saved-searches.ts';
import { openArticleOf, type Target } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import type { Shelf } from '../state/view-state.ts';
import type { PaletteEntry } from './palette-entries.ts';

const RECENT_LIMIT = 50;

function showShelf({ view }: Session, shelf: Shelf): void {
  view.setState({ shelf, filter: '', isLibraryShown: true });
  requestAnimationFrame(() => document.querySelector('nav')?.focus());
}

/** Focuses the text, so that the keys that scroll do. */
const focusText = () => document.querySelector<HTMLElement>('main')?.focus();

async function goTo(session: Session, entry: PaletteEntry): Promise<void> {
  const { reader, view } = session;
  switch (entry.kind) {
    case 'command': return runCommand(session, entry.command);
    case 'article':
      view.setState({ isTableShown: false });
      if (openArticleOf(reader)?.article.id !== entry.article.id) await session.openArticle(entry.article.id);
      return focusText();
    case 'heading':
      if (openArticleOf(reader)?.article.id !== entry.articleId) return undefined;
      view.setState({ isTableShown: false });
      // A new object each time, so that the same place is gone to again.
      reader.setState({ found: { hits: [entry.range], current: 0 } });
      return focusText();
    case 'tag': return showShelf(session, { kind: 'tag', tagId: entry.tag.id });
    case 'collection': return showShelf(session, { kind: 'collection', collectionId: entry.collection.id });
    case 'search':
      view.setState({ isLibraryShown: true });
      openSearch(session, entry.search);
      return document.querySelector<HTMLElement>('input[type="search"]')?.focus();
  }
}

/** Closes the palette and goes where an entry leads, with what was selected before it opened. */
export function chooseEntry(session: Session, entry: PaletteEntry, target: Target | null): void {
  if (entry.isOff) return;
  session.view.setState(({ recentEntries }) => ({ dialog: null, recentEntries: [entry.key, ...recentEntries.filter((key) => key !== entry.key)].slice(0, RECENT_LIMIT) }));
  // The dialog gives the focus back first; a command may then move it.
  requestAnimationFrame(() => {
    if (target) session.reader.setState({ target });
    void goTo(session, entry);
  });
}
