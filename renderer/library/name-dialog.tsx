import { type FormEvent, useState } from 'react';
import { findById, findByName, NAME_LENGTH_LIMIT, type NamedRecord, type RecordKind } from '../../core/base/named-record.ts';
import { normaliseLine } from '../../core/base/text.ts';
import type { Overview } from '../../core/library/library.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { renameSearch, saveSearch } from '../search/saved-searches.ts';
import type { Session } from '../state/session.ts';
import { useOverview, useSelected, useSession } from '../state/use-session.ts';
import type { Naming } from '../state/view-state.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { collectionMessages, savedSearchMessages, shelfMessages } from '../text/shelf-messages.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import { TextField } from '../ui/text-field.tsx';
import { addCollection, renameCollection } from './collections.ts';

/** What is named: what it is called now, among which others, and what giving the name does. */
type Named = {
  readonly title: string;
  readonly record: RecordKind;
  readonly id: string | null;
  readonly name: string;
  readonly others: readonly NamedRecord[];
  readonly hint?: string;
  readonly save: (session: Session, name: string) => Promise<boolean>;
};

/** Null for what is not there any more. */
function namedIn({ collections, searches }: Overview, naming: Naming): Named | null {
  switch (naming.kind) {
    case 'new-collection':
      return { title: collectionMessages.addTitle, record: 'collection', id: null, name: '', others: collections, save: (session, name) => addCollection(session, name, []) };
    case 'collection': {
      const collection = findById(collections, naming.collectionId);
      return collection && { title: collectionMessages.renameTitle, record: 'collection', id: collection.id, name: collection.name, others: collections, save: (session, name) => renameCollection(session, collection, name) };
    }
    case 'new-search': {
      const { query } = naming;
      return { title: savedSearchMessages.saveTitle, record: 'search', id: null, name: query.replace(/\*$/, '').slice(0, NAME_LENGTH_LIMIT), others: searches, hint: savedSearchMessages.query(query), save: (session, name) => saveSearch(session, { name, query }) };
    }
    case 'search': {
      const search = findById(searches, naming.searchId);
      return search && { title: savedSearchMessages.renameTitle, record: 'search', id: search.id, name: search.name, others: searches, hint: savedSearchMessages.query(search.query), save: (session, name) => renameSearch(session, search, name) };
    }
  }
}

function NameForm({ named, onClose }: { readonly named: Named; readonly onClose: () => void }) {
  const session = useSession();
  const [draft, setDraft] = useState(named.name);
  const name = normaliseLine(draft).slice(0, NAME_LENGTH_LIMIT);
  const namesake = findByName(named.others, name);
  const taken = namesake && namesake.id !== named.id ? namesake.name : null;

  async function handleSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (name === '' || taken !== null) return;
    if (name === named.name && named.id !== null) onClose();
    else if (await named.save(session, name)) onClose();
  }

  return (
    <form onSubmit={(event) => void handleSubmit(event)} onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}>
      <TextField label={shelfMessages.name} value={draft} onChange={setDraft} isFirst hint={named.hint} fault={taken === null ? undefined : faultSentence({ code: 'name-taken', record: named.record, name: taken })} />
      <ModalActions>
        <Button onClick={onClose}>{chromeMessages.cancel}</Button>
        <Button kind="primary" type="submit" disabled={name === '' || taken !== null}>{named.id === null && named.record === 'collection' ? collectionMessages.create : chromeMessages.save}</Button>
      </ModalActions>
    </form>
  );
}

/** The dialog that gives a search or a collection its name, while it is open. */
export function NameDialog() {
  const { view } = useSession();
  const naming = useSelected(view, (state) => state.naming);
  const overview = useOverview();
  const named = naming && overview && namedIn(overview, naming);
  if (!named) return null;
  const close = () => view.setState({ naming: null });
  return <Modal title={named.title} onClose={close} width={420}><NameForm named={named} onClose={close} /></Modal>;
}
