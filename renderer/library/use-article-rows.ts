import { type FocusEvent, type RefObject, useLayoutEffect, useMemo } from 'react';
import { withoutGone } from '../state/selection.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import type { RowProps } from './row-actions.ts';
import { useListKeys } from './use-list-keys.ts';
import { type Listed, type RowMenu, useRowActions } from './use-row-actions.ts';
import { useRowFocus } from './use-row-focus.ts';
import type { RowShape } from './use-virtual-rows.ts';

export type ArticleRows = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Of all rows together, in CSS pixels. */
  readonly height: number;
  readonly rows: readonly RowProps[];
  readonly menu: RowMenu | null;
  readonly closeMenu: () => void;
  readonly focusRow: (index: number) => void;
  readonly reachable: number;
  /** For the element that holds the rows. */
  readonly handlers: ReturnType<typeof useListKeys> & { readonly onFocus: (event: FocusEvent) => void };
};

/** What is chosen and has left the list is no longer chosen. */
function useOnlyListedSelected({ articles }: Listed): void {
  const { view } = useSession();
  const listed = useMemo(() => new Set(articles.map(({ id }) => id)), [articles]);
  useLayoutEffect(() => {
    const { selection } = view.getState();
    const kept = withoutGone(selection, (id) => listed.has(id));
    if (kept !== selection) view.setState({ selection: kept });
  }, [view, listed]);
}

/** The rows of a list of articles, however they are drawn: those in the page, the focus, the keys, the selection and the menu. */
export function useArticleRows(listed: Listed, shape: RowShape): ArticleRows {
  const { articles, hits } = listed;
  const { view } = useSession();
  const selected = useSelected(view, (state) => state.selection.ids);
  const focus = useRowFocus(articles, shape);
  const { scroller, virtual, openId, reachable, focusRow, noteFocus } = focus;
  const { actions, menu, closeMenu } = useRowActions(listed, articles[reachable]?.id ?? null);
  const keys = useListKeys(listed, focus, actions);
  useOnlyListedSelected(listed);
  const rows = virtual.getVirtualItems().flatMap(({ index, start }): RowProps[] => {
    const article = articles[index];
    if (!article) return [];
    const { id } = article;
    return [{
      article, hit: hits?.get(id) ?? null, index, count: articles.length, top: start - shape.headHeight, actions, measure: virtual.measureElement,
      isOpen: id === openId, isSelected: selected.has(id), isReachable: index === reachable,
    }];
  });
  return { scroller, height: virtual.getTotalSize(), rows, menu, closeMenu, focusRow, reachable, handlers: { ...keys, onFocus: noteFocus } };
}
