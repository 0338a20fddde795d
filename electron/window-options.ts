import type { BrowserWindowConstructorOptions } from 'electron';
import type { Settings } from '../core/library/settings.ts';
import type { Rectangle } from './window-state.ts';

/** The paper of each theme, as in the renderer's tokens: a window is of its colour before the page has drawn. */
const papers = { light: '#fbfaf6', sepia: '#f6eddb', night: '#17181b' } as const;
const contrastPapers = { light: '#ffffff', night: '#000000' } as const;

/** The colour of an empty window. */
export function paperOf(theme: Settings['theme'], isDarkSystem: boolean): string {
  const followed = isDarkSystem ? 'night' : 'light';
  return theme === 'contrast' ? contrastPapers[followed] : papers[theme === 'system' ? followed : theme];
}

export type WindowLook = { readonly bounds: Rectangle; readonly paper: string; readonly preload: string; readonly icon: string; readonly isPackaged: boolean };

/** How every window of the app is made: no Node, its own world, a sandbox. What is safe by default is said all the same. */
export function windowOptions({ bounds, paper, preload, icon, isPackaged }: WindowLook): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: 480,
    minHeight: 360,
    show: false,
    backgroundColor: paper,
    icon,
    webPreferences: {
      preload,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      navigateOnDragDrop: false,
      spellcheck: true,
      devTools: !isPackaged,
    },
  };
}
