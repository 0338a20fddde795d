import { type FocusEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { openedId } from '../state/reader-state.ts';
import { useSelected, useSession, useSettings } from '../state/use-session.ts';
import { focusOrMain } from '../ui/keep-focus.ts';
import { useReachedRow } from './use-reached-row.ts';
import { type RowShape, useVirtualRows, type VirtualRows } from './use-virtual-rows.ts';

export type RowFocus = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtual: VirtualRows;
  readonly openId: ArticleId | null;
  /** The row that Tab reaches: where the focus was last, else the open article, else the first. */
  readonly reachable: number;
  /** Moves the focus to a row, wherever it is. */
  readonly focusRow: (index: number) => void;
  readonly noteFocus: (event: FocusEvent) => void;
};

const rowAt = (scroller: HTMLElement | null, index: number) => scroller?.querySelector<HTMLElement>(`[data-row="${index}"]`) ?? null;

/** Goes back to the top when the list is sorted anew, or to the row that has the focus. */
function useSortedAnew(virtual: VirtualRows, scroller: RefObject<HTMLElement | null>, reachable: number): void {
  const { view } = useSession();
  const { sortBy, isSortReversed } = useSettings();
  const order = `${sortBy} ${isSortReversed} ${useSelected(view, (state) => state.sortedSearch)}`;
  const drawn = useRef(order);
  useEffect(() => {
    if (drawn.current === order) return;
    drawn.current = order;
    if (rowAt(scroller.current, reachable)?.contains(document.activeElement)) virtual.scrollToIndex(reachable);
    else virtual.scrollToOffset(0);
  }, [order, virtual, scroller, reachable]);
}

/** Where the focus is in a list of which only some rows are in the page. It is never lost: not by scrolling, sorting or removal. */
export function useRowFocus(articles: readonly ArticleSummary[], shape: RowShape): RowFocus {
  const { reader } = useSession();
  const openId = useSelected(reader, ({ opened }) => openedId(opened));
  const scroller = useRef<HTMLDivElement>(null);
  const lastFocused = useRef<Element | null>(null);
  const indexes = useMemo(() => new Map(articles.map(({ id }, index) => [id, index])), [articles]);
  const [reached, reach] = useReachedRow(articles, indexes);
  const find = (id: ArticleId | null) => (id === null ? undefined : indexes.get(id));
  const reachable = find(reached) ?? find(openId) ?? 0;
  const keyAt = useCallback((index: number) => articles[index]?.id ?? String(index), [articles]);
  const virtual = useVirtualRows({ scroller, count: articles.length, keyAt, kept: reachable, shape });
  useSortedAnew(virtual, scroller, reachable);

  useLayoutEffect(() => {
    // The row that had the focus has left the list, and the browser has put the focus nowhere.
    if (lastFocused.current?.isConnected === false && document.activeElement === document.body) focusOrMain(rowAt(scroller.current, reachable));
  }, [articles, reachable]);

  function focusRow(index: number): void {
    const article = articles[index];
    if (!article) return;
    // The row has to be in the page before it can take the focus.
    flushSync(() => reach(article.id));
    virtual.scrollToIndex(index);
    const row = rowAt(scroller.current, index);
    row?.focus({ preventScroll: true });
    // In a low window, the pane around the list scrolls too.
    row?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  function noteFocus({ target }: FocusEvent): void {
    lastFocused.current = target;
    const row = target.closest<HTMLElement>('[data-article]')?.dataset['article'];
    const article = articles.find(({ id }) => id === row);
    if (article) reach(article.id);
  }

  return { scroller, virtual, openId, reachable, focusRow, noteFocus };
}
