import type { Status } from '../../core/article/article.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import type { TagId } from '../../core/base/ids.ts';
import type { Tag } from '../../core/tag/tag.ts';
import type { Shelf } from '../state/view-state.ts';

export type ShelfCounts = Readonly<Record<Status | 'bin', number>>;
export type TagCount = { readonly tag: Tag; readonly count: number };

/** How many articles stand on each shelf. One in the bin counts there only. */
export function countShelves(articles: readonly ArticleSummary[]): ShelfCounts {
  const counts = { inbox: 0, reading: 0, archive: 0, bin: 0 };
  for (const article of articles) counts[article.binnedAt === null ? article.status : 'bin'] += 1;
  return counts;
}

/** The codebook with the number of highlights that carry each tag, the most used first. What lies in the bin does not count. */
export function countTags(articles: readonly ArticleSummary[], tags: readonly Tag[]): readonly TagCount[] {
  const counts = new Map<string, number>();
  for (const { tags: used, binnedAt } of articles) {
    if (binnedAt === null) for (const [id, count] of Object.entries(used)) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return tags
    .map((tag) => ({ tag, count: counts.get(tag.id) ?? 0 }))
    .sort((a, b) => b.count - a.count || a.tag.name.localeCompare(b.tag.name));
}

function isOnShelf(article: ArticleSummary, shelf: Shelf): boolean {
  switch (shelf.kind) {
    case 'status': return article.binnedAt === null && article.status === shelf.status;
    case 'tag': return article.binnedAt === null && (article.tags[shelf.tagId] ?? 0) > 0;
    case 'bin': return article.binnedAt !== null;
  }
}

export function articlesOnShelf(articles: readonly ArticleSummary[], shelf: Shelf): readonly ArticleSummary[] {
  return articles.filter((article) => isOnShelf(article, shelf));
}

export function isStatusShelf(shelf: Shelf, status: Status): boolean {
  return shelf.kind === 'status' && shelf.status === status;
}

export function isTagShelf(shelf: Shelf, tagId: TagId): boolean {
  return shelf.kind === 'tag' && shelf.tagId === tagId;
}
