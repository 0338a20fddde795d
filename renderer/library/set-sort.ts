import { changeSettings } from '../state/library-state.ts';
import type { Session } from '../state/session.ts';
import type { Sort } from './sort-articles.ts';

/** Sorts the list, both as it is shown narrow and as a table. While something is searched for, that holds for its results until the search changes. */
export function setSort({ library, client, view }: Session, { by, isReversed }: Sort): void {
  const { filter } = view.getState();
  view.setState({ sortedSearch: filter === '' ? null : filter });
  void changeSettings(library, client, { sortBy: by, isSortReversed: isReversed });
}
