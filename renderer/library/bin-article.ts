import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { overviewOf } from '../state/library-state.ts';
import type { Session } from '../state/session.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { editWithUndo } from './edit-with-undo.ts';
import { neighbourOf, shownArticles } from './shown-articles.ts';

function findArticle({ library }: Session, id: ArticleId): ArticleSummary | null {
  return overviewOf(library)?.articles.find((article) => article.id === id) ?? null;
}

function openedId({ reader }: Session): ArticleId | null {
  const { opened } = reader.getState();
  return opened.kind === 'open' ? opened.article.id : opened.kind === 'none' ? null : opened.id;
}

/** Puts an article into the bin. If it is open, the next of the list is opened in its place. */
export function binArticle(session: Session, id: ArticleId): void {
  const article = findArticle(session, id);
  const overview = overviewOf(session.library);
  if (!article || !overview || article.binnedAt !== null) return;
  const next = neighbourOf(shownArticles({ ...overview, sortBy: overview.settings.sortBy }, session.view.getState()), id);
  const wasOpen = openedId(session) === id;
  const edit = { kind: 'bin-article', articleId: id, isBinned: true } as const;
  void editWithUndo(session, {
    edit, inverse: { ...edit, isBinned: false }, text: libraryMessages.binned(article.title),
    onUndone: () => void (wasOpen && session.openArticle(id)),
  }).then((isBinned) => {
    if (!isBinned || openedId(session) !== id) return;
    if (next) void session.openArticle(next.id);
    else session.closeArticle();
  });
}

/** Takes an article out of the bin, to the shelf that it stood on. */
export function restoreArticle(session: Session, id: ArticleId): void {
  const article = findArticle(session, id);
  if (!article) return;
  const edit = { kind: 'bin-article', articleId: id, isBinned: false } as const;
  void editWithUndo(session, { edit, inverse: { ...edit, isBinned: true }, text: libraryMessages.restored(article.title) });
}
