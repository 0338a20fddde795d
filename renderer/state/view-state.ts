import { createStore } from 'zustand/vanilla';
import type { Status } from '../../core/article/article.ts';
import type { ArticleId, CollectionId, SearchId, TagId } from '../../core/base/ids.ts';

/** Which articles the library list shows. */
export type Shelf =
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'tag'; readonly tagId: TagId }
  | { readonly kind: 'collection'; readonly collectionId: CollectionId }
  | { readonly kind: 'bin' };

/** What is being given a name: a search or a collection, new or not. */
export type Naming =
  | { readonly kind: 'new-search'; readonly query: string }
  | { readonly kind: 'search'; readonly searchId: SearchId }
  | { readonly kind: 'new-collection' }
  | { readonly kind: 'collection'; readonly collectionId: CollectionId };

/** The groups of shelves that can be folded. */
export type ShelfGroup = 'collections' | 'tags' | 'searches';

export type Dialog = 'add' | 'details' | 'reading' | 'shortcuts' | null;

/** What of the window is open and shown: none of it is worth a restart. */
export type ViewState = {
  readonly shelf: Shelf;
  /** What was typed to narrow the list, as typed. */
  readonly filter: string;
  readonly dialog: Dialog;
  readonly naming: Naming | null;
  /** The articles that are being put into collections. */
  readonly collecting: readonly ArticleId[] | null;
  readonly foldedGroups: readonly ShelfGroup[];
  readonly isLibraryShown: boolean;
  readonly areNotesShown: boolean;
};

export function makeViewStore() {
  return createStore<ViewState>(() => ({ shelf: { kind: 'status', status: 'inbox' }, filter: '', dialog: null, naming: null, collecting: null, foldedGroups: [], isLibraryShown: true, areNotesShown: true }));
}
export type ViewStore = ReturnType<typeof makeViewStore>;
