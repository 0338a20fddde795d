import { memo } from 'react';
import type { Column } from '../../core/library/columns.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { HitSnippets } from '../search/hit-snippets.tsx';
import { MarkedText } from '../search/marked-text.tsx';
import { libraryMessages } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { columnText } from './column-text.ts';
import { menuPlace, pressRow, type RowProps } from './row-actions.ts';
import { TableCell } from './table-cell.tsx';
import styles from './table-row.module.css';

type TitleCellProps = Pick<RowProps, 'article' | 'hit' | 'actions'> & { readonly reviews: string };

function TitleCell({ article, hit, actions, reviews }: TitleCellProps) {
  const { id, title, language } = article;
  const inTitle = hit?.snippets.find(({ where }) => where === 'title');
  return (
    <div role="gridcell" className={styles.titleCell} data-column="title">
      <span className={styles.title} data-text="" dir="auto" lang={language ?? undefined} title={title}><MarkedText text={title} marks={inTitle?.text === title ? inTitle.marks : []} /></span>
      {reviews !== '' && <span className={styles.review}>{reviews}</span>}
      <Button
        kind="quiet" isIcon className={styles.more} tabIndex={-1} aria-haspopup="menu" aria-label={libraryMessages.moreAbout(title)}
        onClick={(event) => {
          event.stopPropagation();
          actions.onMenu(article, event.currentTarget.getBoundingClientRect());
        }}
      >
        <Icon name="more" />
      </Button>
      {/* A press here is about the place found, not about the row. */}
      {hit && <div className={styles.snippets} onClick={(event) => event.stopPropagation()}><HitSnippets hit={hit} tabIndex={-1} onOpen={(snippet) => actions.onOpen(id, snippet)} /></div>}
    </div>
  );
}

type TableRowProps = RowProps & { readonly columns: readonly Column[]; readonly tags: readonly Tag[] };

/** An article in the table. The row has the focus as a whole, and is named by all that it says. */
export const TableRow = memo(function TableRow({ article, hit, index, top, isOpen, isSelected, isReachable, actions, measure, columns, tags }: TableRowProps) {
  const { id, title, reviewCount } = article;
  // Said with the title, unless a column says it.
  const reviews = reviewCount === 0 || columns.some(({ name }) => name === 'reviews') ? '' : libraryMessages.reviewCount(reviewCount);
  return (
    <div
      ref={measure} role="row" data-index={index} data-row={index} data-article={id} tabIndex={isReachable ? 0 : -1}
      aria-rowindex={index + 2} aria-selected={isSelected} aria-current={isOpen ? 'true' : undefined}
      aria-label={[...columns.map(({ name }) => (name === 'reviews' && reviewCount > 0 ? libraryMessages.reviewCount(reviewCount) : columnText(article, name, tags))), reviews].filter(Boolean).join(', ')}
      className={`${styles.row} ${isSelected ? styles.isSelected : ''} ${isOpen ? styles.isOpen : ''}`} style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => pressRow(event, id, actions)}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.onMenu(article, menuPlace(event));
      }}
    >
      <div role="gridcell" className={styles.check}>
        <label className={styles.box} onClick={(event) => event.stopPropagation()}>
          <input
            type="checkbox" tabIndex={-1} checked={isSelected} aria-label={libraryMessages.select(title)}
            onChange={({ nativeEvent }) => actions.onSelect(id, { isRange: nativeEvent instanceof MouseEvent && nativeEvent.shiftKey, isAdded: true })}
          />
        </label>
      </div>
      {columns.map(({ name }) => (name === 'title'
        ? <TitleCell key={name} article={article} hit={hit} actions={actions} reviews={reviews} />
        : <TableCell key={name} article={article} name={name} tags={tags} />))}
    </div>
  );
});
