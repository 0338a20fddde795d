import type { App } from 'electron';

/** Ends the app when its last window closes (not on macOS, unless it is quitting), after the library has been closed. */
export function quitInOrder(app: App, close: () => Promise<void>, log: (error: unknown) => void): void {
  let isQuitting = false;
  let isClosed = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('window-all-closed', () => {
    if (isQuitting || process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    isClosed = true;
    void close().catch(log).finally(() => app.exit(0));
  });
}
