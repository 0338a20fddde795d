import { useEffect } from 'react';
import { bindShortcuts } from '../../core/api/shortcuts.ts';
import { defaultSettings } from '../../core/library/settings.ts';
import { overviewOf } from '../state/library-state.ts';
import type { Session } from '../state/session.ts';
import { whyNot } from './can-run.ts';
import { isMac } from './platform.ts';
import { matchShortcut } from './match-shortcut.ts';
import { runCommand } from './run-command.ts';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type="checkbox"]):not([type="radio"]):not([type="range"]), textarea, select, [contenteditable="true"]') !== null;
}

/** Turns key presses into commands for as long as the window lives. A dialog that is open keeps its keys. */
export function useShortcuts(session: Session): void {
  useEffect(() => {
    function handleKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest('dialog[open], [role="menu"]')) return;
      if (event.key === 'Escape' && session.reader.getState().target) {
        session.reader.setState({ target: null });
        document.getSelection()?.removeAllRanges();
        return;
      }
      if (event.key === 'Escape' && session.view.getState().isTextAlone) {
        session.view.setState({ isTextAlone: false });
        return;
      }
      if (event.key === 'Escape' && session.view.getState().isTableShown) {
        session.view.setState({ isTableShown: false });
        return;
      }
      const { singleKeys: areSingleKeysOn, shortcuts } = overviewOf(session.library)?.settings ?? defaultSettings;
      const command = matchShortcut(event, { isMac, isTyping: isTyping(event.target), areSingleKeysOn, shortcuts: bindShortcuts(shortcuts) });
      if (!command || whyNot(session, command.id) === 'no-article') return;
      event.preventDefault();
      runCommand(session, command.id);
    }
    document.addEventListener('keydown', handleKeyDown);
    return () => document.removeEventListener('keydown', handleKeyDown);
  }, [session]);
}
