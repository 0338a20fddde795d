import { addressKey } from '../article/address-key.ts';
import type { ArticleSummary } from '../article/summary.ts';
import { foldText, normaliseLine } from '../base/text.ts';
import type { Reading } from '../import/readings/reading.ts';

const titleKey = (title: string | null, byline: string | null) => (title ? JSON.stringify([foldText(normaliseLine(title)), foldText(normaliseLine(byline ?? ''))]) : null);

/** Finds the article of the library that a reading is of: by its id, by its address, else by title and byline, where there is no address to say otherwise. */
export function makeMatcher(articles: readonly ArticleSummary[]): (reading: Reading) => ArticleSummary | null {
  // Articles in the bin count after the others.
  const sorted = articles.toSorted((a, b) => Number(b.binnedAt !== null) - Number(a.binnedAt !== null));
  const byId = new Map(sorted.map((article) => [String(article.id), article]));
  const byAddress = new Map(sorted.map((article) => [addressKey(article.url), article]));
  const byTitle = new Map(sorted.map((article) => [titleKey(article.title, article.byline), article]));
  return ({ found, lecternId }) => {
    const own = lecternId === null ? undefined : byId.get(lecternId);
    const address = addressKey(found.url);
    const atAddress = address === null ? undefined : byAddress.get(address);
    const key = titleKey(found.title, found.byline);
    const titled = key === null ? undefined : byTitle.get(key);
    return own ?? atAddress ?? (titled && (address === null || titled.url === null) ? titled : null);
  };
}
