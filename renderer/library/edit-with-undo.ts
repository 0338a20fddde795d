import type { Edit } from '../../core/library/edit.ts';
import { showNotice } from '../state/notices.ts';
import type { Session } from '../state/session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';

type UndoableEdit = {
  readonly edit: Edit;
  readonly inverse: Edit;
  /** Said when the edit is durable. */
  readonly text: string;
  readonly onUndone?: () => void;
};

/** Makes an edit and, once it is durable, says so with an Undo that takes back this edit and no other. */
export async function editWithUndo(session: Session, { edit, inverse, text, onUndone }: UndoableEdit): Promise<boolean> {
  const { editor, notices } = session;
  if (!(await editor.edit([edit]))) return false;
  const step = editor.state.getState().done.at(-1);
  const takeBack = () => (editor.state.getState().done.at(-1) === step ? editor.undo() : editor.edit([inverse]));
  showNotice(notices, { tone: 'done', text, action: { label: chromeMessages.undo, run: () => void takeBack().then(() => onUndone?.()) } });
  return true;
}
