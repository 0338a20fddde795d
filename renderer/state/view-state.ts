import { createStore } from 'zustand/vanilla';
import type { Status } from '../../core/article/article.ts';
import type { ArticleId, TagId } from '../../core/base/ids.ts';

/** Which articles the library list shows. */
export type Shelf = { readonly kind: 'status'; readonly status: Status } | { readonly kind: 'tag'; readonly tagId: TagId } | { readonly kind: 'bin' };

export type Dialog = 'add' | 'details' | 'reading' | 'shortcuts' | 'backups' | null;

/** What of the window is open and shown: none of it is worth a restart. */
export type ViewState = {
  readonly shelf: Shelf;
  /** What was typed to narrow the list, as typed. */
  readonly filter: string;
  readonly dialog: Dialog;
  /** The article whose earlier versions are shown. */
  readonly versionsOf: ArticleId | null;
  /** The articles of the bin that are to be deleted for good, as soon as the user has said so. */
  readonly deleting: readonly ArticleId[] | null;
  readonly isLibraryShown: boolean;
  readonly areNotesShown: boolean;
  readonly isNoteFilterShown: boolean;
};

export function makeViewStore() {
  return createStore<ViewState>(() => ({ shelf: { kind: 'status', status: 'inbox' }, filter: '', dialog: null, versionsOf: null, deleting: null, isLibraryShown: true, areNotesShown: true, isNoteFilterShown: false }));
}
export type ViewStore = ReturnType<typeof makeViewStore>;
