import type { Status } from '../../core/article/article.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { overviewOf } from '../state/library-state.ts';
import type { Session } from '../state/session.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { editWithUndo } from './edit-with-undo.ts';

/** Moves an article to a shelf and says so; one that stands there already stays. */
export function moveArticle(session: Session, id: ArticleId, status: Status): void {
  const article = overviewOf(session.library)?.articles.find((each) => each.id === id);
  if (!article || article.status === status) return;
  const edit = { kind: 'set-status', articleId: id, status } as const;
  void editWithUndo(session, { edit, inverse: { ...edit, status: article.status }, text: libraryMessages.moved(article.title, status) });
}
