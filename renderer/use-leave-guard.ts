import { useEffect } from 'react';
import type { Session } from './state/session.ts';

/** Asks before the page is left while something is not saved yet. The desktop app asks by itself. */
export function useLeaveGuard({ editor, desktop }: Session): void {
  useEffect(() => {
    if (desktop) return undefined;
    function handleLeave(event: BeforeUnloadEvent): void {
      if (editor.state.getState().saving.kind !== 'saved') event.preventDefault();
    }
    window.addEventListener('beforeunload', handleLeave);
    return () => window.removeEventListener('beforeunload', handleLeave);
  }, [editor, desktop]);
}
