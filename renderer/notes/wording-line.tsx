import { useMemo } from 'react';
import { compareWords } from '../../core/base/word-difference.ts';
import { formerWording, type Highlight } from '../../core/highlight/highlight.ts';
import { useSession } from '../state/use-session.ts';
import { reviewMessages } from '../text/review-messages.ts';
import { Button } from '../ui/button.tsx';
import { WordChanges } from '../ui/word-changes.tsx';
import { showReviews } from './review-highlights.ts';
import styles from './wording-line.module.css';

/** Says of a highlight that its words were changed, from what to what, and leads to where that can be settled. Nothing where they are as they were. */
export function WordingLine({ highlight }: { readonly highlight: Highlight }) {
  const session = useSession();
  const former = formerWording(highlight);
  const pieces = useMemo(() => (former === null ? null : compareWords(former, highlight.anchor.exact)), [former, highlight.anchor.exact]);
  if (!pieces) return null;
  return (
    <div className={styles.wording}>
      <p className={styles.line}>
        {reviewMessages.wordingChanged}
        <Button kind="quiet" className={styles.review} onClick={() => showReviews(session, highlight.id)}>{reviewMessages.review}</Button>
      </p>
      <WordChanges pieces={pieces} addedLabel={reviewMessages.added} removedLabel={reviewMessages.removed} />
    </div>
  );
}
