import type { NewVersion } from '../../core/library/new-version.ts';
import type { Done } from '../state/editor.ts';
import { showNotice } from '../state/notices.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { reviewMessages } from '../text/review-messages.ts';

/** Shows an article that has a new version, and what of its highlights is to be reviewed; or says that the text is the same. `taken` is the step that gave it. */
export async function tellVersion(session: Session, { article, toReview, undo }: NewVersion, taken: Done): Promise<void> {
  const { notices, view, reader } = session;
  if (undo.length === 0) {
    showNotice(notices, { tone: 'done', text: reviewMessages.sameText, action: null });
    return;
  }
  view.setState({ isTableShown: false, ...(toReview > 0 ? { areNotesShown: true, isReviewShown: true } : {}) });
  if (openArticleOf(reader)?.article.id !== article.id) await session.openArticle(article.id);
  showNotice(notices, { tone: 'done', text: reviewMessages.versionTaken(toReview), action: { label: chromeMessages.undo, run: () => void taken.takeBack() } });
}
