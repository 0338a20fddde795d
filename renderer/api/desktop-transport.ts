import type { Transport } from '../../core/api/client.ts';

declare global {
  interface Window {
    /** Put there by the desktop app's preload; absent in a browser. */
    readonly lectern?: Transport;
  }
}

/** The pipe to Electron's main process; null outside the desktop app. */
export function findDesktopTransport(): Transport | null {
  return window.lectern ?? null;
}
