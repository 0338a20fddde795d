import { useEffect, useLayoutEffect } from 'react';
import type { Language } from '../core/base/language.ts';
import type { Session } from './state/session.ts';
import { useSelected } from './state/use-session.ts';

/** The language that the window speaks; tells it to the document, and to the desktop app's menus and dialogs. */
export function useLanguage({ language: store, desktop }: Session): Language {
  const language = useSelected(store, (state) => state.language);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => void desktop?.desktop.setLanguage({ language }), [desktop, language]);
  return language;
}
