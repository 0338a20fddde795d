import type { ArticleSummary } from '../../core/article/summary.ts';
import { libraryHref, type LibraryLink } from '../../core/article/library-link.ts';
import type { Session } from '../state/session.ts';
import { openArticleOf, selectHighlight } from '../state/reader-state.ts';
import { useSession } from '../state/use-session.ts';
import { notesMessages } from '../text/notes-messages.ts';
import styles from './linked-from.module.css';

type LinkedFromProps = { readonly articles: readonly ArticleSummary[]; /** What they link to. */ readonly target: LibraryLink };

/** Opens an article at the note that has a link. */
async function openAtLink(session: Session, { id }: ArticleSummary, href: string): Promise<void> {
  await session.openArticle(id);
  const linking = openArticleOf(session.reader)?.article.highlights.find(({ note }) => note.includes(`](${href})`));
  if (linking) selectHighlight(session.reader, linking.id, 'both');
}

/** The other end of links: the articles whose notes lead here. */
export function LinkedFrom({ articles, target }: LinkedFromProps) {
  const session = useSession();
  if (articles.length === 0) return null;
  return (
    <p className={styles.linked}>
      <span>{notesMessages.linkedFrom}</span>
      {articles.map((article) => <button key={article.id} type="button" className={styles.from} dir="auto" onClick={() => void openAtLink(session, article, libraryHref(target))}>{article.title}</button>)}
    </p>
  );
}
