import type { ArticleSummary } from '../../core/article/summary.ts';
import { overviewOf } from '../state/library-state.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { collectionMessages } from '../text/shelf-messages.ts';
import type { MenuItem } from '../ui/menu-popover.tsx';
import { binArticle, restoreArticle } from './bin-article.ts';
import { takeOut } from './collections.ts';
import { exportNotes } from './export-notes.ts';
import { moveArticle } from './move-article.ts';
import { otherStatuses } from './shelves.ts';

async function editDetails(session: Session, article: ArticleSummary): Promise<void> {
  // The dialog is about the open article.
  if (openArticleOf(session.reader)?.article.id !== article.id) await session.openArticle(article.id);
  if (openArticleOf(session.reader)?.article.id === article.id) session.view.setState({ dialog: 'details' });
}

/** What can be done with an article of the list. */
export function articleMenu(session: Session, article: ArticleSummary): readonly MenuItem[] {
  const { id } = article;
  const { shelf } = session.view.getState();
  const shown = shelf.kind === 'collection' ? overviewOf(session.library)?.collections.find((collection) => collection.id === shelf.collectionId && collection.articles.includes(id)) : undefined;
  if (article.binnedAt !== null) return [
    { label: libraryMessages.restoreArticle, onChoose: () => restoreArticle(session, id) },
    { label: libraryMessages.exportArticle, onChoose: () => void exportNotes(session, { id }) },
  ];
  return [
    ...otherStatuses(article).map((status) => ({ label: libraryMessages.moveTo(status), onChoose: () => moveArticle(session, id, status) })),
    'separator',
    { label: collectionMessages.collect, onChoose: () => session.view.setState({ collecting: [id] }) },
    ...(shown ? [{ label: collectionMessages.takeOut(shown.name), onChoose: () => takeOut(session, shown, id) }] : []),
    'separator',
    { label: libraryMessages.editDetails, onChoose: () => void editDetails(session, article) },
    { label: libraryMessages.exportArticle, onChoose: () => void exportNotes(session, { id }) },
    'separator',
    { label: libraryMessages.binArticle, onChoose: () => binArticle(session, id) },
  ];
}
