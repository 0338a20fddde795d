import type { Asset } from '../article/asset.ts';
import type { Capture, Details } from '../article/article.ts';
import type { Block } from '../article/blocks.ts';

/** What a source itself says of an article. Null: it does not say. */
export type FoundDetails = { readonly [Name in Exclude<keyof Details, 'direction'>]: Details[Name] | null };

/** What a reader of one format makes of a source, before the gaps are filled. */
export type FoundArticle = {
  readonly found: FoundDetails;
  readonly blocks: readonly Block[];
  /** The images that the blocks name by their hash, where the source held them. */
  readonly assets?: readonly Asset[];
  readonly capture?: Capture;
};

export const nothingFound: FoundDetails = { title: null, label: null, dek: null, byline: null, source: null, url: null, published: null, language: null };
