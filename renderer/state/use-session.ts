import { createContext, useContext } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Language } from '../../core/base/language.ts';
import type { Settings } from '../../core/library/settings.ts';
import { defaultSettings } from '../../core/library/settings.ts';
import type { Collection } from '../../core/collection/collection.ts';
import type { SavedSearch } from '../../core/search/saved-search.ts';
import type { Tag } from '../../core/tag/tag.ts';
import type { Overview } from '../../core/library/library.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { findRefusal } from './access.ts';
import type { Session } from './session.ts';

export const SessionContext = createContext<Session | null>(null);

/** The language that the window speaks. */
export const LanguageContext = createContext<Language>('en');

/** The language that the window speaks. What asks for it is drawn again in another, also where nothing else that it shows has changed. */
export const useSpokenLanguage = (): Language => useContext(LanguageContext);

/** The window's session. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside a session');
  return session;
}

/** The least of a store that a component needs; it renders again only when that changes. */
export function useSelected<State, Value>(store: StoreApi<State>, select: (state: State) => Value): Value {
  return useStore(store, select);
}

/** The library, or null until it is loaded. */
export function useOverview(): Overview | null {
  const { library } = useSession();
  return useStore(library, ({ library: state }) => (state.kind === 'ready' ? state.overview : null));
}

/** Why the library can't be changed, in words; null where it can. */
export function useRefusal(): string | null {
  const { library } = useSession();
  return useStore(library, ({ library: state }) => {
    const refusal = findRefusal(state);
    return refusal && faultSentence(refusal);
  });
}

const noTags: readonly Tag[] = [];
const noCollections: readonly Collection[] = [];
const noSearches: readonly SavedSearch[] = [];

/** A part of the library; whoever uses it renders again when that part changes, and not with every change of an article. */
function usePart<Part>(select: (overview: Overview) => Part, before: Part): Part {
  const { library } = useSession();
  return useStore(library, ({ library: state }) => (state.kind === 'ready' ? select(state.overview) : before));
}

export function useSettings(): Settings {
  return usePart(({ settings }) => settings, defaultSettings);
}

/** The codebook's tags; the same array until one changes. */
export function useTags(): readonly Tag[] {
  return usePart(({ tags }) => tags, noTags);
}

/** The collections; the same array until one changes. */
export function useCollections(): readonly Collection[] {
  return usePart(({ collections }) => collections, noCollections);
}

/** The saved searches; the same array until one changes. */
export function useSearches(): readonly SavedSearch[] {
  return usePart(({ searches }) => searches, noSearches);
}
