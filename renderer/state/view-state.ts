import { createStore } from 'zustand/vanilla';
import type { Status } from '../../core/article/article.ts';
import type { ArticleId, CollectionId, SearchId, TagId } from '../../core/base/ids.ts';
import { noSelection, type Selection } from './selection.ts';

/** Which articles the library list shows. */
export type Shelf =
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'tag'; readonly tagId: TagId }
  | { readonly kind: 'collection'; readonly collectionId: CollectionId }
  /** The articles with highlights whose place is to be settled. */
  | { readonly kind: 'review' }
  | { readonly kind: 'bin' };

/** What is being given a name: a search or a collection, new or not. */
export type Naming =
  | { readonly kind: 'new-search'; readonly query: string }
  | { readonly kind: 'search'; readonly searchId: SearchId }
  | { readonly kind: 'new-collection' }
  | { readonly kind: 'collection'; readonly collectionId: CollectionId };

/** The groups of shelves that can be folded. */
export type ShelfGroup = 'collections' | 'tags' | 'searches';

export type Dialog = 'add' | 'details' | 'reading' | 'shortcuts' | 'colours' | 'palette' | 'backups' | 'watch' | 'browsers' | null;

/** What of the window is open and shown: none of it is worth a restart. */
export type ViewState = {
  readonly shelf: Shelf;
  /** What was typed to narrow the list, as typed. */
  readonly filter: string;
  readonly dialog: Dialog;
  /** The article whose earlier versions are shown. */
  readonly versionsOf: ArticleId | null;
  /** The article whose texts are compared. */
  readonly changesOf: ArticleId | null;
  /** The articles of the bin that are to be deleted for good, as soon as the user has said so. */
  readonly deleting: readonly ArticleId[] | null;
  readonly naming: Naming | null;
  /** The articles that are being put into collections. */
  readonly collecting: readonly ArticleId[] | null;
  readonly foldedGroups: readonly ShelfGroup[];
  readonly isLibraryShown: boolean;
  readonly areNotesShown: boolean;
  readonly isNoteFilterShown: boolean;
  /** The tray of highlights whose place is to be settled. */
  readonly isReviewShown: boolean;
  /** The article that is being given a new text by pasting. */
  readonly newVersionOf: ArticleId | null;
  /** The articles as a table in the place of the reader and its notes. */
  readonly isTableShown: boolean;
  readonly selection: Selection;
  /** What was chosen in the palette, the latest first, by the keys of its entries. */
  readonly recentEntries: readonly string[];
  /** The search whose results were given an order; any other shows the best first. */
  readonly sortedSearch: string | null;
  readonly isOutlineShown: boolean;
  /** Only the text is shown: no panes and no bars. */
  readonly isTextAlone: boolean;
};

export function makeViewStore() {
  return createStore<ViewState>(() => ({
    shelf: { kind: 'status', status: 'inbox' }, filter: '', dialog: null, versionsOf: null, changesOf: null, deleting: null, naming: null, collecting: null, foldedGroups: [], isLibraryShown: true, areNotesShown: true, isNoteFilterShown: false, isReviewShown: false, newVersionOf: null,
    isTableShown: false, selection: noSelection, recentEntries: [], sortedSearch: null, isOutlineShown: false, isTextAlone: false,
  }));
}
export type ViewStore = ReturnType<typeof makeViewStore>;
