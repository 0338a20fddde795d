import { createStore } from 'zustand/vanilla';
import type { ArticleSummary } from '../../core/article/summary.ts';
import type { Result } from '../../core/base/result.ts';

/** One thing being added to the library, or added, or refused; `outcome` is null until it is known. */
export type ImportItem = { readonly id: number; readonly name: string; readonly outcome: Result<ArticleSummary> | null };

/** Text to be added: as typed or pasted, the page it was copied from where the clipboard held one, and whether that is what is wanted. */
export type Draft = { readonly text: string; readonly html: string | null; readonly isPage: boolean };

export const emptyDraft: Draft = { text: '', html: null, isPage: false };

/** What is being added. The draft outlives its dialog, so that closing it loses nothing. */
export type ImportState = { readonly items: readonly ImportItem[]; readonly draft: Draft };

export function makeImportStore() {
  return createStore<ImportState>(() => ({ items: [], draft: emptyDraft }));
}
export type ImportStore = ReturnType<typeof makeImportStore>;
