import type { VersionChange } from '../base/version-change.ts';
import type { Article } from './article.ts';

/** A version of an article: the present one, or an earlier one that is kept. `rev` counts the writes of its document. */
export type ArticleVersion = { readonly rev: number; readonly timeMs: number; readonly isPresent: boolean; readonly article: Article };

/** A version in a list, and what it changed in the one before it: null where none before it is kept. */
export type ListedVersion = Omit<ArticleVersion, 'article'> & { readonly changes: readonly VersionChange[] | null };
