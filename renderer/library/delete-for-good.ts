import type { ArticleId } from '../../core/base/ids.ts';
import { overviewOf } from '../state/library-state.ts';
import { showNotice } from '../state/notices.ts';
import type { Session } from '../state/session.ts';
import { libraryMessages } from '../text/library-messages.ts';

/** Asks whether articles of the bin are to go for good. */
export function askToDelete({ view }: Session, ids: readonly ArticleId[]): void {
  if (ids.length > 0) view.setState({ deleting: ids });
}

/** Asks it of all that lie in the bin. */
export function askToEmptyBin(session: Session): void {
  askToDelete(session, (overviewOf(session.library)?.articles ?? []).filter(({ binnedAt }) => binnedAt !== null).map(({ id }) => id));
}

/** Deletes articles of the bin for good, and says how many went. */
export async function deleteForGood({ client, editor, reader, notices, tellFault, closeArticle }: Session, ids: readonly ArticleId[]): Promise<void> {
  await editor.settle();
  const gone = await client.library.deleteForGood({ ids: [...ids] });
  if (!gone.ok) {
    tellFault(gone.fault);
    return;
  }
  const { opened } = reader.getState();
  const openId = opened.kind === 'open' ? opened.article.id : opened.kind === 'none' ? null : opened.id;
  if (openId !== null && gone.value.includes(openId)) closeArticle();
  const isWhole = gone.value.length === ids.length;
  showNotice(notices, isWhole ? { tone: 'done', text: libraryMessages.deletedForGood(gone.value.length), action: null } : { tone: 'fault', text: libraryMessages.deletedSome(gone.value.length, ids.length), action: null });
}
