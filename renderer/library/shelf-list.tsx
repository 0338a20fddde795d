import { statuses } from '../../core/article/article.ts';
import type { Shelf } from '../state/view-state.ts';
import { libraryMessages, statusNames } from '../text/library-messages.ts';
import { ShelfRow } from './shelf-row.tsx';
import { isStatusShelf, type ShelfCounts } from './shelves.ts';
import styles from './shelf-list.module.css';

/** The shelves. What is to review and the bin are among them while there is something in them. */
export function ShelfList({ counts, shelf }: { readonly counts: ShelfCounts; readonly shelf: Shelf }) {
  return (
    <ul role="list" className={styles.shelves} aria-label={libraryMessages.shelves}>
      {statuses.map((status) => (
        <ShelfRow key={status} shelf={{ kind: 'status', status }} isChosen={isStatusShelf(shelf, status)} count={counts[status]}>{statusNames[status]}</ShelfRow>
      ))}
      {(counts.review > 0 || shelf.kind === 'review') && <ShelfRow shelf={{ kind: 'review' }} isChosen={shelf.kind === 'review'} count={counts.review}>{libraryMessages.toReview}</ShelfRow>}
      {(counts.bin > 0 || shelf.kind === 'bin') && <ShelfRow shelf={{ kind: 'bin' }} isChosen={shelf.kind === 'bin'} count={counts.bin}>{libraryMessages.bin}</ShelfRow>}
    </ul>
  );
}
