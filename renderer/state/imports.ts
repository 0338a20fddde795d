import { createStore } from 'zustand/vanilla';
import type { ReadingsPlan } from '../../core/library/plan-readings.ts';
import type { ImportOutcome } from '../../core/library/report-imports.ts';

/** Something to add: a file of the page's, a file that the desktop app holds, a page of the web, or text. */
export type Incoming = Held | { readonly kind: 'address'; readonly url: string };

/** What its door holds the bytes of, or is given. */
export type Held =
  | { readonly kind: 'file'; readonly file: Pick<File, 'name' | 'size' | 'arrayBuffer'> }
  | { readonly kind: 'handle'; readonly name: string; readonly handle: string }
  | { readonly kind: 'text'; readonly text: string; readonly mediaType: 'text/plain' | 'text/html' };

/** One thing being added to the library, or what became of it; `outcome` is null until it is known. */
export type ImportItem = { readonly id: number; readonly name: string; readonly incoming: Incoming; readonly outcome: ImportOutcome | null };

/** Text to be added: as typed or pasted, the page it was copied from where the clipboard held one, and whether that is what is wanted. */
export type Draft = { readonly text: string; readonly html: string | null; readonly isPage: boolean };

export const emptyDraft: Draft = { text: '', html: null, isPage: false };

/** Whether things that wait to be added come in now, later, or not at all. */
export type ImportPace = 'going' | 'paused' | 'stopped';

/** What is being added. The draft outlives its dialog, so that closing it loses nothing. `plans` are exports of other programs that wait for a word, one after another. */
export type ImportState = { readonly items: readonly ImportItem[]; readonly pace: ImportPace; readonly draft: Draft; readonly plans: readonly ReadingsPlan[] };

export function makeImportStore() {
  return createStore<ImportState>(() => ({ items: [], pace: 'going', draft: emptyDraft, plans: [] }));
}
export type ImportStore = ReturnType<typeof makeImportStore>;

/** Resolves when things may come in; false where they are no longer to. */
export function whenGoing(imports: ImportStore): Promise<boolean> {
  const { pace } = imports.getState();
  if (pace !== 'paused') return Promise.resolve(pace === 'going');
  return new Promise((resolve) => {
    const stop = imports.subscribe((state) => {
      if (state.pace === 'paused') return;
      stop();
      resolve(state.pace === 'going');
    });
  });
}
