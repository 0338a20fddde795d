import type { CollectionId } from '../../core/base/ids.ts';
import { findById } from '../../core/base/named-record.ts';
import { useCollections, useSession } from '../state/use-session.ts';
import { collectionMessages } from '../text/shelf-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

/** The button over the list of a collection that renames it. */
export function RenameCollection({ collectionId }: { readonly collectionId: CollectionId }) {
  const { view } = useSession();
  const name = findById(useCollections(), collectionId)?.name;
  if (name === undefined) return null;
  const label = collectionMessages.edit(name);
  return <Button kind="quiet" isIcon aria-label={label} title={label} aria-haspopup="dialog" onClick={() => view.setState({ naming: { kind: 'collection', collectionId } })}><Icon name="edit" /></Button>;
}
