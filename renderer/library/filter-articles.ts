import type { ArticleSummary } from '../../core/article/summary.ts';
import { foldText } from '../../core/base/text.ts';
import type { Tag } from '../../core/tag/tag.ts';

/** A summary never changes, so what it is found by is folded once. */
const foldedSummaries = new WeakMap<ArticleSummary, string>();

/** What a filter looks through, folded; it begins with the title. */
export function foldSummary(article: ArticleSummary): string {
  const known = foldedSummaries.get(article);
  if (known !== undefined) return known;
  const folded = foldText([article.title, article.source, article.byline].filter((part) => part !== null).join('\n'));
  foldedSummaries.set(article, folded);
  return folded;
}

/** The words of a filter as typed, folded; none when it is blank. */
export function filterWords(filter: string): readonly string[] {
  return foldText(filter).split(/\s+/).filter((word) => word !== '');
}

/** The articles in whose title, source, byline and tags each word of the filter stands, case and diacritics folded. */
export function filterArticles(articles: readonly ArticleSummary[], tags: readonly Tag[], filter: string): readonly ArticleSummary[] {
  const wanted = filterWords(filter);
  const tagNames = new Map<string, string>(tags.map((tag) => [tag.id, foldText(tag.name)]));
  return articles.filter((article) => {
    const names = Object.keys(article.tags).map((id) => tagNames.get(id) ?? '');
    const text = `${foldSummary(article)}\n${names.join('\n')}`;
    return wanted.every((word) => text.includes(word));
  });
}
