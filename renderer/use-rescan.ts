import { useEffect } from 'react';
import type { Session } from './state/session.ts';

/** Whoever comes back to the window may have changed the library's files elsewhere, where no watcher sees it. */
export function useRescan({ client }: Session): void {
  useEffect(() => {
    const rescan = () => void client.library.rescan({});
    window.addEventListener('focus', rescan);
    return () => window.removeEventListener('focus', rescan);
  }, [client]);
}
