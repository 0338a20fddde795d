import type { Edit } from '../../core/library/edit.ts';
import { showNotice } from '../state/notices.ts';
import type { Session } from '../state/session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';

type UndoableEdits = {
  /** One step of undo, however many they are. */
  readonly edits: readonly Edit[];
  /** Said when the edits are durable. */
  readonly text: string;
  readonly onUndone?: () => void;
};

/** Makes edits and, once they are durable, says so with an Undo that takes back these and no others. */
export async function editWithUndo(session: Session, { edits, text, onUndone }: UndoableEdits): Promise<boolean> {
  const { editor, notices } = session;
  const done = await editor.edit(edits);
  if (!done) return false;
  showNotice(notices, { tone: 'done', text, action: { label: chromeMessages.undo, run: () => void done.takeBack().then(onUndone) } });
  return true;
}
