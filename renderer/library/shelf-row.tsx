import type { ReactNode } from 'react';
import type { Shelf } from '../state/view-state.ts';
import { useSession } from '../state/use-session.ts';
import { formatNumber } from '../text/format.ts';
import styles from './shelf-row.module.css';

type ShelfRowProps = { readonly shelf: Shelf; readonly isChosen: boolean; readonly count: number; readonly children: ReactNode };

/** A shelf or a tag, with how much is on it. Choosing it shows that, and ends a filter. */
export function ShelfRow({ shelf, isChosen, count, children }: ShelfRowProps) {
  const { view } = useSession();
  return (
    <li>
      <button type="button" className={`${styles.row} ${count === 0 ? styles.isEmpty : ''}`} aria-current={isChosen ? 'true' : undefined} onClick={() => view.setState({ shelf, filter: '', ...(shelf.kind === 'review' ? { isReviewShown: true } : {}) })}>
        {children} <span className={styles.count}>{formatNumber(count)}</span>
      </button>
    </li>
  );
}
