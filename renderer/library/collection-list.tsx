import { useSession } from '../state/use-session.ts';
import type { Shelf } from '../state/view-state.ts';
import { collectionMessages } from '../text/shelf-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { removeCollection } from './collections.ts';
import { RecordRow } from './record-row.tsx';
import { ShelfGroup } from './shelf-group.tsx';
import { type CollectionCount, isCollectionShelf } from './shelves.ts';

/** The collections, each a shelf of its articles, and where to make one. */
export function CollectionList({ collections, shelf }: { readonly collections: readonly CollectionCount[]; readonly shelf: Shelf }) {
  const session = useSession();
  const { view } = session;
  const add = (className: string | undefined) => (
    <Button kind="quiet" isIcon className={className ?? ''} aria-label={collectionMessages.add} title={collectionMessages.add} aria-haspopup="dialog" onClick={() => view.setState({ naming: { kind: 'new-collection' } })}><Icon name="plus" /></Button>
  );
  return (
    <ShelfGroup group="collections" title={collectionMessages.title} tool={add}>
      {collections.map(({ collection, count }) => (
        <RecordRow
          key={collection.id} name={collection.name} icon="folder" count={count} isChosen={isCollectionShelf(shelf, collection.id)} removeLabel={collectionMessages.remove}
          onOpen={() => view.setState({ shelf: { kind: 'collection', collectionId: collection.id }, filter: '' })}
          onRename={() => view.setState({ naming: { kind: 'collection', collectionId: collection.id } })}
          onRemove={() => removeCollection(session, collection)}
        />
      ))}
    </ShelfGroup>
  );
}
