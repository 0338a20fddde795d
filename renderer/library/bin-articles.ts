import type { ArticleId } from '../../core/base/ids.ts';
import type { Edit } from '../../core/library/edit.ts';
import { overviewOf, summariesOf } from '../state/library-state.ts';
import { openedId } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { editWithUndo } from './edit-with-undo.ts';
import { heirOf, shownArticles } from './shown-articles.ts';
import { sortOf } from './sort-articles.ts';

const binEdits = (ids: readonly ArticleId[], isBinned: boolean): readonly Edit[] => ids.map((articleId) => ({ kind: 'bin-article', articleId, isBinned }));

/** Puts articles into the bin. If one of them is open, the next of the list that stays is opened in its place. */
export function binArticles(session: Session, ids: readonly ArticleId[]): void {
  const binned = summariesOf(session.library, ids).filter((article) => article.binnedAt === null);
  const overview = overviewOf(session.library);
  if (binned.length === 0 || !overview) return;
  const gone = new Set(binned.map(({ id }) => id));
  const open = openedId(session.reader.getState().opened);
  const wasOpen = open !== null && gone.has(open) ? open : null;
  const shown = shownArticles({ ...overview, sort: sortOf(overview.settings) }, session.view.getState());
  const next = wasOpen && heirOf(shown, wasOpen, (id) => !gone.has(id));
  void editWithUndo(session, {
    edits: binEdits([...gone], true), text: libraryMessages.binned(binned.map(({ title }) => title)),
    onUndone: () => void (wasOpen && session.openArticle(wasOpen)),
  }).then((isBinned) => {
    if (!isBinned || !wasOpen || openedId(session.reader.getState().opened) !== wasOpen) return;
    if (next) void session.openArticle(next.id);
    else session.closeArticle();
  });
}

/** Takes articles out of the bin, each to the shelf that it stood on. */
export function restoreArticles(session: Session, ids: readonly ArticleId[]): void {
  const restored = summariesOf(session.library, ids).filter((article) => article.binnedAt !== null);
  if (restored.length === 0) return;
  const back = restored.map(({ id }) => id);
  void editWithUndo(session, { edits: binEdits(back, false), text: libraryMessages.restored(restored.map(({ title }) => title)) });
}
