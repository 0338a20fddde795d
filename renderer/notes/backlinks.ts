import { parseLibraryHref } from '../../core/article/library-link.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ArticleId, HighlightId } from '../../core/base/ids.ts';

/** The articles whose notes link to an article, or to one of its highlights. */
export type Backlinks = { readonly toArticle: readonly ArticleSummary[]; readonly toHighlights: ReadonlyMap<HighlightId, readonly ArticleSummary[]> };

/** Who links here: in the library, apart from what lies in the bin. */
export function findBacklinks(articles: readonly ArticleSummary[], articleId: ArticleId): Backlinks {
  const toArticle: ArticleSummary[] = [];
  const toHighlights = new Map<HighlightId, ArticleSummary[]>();
  for (const article of articles) {
    if (article.binnedAt !== null) continue;
    for (const link of article.links.flatMap((href) => parseLibraryHref(href) ?? [])) {
      if (link.articleId !== articleId) continue;
      if (link.highlightId === null) toArticle.push(article);
      else toHighlights.set(link.highlightId, [...(toHighlights.get(link.highlightId) ?? []), article]);
    }
  }
  return { toArticle, toHighlights };
}
