import type { ArticleId } from '../../core/base/ids.ts';
import { succeed } from '../../core/base/result.ts';
import { mayWrite } from '../state/access.ts';
import { showNotice } from '../state/notices.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { reviewMessages } from '../text/review-messages.ts';
import { chooseIncoming } from './choose-files.ts';
import { type Incoming, requestOf } from './import-files.ts';

/** Gives an article another text, in one step of undo; shows it, and what of its highlights is to be reviewed. True when it has that text now. */
export async function takeVersion(session: Session, id: ArticleId, incoming: Incoming): Promise<boolean> {
  if (!mayWrite(session)) return false;
  const { client, editor, notices, view, reader } = session;
  let toReview: number | null = null;
  const taken = await editor.carryOut('import-version', async () => {
    const source = await requestOf(session, incoming);
    if (!source.ok) return source;
    const imported = await client.articles.importVersion({ id, source: source.value });
    if (!imported.ok) return imported;
    if (imported.value.undo.length > 0) ({ toReview } = imported.value);
    return succeed(imported.value.undo);
  });
  if (!taken) return false;
  if (toReview === null) {
    showNotice(notices, { tone: 'done', text: reviewMessages.sameText, action: null });
    return true;
  }
  view.setState({ isTableShown: false, ...(toReview > 0 ? { areNotesShown: true, isReviewShown: true } : {}) });
  if (openArticleOf(reader)?.article.id !== id) await session.openArticle(id);
  showNotice(notices, { tone: 'done', text: reviewMessages.versionTaken(toReview), action: { label: chromeMessages.undo, run: () => void taken.takeBack() } });
  return true;
}

/** Lets the user choose the file of an article's new version. */
export async function chooseVersion(session: Session, id: ArticleId): Promise<void> {
  const [chosen] = await chooseIncoming(session, { isOne: true });
  if (chosen) await takeVersion(session, id, chosen);
}
