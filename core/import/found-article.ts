import type { Asset } from '../article/asset.ts';
import type { Capture, Details } from '../article/article.ts';
import type { Block, PageStart } from '../article/blocks.ts';
import type { Colour } from '../highlight/colour.ts';

/** What a source itself says of an article. Null: it does not say. */
export type FoundDetails = { readonly [Name in Exclude<keyof Details, 'direction'>]: Details[Name] | null };

/**
 * A highlight that a source brings along. It is looked for by its quote; `offset` is where that should be in the projection, null where the source doesn't tell.
 * Tags are names, `createdAt` is UTC in ISO 8601.
 */
export type FoundHighlight = {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly offset: number | null;
  readonly colour: Colour | null;
  readonly note: string;
  readonly tags: readonly string[];
  readonly createdAt: string | null;
};

/** What a reader of one format makes of a source, before the gaps are filled. */
export type FoundArticle = {
  readonly found: FoundDetails;
  readonly blocks: readonly Block[];
  /** The images that the blocks name by their hash, where the source held them. */
  readonly assets?: readonly Asset[];
  readonly highlights?: readonly FoundHighlight[];
  /** Where its pages begin, in the projection of the blocks. */
  readonly pages?: readonly PageStart[];
  readonly capture?: Capture;
};

export const nothingFound: FoundDetails = { title: null, label: null, dek: null, byline: null, source: null, url: null, published: null, language: null };
