import { createStore, type StoreApi } from 'zustand/vanilla';
import { findLanguage, type Language, speak } from '../../core/base/language.ts';
import { type LibraryStateStore, overviewOf } from './library-state.ts';

/** The language of the window, to be drawn anew by when it changes. */
export type LanguageStore = StoreApi<{ readonly language: Language }>;

/** Lets the window speak the language of the settings; the system's, where that is chosen and until the settings are there. Made before anything else follows the library, so that whatever is drawn or said on a change is so in the new language. */
export function followLanguage(library: LibraryStateStore, systemLocales: readonly string[]): LanguageStore {
  const wanted = () => {
    const chosen = overviewOf(library)?.settings.language ?? 'system';
    return chosen === 'system' ? findLanguage(systemLocales) : chosen;
  };
  const store = createStore(() => ({ language: wanted() }));
  speak(wanted());
  library.subscribe(() => {
    const language = wanted();
    if (language === store.getState().language) return;
    speak(language);
    store.setState({ language });
  });
  return store;
}
