import type { App, Dialog } from 'electron';
import type { Fault } from '../core/base/fault.ts';
import { desktopMessages } from '../core/messages/desktop-messages.ts';
import { faultSentence } from '../core/messages/fault-messages.ts';

/** Says why the library can't be opened, on screen and on stderr, and ends with status 1. */
export async function failToStart(app: Pick<App, 'exit'>, dialog: Pick<Dialog, 'showMessageBox'>, fault: Fault): Promise<void> {
  const sentence = faultSentence(fault);
  process.stderr.write(`${sentence}\n`);
  try {
    await dialog.showMessageBox({ type: 'error', message: desktopMessages.cannotStart, detail: sentence, buttons: [desktopMessages.quit] });
  } finally {
    app.exit(1);
  }
}
