import { createSearchId } from '../../core/base/ids.ts';
import { asTyped } from '../../core/search/parse-query.ts';
import { createSavedSearch, type SavedSearch } from '../../core/search/saved-search.ts';
import { filterWords } from '../library/filter-articles.ts';
import { editWithUndo } from '../library/edit-with-undo.ts';
import { isDone } from '../state/editor.ts';
import type { Session } from '../state/session.ts';
import { savedSearchMessages } from '../text/shelf-messages.ts';

/** Keeps a query under a name and says so; false when it could not be saved. */
export async function saveSearch(session: Session, draft: Pick<SavedSearch, 'name' | 'query'>): Promise<boolean> {
  const search = createSavedSearch(draft, { id: createSearchId(Date.now(), crypto.getRandomValues(new Uint8Array(10))), now: new Date().toISOString() });
  const isSaved = await editWithUndo(session, { edits: [{ kind: 'put-search', search }], text: savedSearchMessages.saved(search.name) });
  // The field has it as it is saved, and the list goes on showing the same.
  if (isSaved) session.view.setState({ filter: search.query });
  return isSaved;
}

export function renameSearch({ editor }: Session, search: SavedSearch, name: string): Promise<boolean> {
  return isDone(editor.edit([{ kind: 'put-search', search: { ...search, name } }]));
}

/** Deletes a saved search and says so. */
export function removeSearch(session: Session, search: SavedSearch): void {
  void editWithUndo(session, { edits: [{ kind: 'remove-search', searchId: search.id }], text: savedSearchMessages.removed(search.name) });
}

/** Shows what a saved search finds now, with its query in the search field. In the bin nothing is searched, so that shelf is left. */
export function openSearch({ view }: Session, { query }: SavedSearch): void {
  view.setState(({ shelf }) => ({ filter: query, shelf: shelf.kind === 'bin' ? { kind: 'status', status: 'inbox' } : shelf }));
}

/** Asks under which name to keep what is searched for now. */
export function nameSearch({ view }: Session): void {
  const { filter, shelf } = view.getState();
  if (filterWords(filter).length > 0 && shelf.kind !== 'bin') view.setState({ naming: { kind: 'new-search', query: asTyped(filter) } });
}
