import { isSafeLink } from '../../core/article/blocks.ts';
import type { Session } from '../state/session.ts';

/** Opens a link outside Lectern: through the desktop app's own check, or in a new tab that knows nothing of this one. */
export async function openLink(session: Session, href: string): Promise<void> {
  if (!isSafeLink(href)) {
    session.tellFault({ code: 'link-refused', url: href });
    return;
  }
  if (!session.desktop) {
    window.open(href, '_blank', 'noopener,noreferrer');
    return;
  }
  const opened = await session.desktop.desktop.openExternal({ url: href });
  if (!opened.ok) session.tellFault(opened.fault);
}
