import type { ArticleSummary } from '../article/summary.ts';
import type { ArticleId } from '../base/ids.ts';
import type { MergeReport } from '../base/merge-report.ts';
import type { Collection } from '../collection/collection.ts';
import type { SavedSearch } from '../search/saved-search.ts';
import type { Tag } from '../tag/tag.ts';
import type { ReadingsPlan } from './plan-readings.ts';
import type { BackupState, Damage, HandoverState, WatchState } from './ports.ts';
import type { Settings } from './settings.ts';

/** What changed, told to every window: the articles as they now are and those that are not there any more; what is null stayed as it was. */
export type LibraryChange = {
  readonly articles: readonly ArticleSummary[];
  readonly gone: readonly ArticleId[];
  readonly tags: readonly Tag[] | null;
  readonly collections: readonly Collection[] | null;
  readonly searches: readonly SavedSearch[] | null;
  readonly settings: Settings | null;
  readonly damaged: readonly Damage[] | null;
  /** Copies of documents that were merged since the last change was told. */
  readonly merged: readonly MergeReport[];
  /** True when another program made the change, so that an open article may differ in what its summary does not show. */
  readonly isOutside: boolean;
};

export const noChange: LibraryChange = { articles: [], gone: [], tags: null, collections: null, searches: null, settings: null, damaged: null, merged: [], isOutside: false };

/** What a library tells without being asked. */
export type LibraryEvent =
  | { readonly kind: 'library-changed'; readonly change: LibraryChange }
  /** The list is being made from the documents themselves: so many of them are read. */
  | { readonly kind: 'library-reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'backup-changed'; readonly backup: BackupState }
  | { readonly kind: 'watch-changed'; readonly watch: WatchState }
  | { readonly kind: 'handover-changed'; readonly handover: HandoverState }
  /** A browser has handed over a page, which is this article now. */
  | { readonly kind: 'page-handed-over'; readonly article: ArticleSummary; readonly isNewVersion: boolean }
  /** An export of another program came in by itself, and waits for a word. */
  | { readonly kind: 'readings-planned'; readonly plan: ReadingsPlan };
