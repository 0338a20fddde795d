import type { ArticleSummary } from '../../core/article/summary.ts';
import { findByName } from '../../core/base/named-record.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { articlesIn } from '../../core/collection/collection.ts';
import type { Overview } from '../../core/library/library.ts';

/** The articles that are not in the bin: all, or those of the collection of that name. */
export function articlesOf({ articles, collections }: Overview, name: string | undefined): Result<readonly ArticleSummary[]> {
  if (name === undefined) return succeed(articles.filter((article) => article.binnedAt === null));
  const collection = findByName(collections, name);
  return collection ? succeed(articlesIn(articles, collection)) : fail({ code: 'name-unknown', record: 'collection', name });
}
