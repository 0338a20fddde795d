import { type ReactNode, useState } from 'react';
import type { Collection } from '../../core/collection/collection.ts';
import type { Settings } from '../../core/library/settings.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { changeSettings } from '../state/library-state.ts';
import { useCollections, useSession, useSettings } from '../state/use-session.ts';
import type { Shelf } from '../state/view-state.ts';
import { TagDialog } from '../tags/tag-dialog.tsx';
import { libraryMessages, searchMessages, sortNames, statusNames } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import styles from './list-heading.module.css';

const orders: readonly Settings['sortBy'][] = ['imported', 'published', 'title', 'source', 'progress'];

function nameShelf(shelf: Shelf, tags: readonly Tag[], collections: readonly Collection[]): string {
  switch (shelf.kind) {
    case 'status': return statusNames[shelf.status];
    case 'tag': return tags.find((tag) => tag.id === shelf.tagId)?.name ?? libraryMessages.tags;
    case 'collection': return collections.find(({ id }) => id === shelf.collectionId)?.name ?? '';
    case 'bin': return libraryMessages.bin;
  }
}

type ListHeadingProps = {
  readonly shelf: Shelf;
  readonly tags: readonly Tag[];
  /** How many articles a search found, among how many, and how long that took where it is known; null while nothing is searched for. */
  readonly found: { readonly shown: number; readonly all: number; readonly tookMs: number | null } | null;
  /** What else can be done with what the list shows. */
  readonly children?: ReactNode;
};

/** What the list shows, and in which order. */
export function ListHeading({ shelf, tags, found, children }: ListHeadingProps) {
  const { library, client } = useSession();
  const { sortBy } = useSettings();
  const [isTagOpen, setTagOpen] = useState(false);
  const name = nameShelf(shelf, tags, useCollections());
  return (
    <div className={styles.heading}>
      <h2 className={styles.name} dir="auto">{found ? libraryMessages.results : name}</h2>
      <span className={styles.found} role="status">{found && libraryMessages.resultCount(found.shown, found.all)}{found && found.tookMs !== null && <span aria-hidden="true"> · {searchMessages.took(found.tookMs)}</span>}{!found && shelf.kind === 'bin' && libraryMessages.binKeeps}</span>
      {shelf.kind === 'tag' && !found && (
        <Button kind="quiet" isIcon aria-label={libraryMessages.editTag(name)} title={libraryMessages.editTag(name)} aria-haspopup="dialog" onClick={() => setTagOpen(true)}><Icon name="edit" /></Button>
      )}
      {shelf.kind === 'tag' && isTagOpen && <TagDialog tagId={shelf.tagId} onClose={() => setTagOpen(false)} />}
      {children}
      <Menu
        kind="quiet" isIcon label={libraryMessages.sort} aria-label={libraryMessages.sortedBy(sortBy)} title={libraryMessages.sortedBy(sortBy)}
        items={orders.map((order) => ({ label: sortNames[order], isChecked: order === sortBy, onChoose: () => void changeSettings(library, client, { sortBy: order }) }))}
      >
        <Icon name="sort" />
      </Menu>
    </div>
  );
}
