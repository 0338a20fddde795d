import { RecordRow } from '../library/record-row.tsx';
import { ShelfGroup } from '../library/shelf-group.tsx';
import { useSearches, useSelected, useSession } from '../state/use-session.ts';
import { savedSearchMessages } from '../text/shelf-messages.ts';
import { openSearch, removeSearch } from './saved-searches.ts';
import { useSearchCounts } from './use-search-counts.ts';

/** The saved searches, each with how many articles it finds now. */
export function SavedSearchList() {
  const session = useSession();
  const { view } = session;
  const searches = useSearches();
  const counts = useSearchCounts(searches);
  const filter = useSelected(view, (state) => state.filter.trim());
  if (searches.length === 0) return null;
  return (
    <ShelfGroup group="searches" title={savedSearchMessages.title}>
      {searches.map((search) => (
        <RecordRow
          key={search.id} name={search.name} hint={savedSearchMessages.query(search.query)} icon="search" count={counts.get(search.query) ?? null} isChosen={search.query === filter} removeLabel={savedSearchMessages.remove}
          onOpen={() => openSearch(session, search)}
          onRename={() => view.setState({ naming: { kind: 'search', searchId: search.id } })}
          onRemove={() => removeSearch(session, search)}
        />
      ))}
    </ShelfGroup>
  );
}
