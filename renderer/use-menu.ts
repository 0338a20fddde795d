import { useEffect } from 'react';
import { overviewOf } from './state/library-state.ts';
import type { Session } from './state/session.ts';
import { useSelected } from './state/use-session.ts';

/** Lets the menu of the desktop app name what undo and redo would do, and show the shortcuts as they are. */
export function useMenu({ editor, desktop, library }: Session): void {
  const undo = useSelected(editor.state, ({ done }) => done.at(-1)?.kind ?? null);
  const redo = useSelected(editor.state, ({ undone }) => undone.at(-1)?.kind ?? null);
  const shortcuts = useSelected(library, () => overviewOf(library)?.settings.shortcuts);
  useEffect(() => void desktop?.desktop.showSteps({ undo, redo }), [desktop, undo, redo]);
  useEffect(() => {
    if (shortcuts) void desktop?.desktop.showShortcuts({ shortcuts });
  }, [desktop, shortcuts]);
}
