import { useEffect } from 'react';
import { overviewOf } from './state/library-state.ts';
import type { Session } from './state/session.ts';
import { useSelected } from './state/use-session.ts';

/** Puts the chosen theme on the document: the system's when it is to be followed, and always light on paper. */
export function useTheme(session: Session): void {
  const theme = useSelected(session.library, () => overviewOf(session.library)?.settings.theme ?? 'system');
  useEffect(() => {
    const isDark = matchMedia('(prefers-color-scheme: dark)');
    const isPrinting = matchMedia('print');
    function show(): void {
      const followed = isDark.matches ? 'night' : 'light';
      document.documentElement.dataset['theme'] = isPrinting.matches ? 'light' : theme === 'system' ? followed : theme;
    }
    show();
    void session.desktop?.desktop.setTheme({ theme });
    isDark.addEventListener('change', show);
    isPrinting.addEventListener('change', show);
    return () => {
      isDark.removeEventListener('change', show);
      isPrinting.removeEventListener('change', show);
    };
  }, [session, theme]);
}
