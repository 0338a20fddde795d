import { addressKey } from '../article/address-key.ts';
import { type ArticleSummary, originalMark } from '../article/summary.ts';

/** What becomes of a source that the library has already: nothing but saying so, a new version of its article, or another article. */
export const knownPolicies = ['ask', 'version', 'both'] as const;
export type KnownPolicy = (typeof knownPolicies)[number];

/** An article that the library has of a source; `isSame` is true where it came of the very same bytes. */
export type KnownArticle = { readonly article: ArticleSummary; readonly isSame: boolean };

/** The article, not in the bin, that came from one of those addresses; null for none. */
export function findByAddress(summaries: readonly ArticleSummary[], addresses: readonly (string | null)[]): ArticleSummary | null {
  const keys = new Set(addresses.map(addressKey).filter((key) => key !== null));
  if (keys.size === 0) return null;
  return summaries.find(({ url, binnedAt }) => binnedAt === null && keys.has(addressKey(url) ?? '')) ?? null;
}

/** Many pages name the front page of their site as their address, which tells none of them from another. */
const isOfOnePage = (url: string): boolean => /[/?]/.test(addressKey(url) ?? '');

/** What the library has of a file by its bytes, else by the address that it names; null for what is new to it. */
export function findKnown(summaries: readonly ArticleSummary[], { sha256, url }: { readonly sha256: string; readonly url: string | null }): KnownArticle | null {
  const mark = originalMark(sha256);
  const same = summaries.find(({ original, binnedAt }) => binnedAt === null && original === mark);
  if (same) return { article: same, isSame: true };
  const named = url !== null && isOfOnePage(url) ? findByAddress(summaries, [url]) : null;
  return named && { article: named, isSame: false };
}
