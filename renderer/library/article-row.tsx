import { memo } from 'react';
import { type ArticleSummary, readingMinutes } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { daysLeft } from '../../core/library/bin.ts';
import type { SearchHit } from '../../core/library/ports.ts';
import type { Snippet } from '../../core/search/snippets.ts';
import { HitSnippets } from '../search/hit-snippets.tsx';
import { MarkedText } from '../search/marked-text.tsx';
import { useNow } from '../state/use-now.ts';
import { formatDate } from '../text/format.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Edges } from '../ui/place-menu.ts';
import styles from './article-row.module.css';

type ArticleRowProps = {
  readonly article: ArticleSummary;
  /** What a search found in it; null where it is listed for itself. */
  readonly hit: SearchHit | null;
  /** Which of how many it is; not every row of a long list is in the page. */
  readonly place: number;
  readonly count: number;
  readonly isOpen: boolean;
  /** True for the one row of the list that Tab reaches; the arrow keys go on from there. */
  readonly isReachable: boolean;
  /** Opens the article, at what was found where that is given. */
  readonly onOpen: (id: ArticleId, snippet?: Snippet) => void;
  readonly onMenu: (article: ArticleSummary, from: Edges) => void;
};

/** A label is printed in capitals over the article; in a row of facts it begins with one. */
const capitalise = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

function describe({ label, source, published, wordCount, binnedAt }: ArticleSummary, nowMs: number): string {
  return [binnedAt && libraryMessages.binLeft(daysLeft(binnedAt, nowMs)), label ? capitalise(label) : source, published && formatDate(published), libraryMessages.minutes(readingMinutes(wordCount))].filter(Boolean).join(' · ');
}

/** An article in the list: its title, where and when it is from, how far it is read. */
export const ArticleRow = memo(function ArticleRow({ article, hit, place, count, isOpen, isReachable, onOpen, onMenu }: ArticleRowProps) {
  const { id, title, progress, language } = article;
  const tabIndex = isReachable ? 0 : -1;
  const nowMs = useNow();
  const inTitle = hit?.snippets.find(({ where }) => where === 'title');
  return (
    <li
      className={`${styles.row} ${isOpen ? styles.isOpen : ''}`} data-article={id} aria-posinset={place} aria-setsize={count}
      onContextMenu={(event) => {
        event.preventDefault();
        // A menu asked for by key hangs from the row; by pointer, from where that is.
        const isByKey = event.clientX === 0 && event.clientY === 0;
        onMenu(article, isByKey ? event.currentTarget.getBoundingClientRect() : { left: event.clientX, top: event.clientY, right: event.clientX, bottom: event.clientY });
      }}
    >
      <button type="button" className={styles.open} data-row="" tabIndex={tabIndex} aria-current={isOpen ? 'true' : undefined} title={title} onClick={() => onOpen(id, hit?.snippets.find((snippet) => snippet.highlightId ?? snippet.position))}>
        <span className={styles.title} dir="auto" lang={language ?? undefined}><MarkedText text={title} marks={inTitle?.text === title ? inTitle.marks : []} /></span>
        <span className={styles.facts} dir="auto">{describe(article, nowMs)}</span>
        <span className={styles.bar} style={{ '--progress': `${Math.round(progress * 100)}%` }} />
        <span className="visuallyHidden">{libraryMessages.read(progress)}</span>
      </button>
      <Button kind="quiet" isIcon className={styles.more} tabIndex={tabIndex} aria-haspopup="menu" aria-label={libraryMessages.moreAbout(title)} onClick={(event) => onMenu(article, event.currentTarget.getBoundingClientRect())}>
        <Icon name="more" />
      </Button>
      {hit && <HitSnippets hit={hit} tabIndex={tabIndex} onOpen={(snippet) => onOpen(id, snippet)} />}
    </li>
  );
});
