import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import type { Overview } from '../../core/library/library.ts';
import type { ViewState } from '../state/view-state.ts';
import { filterArticles, filterWords } from './filter-articles.ts';
import { articlesOnShelf } from './shelves.ts';
import { sortArticles } from './sort-articles.ts';

type Listing = Pick<Overview, 'articles' | 'tags' | 'collections'> & { readonly sortBy: Overview['settings']['sortBy'] };

/** The articles that the list shows, in its order: those of the shelf, or, while a filter is typed, those of every shelf that match it. */
export function shownArticles({ articles, tags, collections, sortBy }: Listing, { shelf, filter }: Pick<ViewState, 'shelf' | 'filter'>): readonly ArticleSummary[] {
  if (filterWords(filter).length === 0) return sortArticles(articlesOnShelf({ articles, collections }, shelf), sortBy);
  const isInBin = shelf.kind === 'bin';
  return sortArticles(filterArticles(articles.filter((article) => (article.binnedAt !== null) === isInBin), tags, filter), sortBy);
}

/** The article to go to when this one leaves the list: the next, else the one before. */
export function neighbourOf(articles: readonly ArticleSummary[], id: ArticleId): ArticleSummary | null {
  const index = articles.findIndex((article) => article.id === id);
  return index === -1 ? null : (articles[index + 1] ?? articles[index - 1] ?? null);
}
