import type { ArticleSummary } from '../../core/article/summary.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { UsageProblem } from '../../core/messages/command-line-messages.ts';

const SHORTEST = 4;

/** What is wrong with ids as they were typed, before any library is asked. */
export function problemWithIds(typed: readonly string[]): UsageProblem | null {
  const short = typed.find((id) => id.length < SHORTEST);
  return short === undefined ? null : { kind: 'id-short', given: short, length: SHORTEST };
}

/** The only article whose id is, begins or ends with what was typed. */
export function findArticle(articles: readonly ArticleSummary[], typed: string): Result<ArticleSummary> {
  const wanted = typed.toLowerCase();
  const found = articles.filter(({ id }) => id.startsWith(wanted) || id.endsWith(wanted));
  const [article] = found;
  if (!article) return fail({ code: 'article-missing', articleId: typed });
  return found.length === 1 ? succeed(article) : fail({ code: 'article-ambiguous', articleId: typed, count: found.length });
}
