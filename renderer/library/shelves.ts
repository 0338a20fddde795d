import type { Status } from '../../core/article/article.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import type { CollectionId, TagId } from '../../core/base/ids.ts';
import { findById } from '../../core/base/named-record.ts';
import { articlesIn, type Collection } from '../../core/collection/collection.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { compareNames } from '../../core/base/language.ts';
import type { Shelf } from '../state/view-state.ts';

export type ShelfCounts = Readonly<Record<Status | 'review' | 'bin', number>>;
export type TagCount = { readonly tag: Tag; readonly count: number };
export type CollectionCount = { readonly collection: Collection; readonly count: number };

/** What the shelves of a library are made of. */
type Shelved = { readonly articles: readonly ArticleSummary[]; readonly collections: readonly Collection[] };

const isToReview = ({ binnedAt, reviewCount }: ArticleSummary) => binnedAt === null && reviewCount > 0;

/** How many articles stand on each shelf. One in the bin counts there only; one to review counts with its status too. */
export function countShelves(articles: readonly ArticleSummary[]): ShelfCounts {
  const counts = { inbox: 0, reading: 0, archive: 0, review: 0, bin: 0 };
  for (const article of articles) {
    counts[article.binnedAt === null ? article.status : 'bin'] += 1;
    if (isToReview(article)) counts.review += 1;
  }
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
    .sort((a, b) => b.count - a.count || compareNames(a.tag.name, b.tag.name));
}

/** The collections with the number of their articles, by name. What lies in the bin does not count. */
export function countCollections({ articles, collections }: Shelved): readonly CollectionCount[] {
  return collections
    .map((collection) => ({ collection, count: articlesIn(articles, collection).length }))
    .sort((a, b) => compareNames(a.collection.name, b.collection.name));
}

export function articlesOnShelf({ articles, collections }: Shelved, shelf: Shelf): readonly ArticleSummary[] {
  switch (shelf.kind) {
    case 'status': return articles.filter((article) => article.binnedAt === null && article.status === shelf.status);
    case 'tag': return articles.filter((article) => article.binnedAt === null && (article.tags[shelf.tagId] ?? 0) > 0);
    case 'collection': {
      const collection = findById(collections, shelf.collectionId);
      return collection ? articlesIn(articles, collection) : [];
    }
    case 'review': return articles.filter(isToReview);
    case 'bin': return articles.filter((article) => article.binnedAt !== null);
  }
}

export function isStatusShelf(shelf: Shelf, status: Status): boolean {
  return shelf.kind === 'status' && shelf.status === status;
}

export function isTagShelf(shelf: Shelf, tagId: TagId): boolean {
  return shelf.kind === 'tag' && shelf.tagId === tagId;
}

export function isCollectionShelf(shelf: Shelf, id: CollectionId): boolean {
  return shelf.kind === 'collection' && shelf.collectionId === id;
}
