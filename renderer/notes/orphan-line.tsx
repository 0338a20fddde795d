import type { Highlight } from '../../core/highlight/highlight.ts';
import { useSession } from '../state/use-session.ts';
import { reviewMessages } from '../text/review-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { showReviews } from './review-highlights.ts';
import styles from './orphan-line.module.css';

/** Says of a highlight that it stands nowhere in the text, and leads to where that can be settled. */
export function OrphanLine({ highlight }: { readonly highlight: Highlight }) {
  const session = useSession();
  return (
    <p className={styles.orphan}>
      <Icon name="warning" />{highlight.review?.kind === 'unsure' ? reviewMessages.kinds.unsure : reviewMessages.notFound}
      <Button kind="quiet" className={styles.again} onClick={() => showReviews(session, highlight.id)}>{reviewMessages.findAgain}</Button>
    </p>
  );
}
