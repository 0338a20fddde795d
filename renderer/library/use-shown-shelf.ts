import { useOverview, useSelected, useSession } from '../state/use-session.ts';
import type { Shelf } from '../state/view-state.ts';

const inbox: Shelf = { kind: 'status', status: 'inbox' };

/** The shelf that the list shows: the chosen one, or the inbox when the tag that was chosen is gone. */
export function useShownShelf(): Shelf {
  const { view } = useSession();
  const tags = useOverview()?.tags;
  const chosen = useSelected(view, (state) => state.shelf);
  return chosen.kind === 'tag' && !tags?.some((tag) => tag.id === chosen.tagId) ? inbox : chosen;
}
