import type { ArticleSummary } from '../../core/article/summary.ts';
import type { Tag } from '../../core/tag/tag.ts';

/** A summary with the names of its tags, since a reader outside has no codebook. */
export function summaryForJson(article: ArticleSummary, tags: readonly Tag[]): object {
  return { ...article, tags: tags.flatMap(({ id, name }) => (article.tags[id] ? [{ id, name, count: article.tags[id] }] : [])) };
}
