import { z } from 'zod';
import { articleIdSchema, type ArticleId, type CollectionId, collectionIdSchema } from '../base/ids.ts';
import type { Known } from '../base/known.ts';
import { keptNameSchema, NAME_LENGTH_LIMIT } from '../base/named-record.ts';
import { type Revisions, revisionsSchema } from '../base/register.ts';
import { normaliseLine } from '../base/text.ts';

export const collectionSchema = z.looseObject({
  id: collectionIdSchema,
  name: keptNameSchema,
  articles: z.array(articleIdSchema),
  createdAt: z.iso.datetime(),
});

/**
 * Articles that belong together; an article may be in several. `articles` is a set in the order of the ids. It may name articles
 * that are in the bin, or that a sync program has yet to bring: they are kept, and not shown.
 */
export type Collection = Readonly<Omit<Known<z.infer<typeof collectionSchema>>, 'articles'>> & { readonly articles: readonly ArticleId[] };

export const collectionsSchema = z.looseObject({ collections: z.array(collectionSchema), removed: z.array(collectionSchema).optional(), revisions: revisionsSchema.optional() });

/** All collections of a library, in the order they were made; no two have one name. `removed` and `revisions` are the store's. */
export type Collections = { readonly collections: readonly Collection[]; readonly removed?: readonly Collection[] | undefined; readonly revisions?: Revisions | undefined };

export const noCollections: Collections = { collections: [] };

export function createCollection(name: string, made: { id: CollectionId; now: string }): Collection {
  return { id: made.id, name: normaliseLine(name).slice(0, NAME_LENGTH_LIMIT), articles: [], createdAt: made.now };
}

/** The collection with those articles in it, or without them. The same one where that changes nothing. */
export function withMembers(collection: Collection, ids: readonly ArticleId[], isIn: boolean): Collection {
  const members = new Set(collection.articles);
  const before = members.size;
  for (const id of ids) if (isIn) members.add(id); else members.delete(id);
  return members.size === before ? collection : { ...collection, articles: [...members].sort() };
}

/** The articles of a list that are in a collection, and not in the bin. */
export function articlesIn<A extends { readonly id: ArticleId; readonly binnedAt: string | null }>(articles: readonly A[], collection: Collection): readonly A[] {
  const members = new Set(collection.articles);
  return articles.filter(({ id, binnedAt }) => binnedAt === null && members.has(id));
}
