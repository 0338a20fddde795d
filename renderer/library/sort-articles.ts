import { statuses } from '../../core/article/article.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ColumnName } from '../../core/library/columns.ts';
import type { Settings } from '../../core/library/settings.ts';
import { perLanguage } from '../../core/base/language.ts';

/** An order of the list; reversed is the other way round from what is usual for the column. */
export type Sort = { readonly by: ColumnName; readonly isReversed: boolean };

type Key = string | number;
type Order = {
  /** What articles are compared by; null where one lacks it. */
  readonly keyOf: (article: ArticleSummary) => Key | null;
  readonly usual: 'ascending' | 'descending';
  /** Compares as people read, not by code points. */
  readonly isText?: boolean;
};

const orders: Readonly<Record<ColumnName, Order>> = {
  title: { keyOf: ({ title }) => title, usual: 'ascending', isText: true },
  byline: { keyOf: ({ byline }) => byline, usual: 'ascending', isText: true },
  source: { keyOf: ({ source }) => source, usual: 'ascending', isText: true },
  published: { keyOf: ({ published }) => published, usual: 'descending' },
  imported: { keyOf: ({ importedAt }) => importedAt, usual: 'descending' },
  changed: { keyOf: ({ changedAt }) => changedAt, usual: 'descending' },
  status: { keyOf: ({ status }) => statuses.indexOf(status), usual: 'ascending' },
  progress: { keyOf: ({ progress }) => progress, usual: 'descending' },
  words: { keyOf: ({ wordCount }) => wordCount, usual: 'descending' },
  highlights: { keyOf: ({ highlightCount }) => highlightCount, usual: 'descending' },
  notes: { keyOf: ({ noteCount }) => noteCount, usual: 'descending' },
  reviews: { keyOf: ({ reviewCount }) => reviewCount, usual: 'descending' },
  tags: { keyOf: ({ tags }) => Object.keys(tags).length, usual: 'descending' },
};

const words = perLanguage((locale) => new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }));
const byCode = (a: Key, b: Key) => (a < b ? -1 : a > b ? 1 : 0);
const byWords = (a: Key, b: Key) => words().compare(String(a), String(b));
const newestFirst = (a: ArticleSummary, b: ArticleSummary) => byCode(b.importedAt, a.importedAt) || byCode(b.id, a.id);

export function sortOf({ sortBy, isSortReversed }: Pick<Settings, 'sortBy' | 'isSortReversed'>): Sort {
  return { by: sortBy, isReversed: isSortReversed };
}

export function directionOf({ by, isReversed }: Sort): Order['usual'] {
  const isDescending = (orders[by].usual === 'descending') !== isReversed;
  return isDescending ? 'descending' : 'ascending';
}

/** The order after a column was chosen: as usual, or the other way round where it is sorted by that already. */
export function nextSort(sort: Sort | null, by: ColumnName): Sort {
  return { by, isReversed: sort?.by === by && !sort.isReversed };
}

/** The articles in that order. What lacks the key comes last either way; where the key does not decide, the newest import comes first. */
export function sortArticles(articles: readonly ArticleSummary[], sort: Sort): readonly ArticleSummary[] {
  const { keyOf, isText = false } = orders[sort.by];
  const compare = isText ? byWords : byCode;
  const sign = directionOf(sort) === 'descending' ? -1 : 1;
  const keyed = articles.map((article) => ({ article, key: keyOf(article) }));
  keyed.sort((a, b) => (a.key === null || b.key === null ? Number(a.key === null) - Number(b.key === null) : sign * compare(a.key, b.key)) || newestFirst(a.article, b.article));
  return keyed.map(({ article }) => article);
}
