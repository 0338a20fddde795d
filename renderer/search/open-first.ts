import { filterWords } from '../library/filter-articles.ts';
import { sortOf } from '../library/sort-articles.ts';
import { shownArticles } from '../library/shown-articles.ts';
import { overviewOf } from '../state/library-state.ts';
import type { Session } from '../state/session.ts';
import { leadingSnippet, openHit } from './open-hit.ts';

/** Resolves when the library has answered the query that is typed now; false when another is typed first. */
function waitForAnswer({ search, view }: Session, query: string): Promise<boolean> {
  return new Promise((resolve) => {
    function look(): void {
      const isStill = view.getState().filter === query;
      if (isStill && search.getState().found?.query !== query) return;
      stops.forEach((stop) => stop());
      resolve(isStill);
    }
    const stops = [search.subscribe(look), view.subscribe(look)];
    look();
  });
}

/**
 * Opens the first article of what is typed now, and answers whether there is one. The list may still show what was
 * found for an earlier query, so it is never asked: this waits for the answer to this one.
 */
export async function openFirst(session: Session): Promise<boolean> {
  const { search, view, library } = session;
  const { filter, shelf } = view.getState();
  const overview = overviewOf(library);
  if (filterWords(filter).length === 0 || !overview) return false;
  if (shelf.kind === 'bin') {
    const [first] = shownArticles({ ...overview, sort: sortOf(overview.settings) }, { shelf, filter });
    if (first) await session.openArticle(first.id);
    return first !== undefined;
  }
  const found = (await waitForAnswer(session, filter)) ? search.getState().found : null;
  const [hit] = found?.answer.ok ? found.answer.value.hits : [];
  if (hit) view.setState({ isTableShown: false });
  if (hit) await openHit(session, hit.articleId, leadingSnippet(hit));
  return hit !== undefined;
}
