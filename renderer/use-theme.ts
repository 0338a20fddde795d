import { useEffect } from 'react';
import type { Settings } from '../core/library/settings.ts';
import { overviewOf } from './state/library-state.ts';
import type { Session } from './state/session.ts';
import { useSelected } from './state/use-session.ts';

export type SystemLook = { readonly isDark: boolean; readonly wantsContrast: boolean };

/** The look that a theme has on this system: the system's own where it is to be followed, with its wish for more contrast. */
export function lookOf(theme: Settings['theme'], { isDark, wantsContrast }: SystemLook): 'light' | 'sepia' | 'night' | 'contrast' | 'contrast-night' {
  if (theme === 'contrast' || (theme === 'system' && wantsContrast)) return isDark ? 'contrast-night' : 'contrast';
  if (theme === 'system') return isDark ? 'night' : 'light';
  return theme;
}

/** Puts the chosen theme on the document, and follows the system while it is to be followed. */
export function useTheme(session: Session): void {
  const theme = useSelected(session.library, () => overviewOf(session.library)?.settings.theme ?? 'system');
  useEffect(() => {
    const [isDark, wantsContrast] = [matchMedia('(prefers-color-scheme: dark)'), matchMedia('(prefers-contrast: more)')];
    const show = () => void (document.documentElement.dataset['theme'] = lookOf(theme, { isDark: isDark.matches, wantsContrast: wantsContrast.matches }));
    show();
    void session.desktop?.desktop.setTheme({ theme });
    for (const query of [isDark, wantsContrast]) query.addEventListener('change', show);
    return () => {
      for (const query of [isDark, wantsContrast]) query.removeEventListener('change', show);
    };
  }, [session, theme]);
}
