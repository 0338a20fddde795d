import type { Status } from '../../core/article/article.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { summariesOf } from '../state/library-state.ts';
import type { Session } from '../state/session.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { editWithUndo } from './edit-with-undo.ts';

/** Moves articles to a shelf and says so; those that stand there already stay. */
export function moveArticles(session: Session, ids: readonly ArticleId[], status: Status): void {
  const moved = summariesOf(session.library, ids).filter((article) => article.status !== status);
  if (moved.length === 0) return;
  void editWithUndo(session, {
    edits: moved.map(({ id }) => ({ kind: 'set-status', articleId: id, status })),
    text: libraryMessages.moved(moved.map(({ title }) => title), status),
  });
}
