import { overviewOf } from '../state/library-state.ts';
import { showNotice } from '../state/notices.ts';
import type { Session } from '../state/session.ts';
import { backupMessages } from '../text/backup-messages.ts';

/** Makes a backup of the whole library and says where it is. What goes wrong is told as with any backup. */
export async function backUpNow({ client, editor, library, notices, tellFault }: Session): Promise<void> {
  if (overviewOf(library)?.backup?.isUnderWay) return;
  await editor.settle();
  const told = overviewOf(library)?.backup?.fault ?? null;
  const made = await client.library.backUp({});
  if (made.ok) {
    if (made.value.latest) showNotice(notices, { tone: 'done', text: backupMessages.made(made.value.latest.file), action: null });
    return;
  }
  // What is news is told when it comes as an event; whoever asked again is answered again.
  if (JSON.stringify(told) === JSON.stringify(made.fault) || overviewOf(library)?.backup === null) tellFault(made.fault);
}
