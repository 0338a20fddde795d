import { createStore } from 'zustand/vanilla';
import type { Result } from '../../core/base/result.ts';
import type { Imported } from '../../core/library/imports.ts';
import type { ReadingsPlan } from '../../core/library/plan-readings.ts';

/** One thing being added to the library, or added, or refused; `outcome` is null until it is known. */
export type ImportItem = { readonly id: number; readonly name: string; readonly outcome: Result<Imported> | null };

/** Text to be added: as typed or pasted, the page it was copied from where the clipboard held one, and whether that is what is wanted. */
export type Draft = { readonly text: string; readonly html: string | null; readonly isPage: boolean };

export const emptyDraft: Draft = { text: '', html: null, isPage: false };

/** What is being added. The draft outlives its dialog, so that closing it loses nothing. `plans` are exports of other programs that wait for a word, one after another. */
export type ImportState = { readonly items: readonly ImportItem[]; readonly draft: Draft; readonly plans: readonly ReadingsPlan[] };

export function makeImportStore() {
  return createStore<ImportState>(() => ({ items: [], draft: emptyDraft, plans: [] }));
}
export type ImportStore = ReturnType<typeof makeImportStore>;
