import { showNotice } from '../state/notices.ts';
import type { Session } from '../state/session.ts';
import { exportMessages } from '../text/library-messages.ts';

/** Puts text on the clipboard and says what was copied, or that it could not be. */
export async function copyText({ notices }: Session, text: string, said: string): Promise<void> {
  const isCopied = await navigator.clipboard.writeText(text).then(() => true, () => false);
  showNotice(notices, isCopied ? { tone: 'done', text: said, action: null } : { tone: 'fault', text: exportMessages.copyRefused, action: null });
}
