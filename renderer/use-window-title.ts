import { useEffect } from 'react';
import type { Session } from './state/session.ts';
import { useSelected } from './state/use-session.ts';
import { readerMessages } from './text/reader-messages.ts';

/** Names the window, or the browser's tab, after the open article. */
export function useWindowTitle({ reader }: Session): void {
  const title = useSelected(reader, ({ opened }) => (opened.kind === 'open' ? opened.article.title : null));
  useEffect(() => {
    document.title = readerMessages.windowTitle(title);
  }, [title]);
}
