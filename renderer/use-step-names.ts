import { useEffect } from 'react';
import type { Session } from './state/session.ts';
import { useSelected } from './state/use-session.ts';

/** Lets the menu of the desktop app name what undo and redo would do. */
export function useStepNames({ editor, desktop }: Session): void {
  const undo = useSelected(editor.state, ({ done }) => done.at(-1)?.kind ?? null);
  const redo = useSelected(editor.state, ({ undone }) => undone.at(-1)?.kind ?? null);
  useEffect(() => void desktop?.desktop.showSteps({ undo, redo }), [desktop, undo, redo]);
}
