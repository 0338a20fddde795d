import { useState } from 'react';
import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { useSession } from '../state/use-session.ts';
import { heirOf } from './shown-articles.ts';

/** The row where the focus was last; to begin with, the one chosen last. When it leaves the list, its successor takes its place. */
export function useReachedRow(articles: readonly ArticleSummary[], indexes: ReadonlyMap<ArticleId, number>): [reached: ArticleId | null, reach: (id: ArticleId) => void] {
  const { view } = useSession();
  const [reached, setReached] = useState(() => view.getState().selection.anchor);
  const [known, setKnown] = useState(articles);
  if (articles !== known) {
    setKnown(articles);
    if (reached !== null && !indexes.has(reached)) setReached(heirOf(known, reached, (id) => indexes.has(id))?.id ?? null);
  }
  return [reached, setReached];
}
