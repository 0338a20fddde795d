import { useCallback, useMemo, useState } from 'react';
import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import type { SearchHit } from '../../core/library/ports.ts';
import type { Snippet } from '../../core/search/snippets.ts';
import { openHit } from '../search/open-hit.ts';
import { noSelection, withRange, withToggled } from '../state/selection.ts';
import { useSession } from '../state/use-session.ts';
import type { Edges } from '../ui/place-menu.ts';
import type { RowActions, SelectRequest } from './row-actions.ts';

/** What a list shows. */
export type Listed = {
  readonly articles: readonly ArticleSummary[];
  /** What a search found in them; null where they are listed for themselves. */
  readonly hits: ReadonlyMap<ArticleId, SearchHit> | null;
};

/** A menu that is open, and the articles that it is about. */
export type RowMenu = { readonly articles: readonly ArticleSummary[]; readonly from: Edges };

const firstPlace = (hit: SearchHit | undefined) => hit?.snippets.find((snippet) => snippet.highlightId ?? snippet.position);

/** What the rows of a list do. A range without an anchor begins at the row that was reached last. */
export function useRowActions({ articles, hits }: Listed, reached: ArticleId | null): { readonly actions: RowActions; readonly menu: RowMenu | null; readonly closeMenu: () => void } {
  const session = useSession();
  const { view } = session;
  const [menu, setMenu] = useState<RowMenu | null>(null);
  const closeMenu = useCallback(() => setMenu(null), []);

  const onOpen = useCallback((id: ArticleId, snippet?: Snippet) => {
    view.setState({ selection: noSelection, isTableShown: false });
    const place = snippet ?? firstPlace(hits?.get(id));
    void (place ? openHit(session, id, place) : session.openArticle(id));
  }, [session, view, hits]);

  const onSelect = useCallback((id: ArticleId, { isRange, isAdded }: SelectRequest) => view.setState(({ selection }) => ({
    selection: isRange ? withRange(selection, articles.map((article) => article.id), { to: id, from: reached ?? id, isAdded }) : withToggled(selection, id),
  })), [view, articles, reached]);

  const onMenu = useCallback((article: ArticleSummary, from: Edges) => {
    const { ids } = view.getState().selection;
    // A menu on a row that is not selected is about that row alone.
    setMenu({ articles: ids.has(article.id) ? articles.filter(({ id }) => ids.has(id)) : [article], from });
  }, [view, articles]);

  const actions = useMemo(() => ({ onOpen, onSelect, onMenu }), [onOpen, onSelect, onMenu]);
  return { actions, menu, closeMenu };
}
