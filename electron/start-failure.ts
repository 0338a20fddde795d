import type { App, Dialog } from 'electron';
import { desktopMessages } from '../core/messages/desktop-messages.ts';

/** Says why the app can't start, on screen and on stderr, and ends with status 1. */
export async function failToStart(app: Pick<App, 'exit'>, dialog: Pick<Dialog, 'showMessageBox'>, sentence: string): Promise<void> {
  process.stderr.write(`${sentence}\n`);
  try {
    await dialog.showMessageBox({ type: 'error', message: desktopMessages.cannotStart, detail: sentence, buttons: [desktopMessages.quit] });
  } finally {
    app.exit(1);
  }
}

/** True for a packed app whose starter turned the sandbox off: AppImage's does so by itself on some systems. */
export function isUnprotected({ isPackaged, commandLine }: Pick<App, 'isPackaged' | 'commandLine'>): boolean {
  // eslint-disable-next-line no-restricted-syntax -- looked for, so as to refuse it
  return isPackaged && commandLine.hasSwitch('no-sandbox');
}
