import { useOverview, useSelected, useSession } from '../state/use-session.ts';
import type { Shelf } from '../state/view-state.ts';

const inbox: Shelf = { kind: 'status', status: 'inbox' };

/** The shelf that the list shows: the chosen one, or the inbox when the tag or the collection that was chosen is gone. */
export function useShownShelf(): Shelf {
  const { view } = useSession();
  const overview = useOverview();
  const chosen = useSelected(view, (state) => state.shelf);
  const isGone = (chosen.kind === 'tag' && !overview?.tags.some((tag) => tag.id === chosen.tagId)) || (chosen.kind === 'collection' && !overview?.collections.some(({ id }) => id === chosen.collectionId));
  return isGone ? inbox : chosen;
}
