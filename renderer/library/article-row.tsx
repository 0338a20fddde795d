import { memo } from 'react';
import { type ArticleSummary, readingMinutes } from '../../core/article/summary.ts';
import { daysLeft } from '../../core/library/bin.ts';
import { HitSnippets } from '../search/hit-snippets.tsx';
import { MarkedText } from '../search/marked-text.tsx';
import { useNow } from '../state/use-now.ts';
import { formatDate } from '../text/format.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { menuPlace, pressRow, type RowProps } from './row-actions.ts';
import styles from './article-row.module.css';

/** A label is printed in capitals over the article; in a row of facts it begins with one. */
const capitalise = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

function describe({ label, source, published, wordCount, binnedAt }: ArticleSummary, nowMs: number): string {
  return [binnedAt && libraryMessages.binLeft(daysLeft(binnedAt, nowMs)), label ? capitalise(label) : source, published && formatDate(published), libraryMessages.minutes(readingMinutes(wordCount))].filter(Boolean).join(' · ');
}

/** An article in the list: its title, where and when it is from, how far it is read. */
export const ArticleRow = memo(function ArticleRow({ article, hit, index, count, top, isOpen, isSelected, isReachable, actions, measure }: RowProps) {
  const { id, title, progress, language, reviewCount } = article;
  const tabIndex = isReachable ? 0 : -1;
  const nowMs = useNow();
  const inTitle = hit?.snippets.find(({ where }) => where === 'title');
  return (
    <li
      ref={measure} data-index={index} className={`${styles.row} ${isOpen ? styles.isOpen : ''} ${isSelected ? styles.isSelected : ''}`} style={{ transform: `translateY(${top}px)` }}
      data-article={id} aria-posinset={index + 1} aria-setsize={count}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.onMenu(article, menuPlace(event));
      }}
    >
      <button type="button" className={styles.open} data-row={index} tabIndex={tabIndex} aria-current={isOpen ? 'true' : undefined} title={title} onClick={(event) => pressRow(event, id, actions)}>
        {isSelected && <span className={styles.check}><Icon name="check" /><span className="visuallyHidden">{libraryMessages.selected}</span></span>}
        <span className={styles.title} dir="auto" lang={language ?? undefined}><MarkedText text={title} marks={inTitle?.text === title ? inTitle.marks : []} /></span>
        <span className={styles.facts} dir="auto">{reviewCount > 0 && <><span className={styles.review}>{libraryMessages.reviewCount(reviewCount)}</span>{' · '}</>}{describe(article, nowMs)}</span>
        <span className={styles.bar} style={{ '--progress': `${Math.round(progress * 100)}%` }} />
        <span className="visuallyHidden">{libraryMessages.read(progress)}</span>
      </button>
      <Button kind="quiet" isIcon className={styles.more} tabIndex={tabIndex} aria-haspopup="menu" aria-label={libraryMessages.moreAbout(title)} onClick={(event) => actions.onMenu(article, event.currentTarget.getBoundingClientRect())}>
        <Icon name="more" />
      </Button>
      {hit && <HitSnippets hit={hit} tabIndex={tabIndex} onOpen={(snippet) => actions.onOpen(id, snippet)} />}
    </li>
  );
});
