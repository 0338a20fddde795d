import { isSafeLink } from '../../core/article/blocks.ts';
import { type LibraryLink, parseLibraryHref } from '../../core/article/library-link.ts';
import { openArticleOf, selectHighlight } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';

/** Opens an article of the library, at one of its highlights where the link says so. */
async function openInLibrary(session: Session, { articleId, highlightId }: LibraryLink): Promise<void> {
  if (openArticleOf(session.reader)?.article.id !== articleId) await session.openArticle(articleId);
  if (highlightId && openArticleOf(session.reader)?.byId.has(highlightId)) selectHighlight(session.reader, highlightId, 'both');
}

/** Opens a link: inside the library in this window; outside Lectern through the desktop app's own check, or in a new tab that knows nothing of this one. */
export async function openLink(session: Session, href: string): Promise<void> {
  const inLibrary = parseLibraryHref(href);
  if (inLibrary) return openInLibrary(session, inLibrary);
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
