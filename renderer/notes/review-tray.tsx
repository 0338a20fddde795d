import { isOpen, type ReviewItem } from '../../core/highlight/list-reviews.ts';
import { WriteButton } from '../library/write-button.tsx';
import type { OpenArticle } from '../state/open-article.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { changesMessages } from '../text/changes-messages.ts';
import { reviewMessages } from '../text/review-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ReviewCard } from './review-card.tsx';
import { acceptPlaces, keepAsOrphans, showReviews } from './review-highlights.ts';
import styles from './review-tray.module.css';

/** Opens and closes the tray; says how many highlights are in it. Nothing where none is to be reviewed. */
export function ReviewButton({ reviews }: { readonly reviews: readonly ReviewItem[] }) {
  const session = useSession();
  const isShown = useSelected(session.view, (state) => state.isReviewShown);
  const count = reviews.filter(isOpen).length;
  if (count === 0) return null;
  return (
    <Button aria-expanded={isShown} aria-controls="review-tray" onClick={() => (isShown ? session.view.setState({ isReviewShown: false }) : showReviews(session))}>
      {reviewMessages.button(count)}
    </Button>
  );
}

/** Every highlight whose place is to be settled, with its old quote beside the new text. */
export function ReviewTray({ open, reviews }: { readonly open: OpenArticle; readonly reviews: readonly ReviewItem[] }) {
  const session = useSession();
  const { view, reader } = session;
  const moved = reviews.filter(({ kind }) => kind === 'moved');
  const lost = reviews.filter(({ kind }) => kind === 'lost');

  function close(): void {
    reader.setState({ placing: null, found: null });
    view.setState({ isReviewShown: false });
    document.querySelector<HTMLElement>('[data-pane="notes"]')?.focus();
  }

  return (
    <section id="review-tray" className={styles.tray} aria-label={reviewMessages.title}>
      <header className={styles.head}>
        <h3 className={styles.title}>{reviewMessages.title}</h3>
        {moved.length > 1 && <WriteButton onClick={() => acceptPlaces(session, moved)}>{reviewMessages.acceptMoved(moved.length)}</WriteButton>}
        {lost.length > 1 && <WriteButton onClick={() => keepAsOrphans(session, lost)}>{reviewMessages.keepLost(lost.length)}</WriteButton>}
        <span className={styles.space} />
        {(open.article.versions ?? []).length > 0 && <Button aria-haspopup="dialog" onClick={() => view.setState({ changesOf: open.article.id })}>{changesMessages.show}</Button>}
        <Button kind="quiet" isIcon aria-label={reviewMessages.close} title={reviewMessages.close} onClick={close}><Icon name="close" /></Button>
      </header>
      <ul className={styles.list}>
        {reviews.map((item) => <li key={`${item.highlight.id} ${item.kind}`}><ReviewCard item={item} open={open} /></li>)}
      </ul>
    </section>
  );
}
