import { type FormEvent, useState } from 'react';
import type { ArticleId } from '../../core/base/ids.ts';
import { findByName, NAME_LENGTH_LIMIT } from '../../core/base/named-record.ts';
import { normaliseLine } from '../../core/base/text.ts';
import type { Collection } from '../../core/collection/collection.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { compareNames } from '../../core/base/language.ts';
import { useCollections, useOverview, useSelected, useSession } from '../state/use-session.ts';
import { collectionMessages } from '../text/shelf-messages.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import { TextField } from '../ui/text-field.tsx';
import { addCollection, collectArticles } from './collections.ts';
import styles from './collect-dialog.module.css';

type Collecting = { readonly articleIds: readonly ArticleId[] };

/** One collection, with whether all of the articles, some or none are in it. A change is made at once, and is one step of undo. */
function CollectionChoice({ collection, articleIds, isFirst }: Collecting & { readonly collection: Collection; readonly isFirst: boolean }) {
  const session = useSession();
  const members = new Set(collection.articles);
  const count = articleIds.filter((id) => members.has(id)).length;
  const isAll = count === articleIds.length;
  // What was asked for is shown at once, and until the library says so too.
  const [asked, setAsked] = useState<boolean | null>(null);
  if (asked === isAll) setAsked(null);
  const isShown = asked ?? isAll;

  async function toggle(): Promise<void> {
    setAsked(!isShown);
    if (!(await collectArticles(session, collection, { ids: articleIds, isIn: !isShown }))) setAsked(null);
  }

  return (
    <li>
      <label className={styles.collection}>
        <input
          type="checkbox" checked={isShown} data-initial-focus={isFirst ? '' : undefined}
          ref={(input) => {
            if (input) input.indeterminate = asked === null && count > 0 && !isAll;
          }}
          onChange={() => void toggle()}
        />
        <span className={styles.name} dir="auto">{collection.name}</span>
      </label>
    </li>
  );
}

/** Makes a collection with the articles in it. */
function NewCollection({ articleIds, isFirst }: Collecting & { readonly isFirst: boolean }) {
  const session = useSession();
  const collections = useCollections();
  const [draft, setDraft] = useState('');
  const name = normaliseLine(draft).slice(0, NAME_LENGTH_LIMIT);
  const taken = findByName(collections, name)?.name;

  async function handleSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (name === '' || taken !== undefined) return;
    if (await addCollection(session, name, articleIds)) setDraft('');
  }

  return (
    <form className={styles.add} onSubmit={(event) => void handleSubmit(event)}>
      <TextField label={collectionMessages.newName} placeholder={collectionMessages.newPlaceholder} value={draft} onChange={setDraft} isFirst={isFirst} fault={taken === undefined ? undefined : faultSentence({ code: 'name-taken', record: 'collection', name: taken })} />
      <Button type="submit" disabled={name === '' || taken !== undefined}>{collectionMessages.create}</Button>
    </form>
  );
}

/** Puts articles into collections and takes them out of them, whoever asks for it. */
export function CollectArticles({ articleIds, onClose }: Collecting & { readonly onClose: () => void }) {
  const collections = useCollections();
  const articles = useOverview()?.articles;
  const [only, ...more] = articleIds;
  const title = more.length === 0 ? articles?.find(({ id }) => id === only)?.title : undefined;
  const sorted = collections.toSorted((a, b) => compareNames(a.name, b.name));
  return (
    <Modal title={title === undefined ? collectionMessages.collectTitle(articleIds.length) : collectionMessages.collectTitleOf(title)} onClose={onClose} width={420}>
      {sorted.length === 0 && <p className={styles.lead}>{collectionMessages.none}</p>}
      <ul role="list" className={styles.collections} aria-label={collectionMessages.title}>
        {sorted.map((collection, index) => <CollectionChoice key={collection.id} collection={collection} articleIds={articleIds} isFirst={index === 0} />)}
      </ul>
      <NewCollection articleIds={articleIds} isFirst={sorted.length === 0} />
      <ModalActions><Button kind="primary" onClick={onClose}>{collectionMessages.done}</Button></ModalActions>
    </Modal>
  );
}

/** The dialog for the articles that are being collected, while there are any. */
export function CollectDialog() {
  const { view } = useSession();
  const articleIds = useSelected(view, (state) => state.collecting);
  return articleIds && articleIds.length > 0 ? <CollectArticles articleIds={articleIds} onClose={() => view.setState({ collecting: null })} /> : null;
}
