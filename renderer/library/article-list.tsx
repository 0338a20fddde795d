import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import type { SearchHit } from '../../core/library/ports.ts';
import type { Snippet } from '../../core/search/snippets.ts';
import { openHit } from '../search/open-hit.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { focusOrMain } from '../ui/keep-focus.ts';
import { MenuPopover } from '../ui/menu-popover.tsx';
import type { Edges } from '../ui/place-menu.ts';
import { articleMenu } from './article-menu.ts';
import { ArticleRow } from './article-row.tsx';
import { binArticle } from './bin-article.ts';
import { askToDelete } from './delete-for-good.ts';
import { nextRow } from './list-keys.ts';
import { useRowWindow } from './use-row-window.ts';
import styles from './article-list.module.css';

type ArticleListProps = {
  readonly articles: readonly ArticleSummary[];
  /** What a search found in them; null where they are listed for themselves. */
  readonly hits: ReadonlyMap<ArticleId, SearchHit> | null;
};

type Place = { readonly id: ArticleId; readonly index: number };

/** The row that Tab reaches: where the focus was last, else the open article, else the first. One that has left the list is followed by its successor. */
function reachableIndex(articles: readonly ArticleSummary[], last: Place | null, openId: ArticleId | null): number {
  const find = (id: ArticleId | null) => (id === null ? -1 : articles.findIndex((article) => article.id === id));
  const [lastIndex, openIndex] = [find(last?.id ?? null), find(openId)];
  if (lastIndex !== -1) return lastIndex;
  if (last) return Math.min(last.index, articles.length - 1);
  return Math.max(openIndex, 0);
}

/** The articles of a shelf. One stop for Tab; the arrow keys go from row to row, Delete puts into the bin, and asks in it whether an article is to go for good. */
export function ArticleList({ articles, hits }: ArticleListProps) {
  const session = useSession();
  const openId = useSelected(session.reader, ({ opened }) => (opened.kind === 'open' ? opened.article.id : opened.kind === 'none' ? null : opened.id));
  const list = useRef<HTMLUListElement>(null);
  const [last, setLast] = useState<Place | null>(null);
  const [menu, setMenu] = useState<{ readonly article: ArticleSummary; readonly from: Edges } | null>(null);
  const [rows, showRow, start, end] = useRowWindow(articles.length);
  const wanted = reachableIndex(articles, last, openId);
  const reachable = wanted >= rows.from && wanted < rows.to ? wanted : rows.from;

  const open = useCallback((id: ArticleId, snippet?: Snippet) => void (snippet ? openHit(session, id, snippet) : session.openArticle(id)), [session]);
  const openMenu = useCallback((article: ArticleSummary, from: Edges) => setMenu({ article, from }), []);
  const closeMenu = useCallback(() => setMenu(null), []);

  const hasLeft = last !== null && articles[reachable]?.id !== last.id;
  useLayoutEffect(() => {
    // The row that had the focus has left the list, and the browser has put the focus nowhere.
    if (hasLeft && document.activeElement === document.body) focusOrMain(list.current?.querySelector('[data-row][tabindex="0"]') ?? null);
  }, [hasLeft, articles]);

  function handleKey(event: KeyboardEvent): void {
    const article = articles[reachable];
    if (event.key === 'Delete' && article) {
      event.preventDefault();
      if (article.binnedAt === null) binArticle(session, article.id);
      else askToDelete(session, [article.id]);
      return;
    }
    const next = nextRow(event.key, reachable, articles.length);
    if (next === null) return;
    event.preventDefault();
    showRow(next);
    list.current?.querySelector<HTMLElement>(`[aria-posinset="${next + 1}"] [data-row]`)?.focus();
  }

  function noteFocus(target: EventTarget): void {
    const id = target instanceof Element ? target.closest<HTMLElement>('[data-article]')?.dataset['article'] : undefined;
    const index = articles.findIndex((article) => article.id === id);
    const article = articles[index];
    if (article) setLast({ id: article.id, index });
  }

  return (
    <div className={styles.scroller}>
      <div ref={start} className={styles.end} />
      <ul
        ref={list} role="list" className={styles.list} aria-label={libraryMessages.articles} data-article-list=""
        onKeyDown={handleKey} onFocus={(event) => noteFocus(event.target)}
      >
        {articles.slice(rows.from, rows.to).map((article, offset) => {
          const index = rows.from + offset;
          return <ArticleRow key={article.id} article={article} place={index + 1} count={articles.length} hit={hits?.get(article.id) ?? null} isOpen={article.id === openId} isReachable={index === reachable} onOpen={open} onMenu={openMenu} />;
        })}
      </ul>
      <div ref={end} className={styles.end} />
      {menu && <MenuPopover label={libraryMessages.actions} items={articleMenu(session, menu.article)} from={menu.from} onClose={closeMenu} />}
    </div>
  );
}
