import type { HighlightId } from '../../core/base/ids.ts';
import type { Range } from '../../core/base/range.ts';
import { describeAnchor } from '../../core/highlight/anchor.ts';
import type { ReviewItem } from '../../core/highlight/list-reviews.ts';
import type { ArticleEdit } from '../../core/library/edit.ts';
import { mayWrite } from '../state/access.ts';
import { showNotice } from '../state/notices.ts';
import type { OpenArticle } from '../state/open-article.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { notesMessages } from '../text/notes-messages.ts';
import { reviewMessages } from '../text/review-messages.ts';

/** Gives the focus to a review card once it is drawn, or to the first; else to the notes. */
export function focusReview(id?: HighlightId): void {
  requestAnimationFrame(() => {
    const card = (id && document.querySelector<HTMLElement>(`[data-review="${id}"]`)) ?? document.querySelector<HTMLElement>('[data-review]');
    (card ?? document.querySelector<HTMLElement>('[data-pane="notes"]'))?.focus();
  });
}

/** Opens the tray of highlights to review, at one of them or at the first. */
export function showReviews(session: Session, id?: HighlightId): void {
  const open = openArticleOf(session.reader);
  if (!open) return;
  if (!open.highlights.some(({ highlight, range }) => highlight.review || range === null)) {
    showNotice(session.notices, { tone: 'done', text: reviewMessages.nothing, action: null });
    return;
  }
  session.view.setState({ areNotesShown: true, isReviewShown: true, isTableShown: false });
  focusReview(id);
}

/** Scrolls the text to where a highlight stands, or may stand, and paints it. */
export function showPlace({ reader }: Session, { place }: ReviewItem): void {
  if (place) reader.setState({ found: { hits: [place], current: 0 } });
}

function moveTo({ article, projection }: OpenArticle, { id }: ReviewItem['highlight'], range: Range): ArticleEdit {
  return { kind: 'move-highlight', articleId: article.id, highlightId: id, anchor: describeAnchor(projection.text, range), review: null };
}

async function settle(session: Session, edits: readonly ArticleEdit[], said: string): Promise<void> {
  session.reader.setState({ found: null, placing: null });
  const done = edits.length > 0 && (await session.editor.edit(edits));
  if (done) showNotice(session.notices, { tone: 'done', text: said, action: { label: notesMessages.undo, run: () => void done.takeBack() } });
}

/** Takes the place of each as it is shown: one step of undo. */
export function acceptPlaces(session: Session, items: readonly ReviewItem[]): void {
  const open = openArticleOf(session.reader);
  if (!open || !mayWrite(session)) return;
  const edits = items.flatMap(({ highlight, place }) => (place ? [moveTo(open, highlight, place)] : []));
  void settle(session, edits, reviewMessages.accepted(edits.length));
}

/** Keeps each with its note and its old quote, without a place in the text: one step of undo. */
export function keepAsOrphans(session: Session, items: readonly ReviewItem[]): void {
  const open = openArticleOf(session.reader);
  if (!open || !mayWrite(session)) return;
  const edits = items.map(({ highlight: { id, anchor, review } }): ArticleEdit => ({
    kind: 'move-highlight', articleId: open.article.id, highlightId: id, anchor: review?.before ?? anchor, review: { ...review, kind: 'orphan', before: review?.before ?? anchor },
  }));
  void settle(session, edits, reviewMessages.kept(edits.length));
}

/** Begins to place a highlight by hand: the next selection in the text may become its place. */
export function beginPlacing(session: Session, item: ReviewItem): void {
  if (!mayWrite(session)) return;
  document.getSelection()?.removeAllRanges();
  session.reader.setState({ placing: item.highlight.id, target: null });
  showPlace(session, item);
  document.querySelector<HTMLElement>('[data-pane="reader"]')?.focus({ preventScroll: true });
}

/** Leaves a highlight where it was; the focus goes back to its card. */
export function cancelPlacing({ reader }: Session): void {
  const { placing } = reader.getState();
  reader.setState({ placing: null, found: null });
  if (placing) focusReview(placing);
}

/** Places a highlight on the words that are selected. False when none are. */
export function placeHere(session: Session, { highlight }: ReviewItem): boolean {
  const { reader } = session;
  const open = openArticleOf(reader);
  const { target } = reader.getState();
  if (!open || target?.kind !== 'selection') return false;
  void settle(session, [moveTo(open, highlight, target.range)], reviewMessages.accepted(1));
  document.getSelection()?.removeAllRanges();
  reader.setState({ target: null, selectedId: highlight.id });
  focusReview();
  return true;
}
