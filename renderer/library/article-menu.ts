import { statuses } from '../../core/article/article.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import { findRefusal } from '../state/access.ts';
import { overviewOf } from '../state/library-state.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { changesMessages } from '../text/changes-messages.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { reviewMessages } from '../text/review-messages.ts';
import { collectionMessages } from '../text/shelf-messages.ts';
import type { MenuItem } from '../ui/menu-popover.tsx';
import { binArticles, restoreArticles } from './bin-articles.ts';
import { takeOut } from './collections.ts';
import { askToDelete } from './delete-for-good.ts';
import { exportNotes } from './export-notes.ts';
import { moveArticles } from './move-articles.ts';
import { chooseVersion } from './new-version.ts';

async function editDetails(session: Session, article: ArticleSummary): Promise<void> {
  // The dialog is about the open article.
  if (openArticleOf(session.reader)?.article.id !== article.id) await session.openArticle(article.id);
  if (openArticleOf(session.reader)?.article.id === article.id) session.view.setState({ dialog: 'details' });
}

/** What can be done with one article of the list, or with several at once. */
export function articleMenu(session: Session, articles: readonly ArticleSummary[]): readonly MenuItem[] {
  const ids = articles.map((article) => article.id);
  const isDisabled = findRefusal(session.library.getState().library) !== null;
  const only = articles.length === 1 ? articles[0] : undefined;
  const { shelf } = session.view.getState();
  const shown = shelf.kind === 'collection' ? overviewOf(session.library)?.collections.find((collection) => collection.id === shelf.collectionId) : undefined;
  const isShown = shown !== undefined && ids.some((id) => shown.articles.includes(id));
  const versions: readonly MenuItem[] = only ? [
    { label: libraryMessages.earlierVersions, isSeldom: true, onChoose: () => session.view.setState({ versionsOf: only.id }) },
    { label: changesMessages.open, isSeldom: true, onChoose: () => session.view.setState({ changesOf: only.id }) },
  ] : [];
  const toExport: MenuItem = { label: libraryMessages.exportArticle, onChoose: () => void exportNotes(session, { ids }) };
  if (articles.every((article) => article.binnedAt !== null)) return [
    { label: libraryMessages.restoreArticle, isDisabled, onChoose: () => restoreArticles(session, ids) },
    ...versions,
    toExport,
    'separator',
    { label: libraryMessages.deleteForGood, isDisabled, onChoose: () => askToDelete(session, ids) },
  ];
  return [
    ...statuses
      .filter((status) => articles.some((article) => article.status !== status))
      .map((status) => ({ label: libraryMessages.moveTo(status), isDisabled, onChoose: () => moveArticles(session, ids, status) })),
    'separator',
    { label: collectionMessages.collect, isDisabled, onChoose: () => session.view.setState({ collecting: ids }) },
    ...(isShown ? [{ label: collectionMessages.takeOut(shown.name), isDisabled, onChoose: () => takeOut(session, shown, ids) }] : []),
    'separator',
    ...(only ? [{ label: libraryMessages.editDetails, isDisabled, isSeldom: true, onChoose: () => void editDetails(session, only) }] : []),
    ...(only ? [
      { label: reviewMessages.versionFromFile, isDisabled, isSeldom: true, onChoose: () => void chooseVersion(session, only.id) },
      { label: reviewMessages.versionFromPaste, isDisabled, isSeldom: true, onChoose: () => session.view.setState({ newVersionOf: only.id }) },
    ] : []),
    ...versions,
    toExport,
    'separator',
    { label: libraryMessages.binArticle, isDisabled, onChoose: () => binArticles(session, ids) },
  ];
}
