import { useMemo } from 'react';
import { useSelected, useSession } from '../state/use-session.ts';
import { ArticleList } from './article-list.tsx';
import { ArticleTable } from './article-table.tsx';
import { sortArticles } from './sort-articles.ts';
import type { Listed } from './use-row-actions.ts';
import { useSort } from './use-sort.ts';

/** Articles as the narrow list of the sidebar or as the table, whichever is shown; results of a search sorted, if they are to be. */
export function ListOrTable({ articles, hits }: Listed) {
  const { view } = useSession();
  const isTable = useSelected(view, (state) => state.isTableShown);
  const sort = useSort();
  const sorted = useMemo(() => (hits && sort ? sortArticles(articles, sort) : articles), [articles, hits, sort]);
  return isTable ? <ArticleTable articles={sorted} hits={hits} /> : <ArticleList articles={sorted} hits={hits} />;
}
