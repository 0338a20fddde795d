import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import type { Overview } from '../../core/library/library.ts';
import type { ViewState } from '../state/view-state.ts';
import { filterArticles, filterWords } from './filter-articles.ts';
import { articlesOnShelf } from './shelves.ts';
import { type Sort, sortArticles } from './sort-articles.ts';

type Listing = Pick<Overview, 'articles' | 'tags' | 'collections'> & { readonly sort: Sort };

/** The articles that the list shows, in its order: those of the shelf, or, while a filter is typed, those of every shelf that match it. */
export function shownArticles({ articles, tags, collections, sort }: Listing, { shelf, filter }: Pick<ViewState, 'shelf' | 'filter'>): readonly ArticleSummary[] {
  if (filterWords(filter).length === 0) return sortArticles(articlesOnShelf({ articles, collections }, shelf), sort);
  const isInBin = shelf.kind === 'bin';
  return sortArticles(filterArticles(articles.filter((article) => (article.binnedAt !== null) === isInBin), tags, filter), sort);
}

/** The article to go to when this one and others leave the list: the next that stays, else the last one before. */
export function heirOf(articles: readonly ArticleSummary[], id: ArticleId, isStaying: (id: ArticleId) => boolean): ArticleSummary | null {
  const index = articles.findIndex((article) => article.id === id);
  if (index === -1) return null;
  const stays = (article: ArticleSummary) => article.id !== id && isStaying(article.id);
  return articles.slice(index + 1).find(stays) ?? articles.slice(0, index).findLast(stays) ?? null;
}
