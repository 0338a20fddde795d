import type { Transport } from '../../core/api/client.ts';

declare global {
  interface Window {
    /** Put there by the desktop app's preload; absent in a browser. */
    readonly lectern?: Omit<Transport, 'image'>;
  }
}

/** The pipe to Electron's main process; null outside the desktop app. Images have an address of their own there. */
export function findDesktopTransport(): Transport | null {
  const pipes = window.lectern;
  if (!pipes) return null;
  return { send: pipes.send, upload: pipes.upload, listen: pipes.listen, image: (hash) => Promise.resolve({ url: `app://res/${hash}`, release: () => undefined }) };
}
