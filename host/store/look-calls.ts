import type { ArticleId } from '../../core/base/ids.ts';
import type { Entry } from './catalog-file.ts';

/** How the file of a document stands: its stamp, or null where it can't be looked at; gone where there is none. */
export type Look = { readonly stamp: string | null; readonly isGone: boolean };

/** What a look worker is asked about documents of articles, and what it answers of each, in order. */
export type LookCalls = {
  readonly stamps: { readonly in: readonly ArticleId[]; readonly out: readonly Look[] };
  /** What the catalog needs of each document that is plainly well; null for one that is to be read with more care. */
  readonly entries: { readonly in: readonly ArticleId[]; readonly out: readonly (Entry | null)[] };
};
