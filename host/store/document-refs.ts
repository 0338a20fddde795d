import { z } from 'zod';
import { type Article, articleSchema } from '../../core/article/article.ts';
import { type Collections, collectionsSchema } from '../../core/collection/collection.ts';
import { withOwnIds } from '../../core/highlight/own-ids.ts';
import { mergeArticles, mergeCodebooks, mergeCollections, type Merged, mergeSearches } from '../../core/library/merge.ts';
import { reviseArticle, reviseCodebook, reviseCollections, reviseSearches } from '../../core/library/revise.ts';
import { type SavedSearches, savedSearchesSchema } from '../../core/search/saved-search.ts';
import { type Codebook, codebookSchema } from '../../core/tag/tag.ts';
import type { DocumentRef } from './document-format.ts';

/** What the library itself is called and knows, besides its articles. */
export const identitySchema = z.looseObject({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(200),
  createdAt: z.iso.datetime(),
  /** True once the first article was put into a new library, or need not be. */
  seeded: z.boolean(),
});
export type Identity = Readonly<z.infer<typeof identitySchema>>;

/** Of what is said of the library or of how it looks, what stands here counts; a copy adds what is missing. */
const withMissing = <T extends object>(value: T, copy: T): Merged<T> => ({ merged: { ...copy, ...value }, conflicts: [] });

export const identityRef: DocumentRef<Identity> = { file: 'library.json', kind: 'library', what: 'library', id: null, parse: (body) => identitySchema.parse(body), merge: withMissing };

export const codebookRef: DocumentRef<Codebook> = {
  file: 'codebook.json', kind: 'codebook', what: 'codebook', id: null, parse: (body) => codebookSchema.parse(body), revise: reviseCodebook, merge: mergeCodebooks,
};

export const collectionsRef: DocumentRef<Collections> = {
  file: 'collections.json', kind: 'collections', what: 'collections', id: null, parse: (body) => collectionsSchema.parse(body), revise: reviseCollections, merge: mergeCollections,
};

export const searchesRef: DocumentRef<SavedSearches> = {
  file: 'searches.json', kind: 'searches', what: 'searches', id: null, parse: (body) => savedSearchesSchema.parse(body), revise: reviseSearches, merge: mergeSearches,
};

/** Settings are kept as they are, those that are not understood too; reading them takes what is valid. */
export const settingsRef: DocumentRef<Readonly<Record<string, unknown>>> = {
  file: 'settings.json', kind: 'settings', what: 'settings', id: null, parse: (body) => z.looseObject({}).parse(body), merge: withMissing,
};

/** An article in which every highlight has an id of its own. */
function parseArticle(body: unknown): Article {
  const article = articleSchema.parse(body);
  return { ...article, highlights: withOwnIds(article.highlights) };
}

export const articleRef = (id: string): DocumentRef<Article> => ({
  file: `articles/${id}.json`, kind: 'article', what: 'article', id, parse: parseArticle, revise: reviseArticle, merge: mergeArticles,
});
