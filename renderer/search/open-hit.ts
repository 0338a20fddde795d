import type { ArticleId } from '../../core/base/ids.ts';
import type { SearchHit } from '../../core/library/ports.ts';
import type { Snippet } from '../../core/search/snippets.ts';
import { openArticleOf, selectHighlight } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';

/** Where a hit opens at: the first of its snippets that leads to a place. */
export function leadingSnippet({ snippets }: SearchHit): Snippet | undefined {
  return snippets.find((snippet) => snippet.highlightId ?? snippet.position);
}

/** Opens an article at what was found in it: its highlight, or the place in the text. */
export async function openHit(session: Session, id: ArticleId, snippet: Snippet | undefined): Promise<void> {
  const { reader } = session;
  if (openArticleOf(reader)?.article.id !== id) await session.openArticle(id);
  if (openArticleOf(reader)?.article.id !== id || !snippet) return;
  if (snippet.highlightId) selectHighlight(reader, snippet.highlightId, 'both');
  // A new object each time, so that the same place is gone to again.
  else if (snippet.position) reader.setState({ found: { hits: [snippet.position], current: 0 } });
}
