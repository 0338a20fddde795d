import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, Menu, nativeTheme, screen } from 'electron';
import type { Event } from '../core/api/contract.ts';
import { desktopMessages } from '../core/messages/desktop-messages.ts';
import { APP_ADDRESS } from './app-protocol.ts';
import { EVENT_CHANNEL } from './channels.ts';
import { contextMenuTemplate } from './context-menu.ts';
import { type Flush, makeFlush } from './flush.ts';
import { makeWaitingLine } from './waiting-line.ts';
import { paperOf, windowOptions } from './window-options.ts';
import { placeWindow, type WindowMemory } from './window-state.ts';

const FLUSH_LIMIT_MS = 2_000;
/** A page that has drawn nothing by then is shown all the same. */
const SHOW_LIMIT_MS = 3_000;

/** The app's one window, which may be closed and opened again. */
export type AppWindow = {
  find(): BrowserWindow | null;
  /** Opens it, or brings it to the front. */
  show(): void;
  /** Tells the page, once it is there. */
  tell(event: Event): void;
  /** The page's answer to a flush: whether all that was typed is saved. */
  flushed(isSaved: boolean): void;
};

export type WindowParts = { readonly root: URL; readonly preload: URL; readonly memory: WindowMemory; readonly log: (error: unknown) => void };

function createWindow({ root, preload, memory }: WindowParts): BrowserWindow {
  const { bounds, isMaximised, theme } = memory.get();
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const window = new BrowserWindow(windowOptions({
    bounds: placeWindow(bounds, [primary.workArea, ...others.map(({ workArea }) => workArea)]),
    paper: paperOf(theme, nativeTheme.shouldUseDarkColors),
    preload: fileURLToPath(preload),
    icon: fileURLToPath(new URL('resources/icons/lectern.png', root)),
    isPackaged: app.isPackaged,
  }));
  if (isMaximised) window.maximize();
  return window;
}

/** Shows the window when its page has drawn, or after a while. */
function showWhenReady(window: BrowserWindow): void {
  const show = () => {
    clearTimeout(timer);
    if (!window.isDestroyed()) window.show();
  };
  const timer = setTimeout(show, SHOW_LIMIT_MS);
  window.once('ready-to-show', show);
}

/** True to close the window although something could not be saved. */
async function mayLoseText(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning', message: desktopMessages.notSaved, detail: desktopMessages.notSavedDetail, buttons: [desktopMessages.keepOpen, desktopMessages.closeAnyway], defaultId: 0, cancelId: 0,
  });
  return response === 1;
}

/** Closes the window only after the page has saved what was typed, or with the user's word that it may be lost. */
function flushBeforeClose(window: BrowserWindow, flush: Flush, { memory, log }: WindowParts): void {
  let isAsking = false;
  window.on('close', (event) => {
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    memory.change({ bounds: window.getNormalBounds(), isMaximised: window.isMaximized() });
    void flush.ask()
      .then(async (isSaved) => isSaved || (await mayLoseText(window)))
      .then((isOver) => {
        isAsking = false;
        if (isOver) window.destroy();
      })
      .catch((error: unknown) => {
        isAsking = false;
        log(error);
      });
  });
  // Windows ends a session without closing windows; there is no time to wait for an answer.
  window.on('session-end', () => void flush.ask());
}

function offerContextMenu(window: BrowserWindow): void {
  const { webContents } = window;
  webContents.on('context-menu', (_event, clicked) => {
    const template = contextMenuTemplate(clicked, (word) => webContents.replaceMisspelling(word));
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
}

export function makeAppWindow(parts: WindowParts): AppWindow {
  let window: BrowserWindow | null = null;
  const events = makeWaitingLine<Event>();
  const flush = makeFlush(() => window?.webContents.send(EVENT_CHANNEL, { kind: 'flush' } satisfies Event), FLUSH_LIMIT_MS);

  function open(): void {
    const opened = createWindow(parts);
    window = opened;
    showWhenReady(opened);
    flushBeforeClose(opened, flush, parts);
    offerContextMenu(opened);
    opened.webContents.on('did-finish-load', () => events.open((event) => opened.webContents.send(EVENT_CHANNEL, event)));
    opened.webContents.on('render-process-gone', (_event, { reason }) => parts.log(`The window's process ended: ${reason}`));
    opened.on('closed', () => {
      events.close();
      window = null;
    });
    opened.loadURL(APP_ADDRESS).catch(parts.log);
  }

  return {
    find: () => window,
    show() {
      if (!window) return open();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    tell: (event) => events.push(event),
    flushed: (isSaved) => flush.answer(isSaved),
  };
}
