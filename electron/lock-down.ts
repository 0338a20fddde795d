import type { App, Session, WebContents } from 'electron';
import { APP_ADDRESS, APP_ORIGIN, isImageAddress } from './app-protocol.ts';

/** True for our own document, at any place in it. */
export function isOwnDocument(url: string): boolean {
  return url.split('#')[0] === APP_ADDRESS;
}

/** True for an address of our own origin, with or without a path. */
export function isOwnOrigin(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);
}

/** True for what a page may load: our own scheme and what the page made itself. In development its tools, too. */
export function isOwnRequest(url: string, isPackaged: boolean): boolean {
  const isMadeByPage = url.startsWith('data:') || url.startsWith(`blob:${APP_ORIGIN}/`);
  return isOwnOrigin(url) || isMadeByPage || isImageAddress(url) || (!isPackaged && url.startsWith('devtools://'));
}

/** The one permission that a page has: to put text on the clipboard when the user asks for it. */
export function isPermitted(permission: string, requestingUrl: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnOrigin(requestingUrl);
}

function lockContents(contents: WebContents): void {
  const keepHome = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isOwnDocument(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', keepHome);
  contents.on('will-frame-navigate', keepHome);
  contents.on('will-redirect', keepHome);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function lockSession(session: Session, isPackaged: boolean): void {
  // The answers are given at once: late ones were a use-after-free.
  session.setPermissionRequestHandler((...[, permission, answer, { requestingUrl }]) => answer(isPermitted(permission, requestingUrl)));
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => isPermitted(permission, requestingOrigin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnRequest(url, isPackaged) }));
  session.on('will-download', (event) => event.preventDefault());
  // Elsewhere than on macOS Chromium fetches dictionaries from the web, and nothing leaves this machine unasked.
  session.setSpellCheckerLanguages([]);
}

/** Closes every way out of our own page, for every page that is ever made. */
export function lockDown(app: App, session: Session): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  lockSession(session, app.isPackaged);
}
