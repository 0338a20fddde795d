import type { ArticleSummary } from '../../core/article/summary.ts';
import type { Settings } from '../../core/library/settings.ts';

type SortBy = Settings['sortBy'];
type Compare = (a: ArticleSummary, b: ArticleSummary) => number;

const words = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const newestFirst: Compare = (a, b) => (a.importedAt < b.importedAt ? 1 : a.importedAt > b.importedAt ? -1 : a.id < b.id ? 1 : -1);

/** Compares what two articles may lack: one that lacks it comes last. */
function lastWhenNull(a: string | null, b: string | null, compare: (a: string, b: string) => number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}

const orders: Readonly<Record<SortBy, Compare>> = {
  imported: () => 0,
  published: (a, b) => lastWhenNull(a.published, b.published, (first, second) => (first < second ? 1 : first > second ? -1 : 0)),
  title: (a, b) => words.compare(a.title, b.title),
  source: (a, b) => lastWhenNull(a.source, b.source, words.compare),
  progress: (a, b) => b.progress - a.progress,
};

/** The articles in the order chosen; where it does not decide, the newest import first. */
export function sortArticles(articles: readonly ArticleSummary[], sortBy: SortBy): readonly ArticleSummary[] {
  const order = orders[sortBy];
  return [...articles].sort((a, b) => order(a, b) || newestFirst(a, b));
}
