import { useState } from 'react';
import type { Settings } from '../../core/library/settings.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { changeSettings } from '../state/library-state.ts';
import { useSession, useSettings } from '../state/use-session.ts';
import type { Shelf } from '../state/view-state.ts';
import { TagDialog } from '../tags/tag-dialog.tsx';
import { libraryMessages, searchMessages, sortNames, statusNames } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { askToEmptyBin } from './delete-for-good.ts';
import styles from './list-heading.module.css';

const orders: readonly Settings['sortBy'][] = ['imported', 'published', 'title', 'source', 'progress'];

function nameShelf(shelf: Shelf, tags: readonly Tag[]): string {
  switch (shelf.kind) {
    case 'status': return statusNames[shelf.status];
    case 'tag': return tags.find((tag) => tag.id === shelf.tagId)?.name ?? libraryMessages.tags;
    case 'bin': return libraryMessages.bin;
  }
}

type ListHeadingProps = {
  readonly shelf: Shelf;
  readonly tags: readonly Tag[];
  readonly hasArticles?: boolean;
  /** How many articles a search found, among how many, and how long that took where it is known; null while nothing is searched for. */
  readonly found: { readonly shown: number; readonly all: number; readonly tookMs: number | null } | null;
};

/** What the list shows, and in which order. */
export function ListHeading({ shelf, tags, found, hasArticles = false }: ListHeadingProps) {
  const session = useSession();
  const { library, client } = session;
  const { sortBy } = useSettings();
  const [isTagOpen, setTagOpen] = useState(false);
  const name = nameShelf(shelf, tags);
  return (
    <div className={styles.heading}>
      <h2 className={styles.name} dir="auto">{found ? libraryMessages.results : name}</h2>
      <span className={styles.found} role="status">{found && libraryMessages.resultCount(found.shown, found.all)}{found && found.tookMs !== null && <span aria-hidden="true"> · {searchMessages.took(found.tookMs)}</span>}{!found && shelf.kind === 'bin' && !hasArticles && libraryMessages.binKeeps}</span>
      {shelf.kind === 'bin' && !found && hasArticles && <Button kind="quiet" className={styles.tool} aria-haspopup="dialog" title={libraryMessages.binKeeps} onClick={() => askToEmptyBin(session)}>{libraryMessages.emptyTheBin}</Button>}
      {shelf.kind === 'tag' && !found && (
        <Button kind="quiet" isIcon className={styles.tool} aria-label={libraryMessages.editTag(name)} title={libraryMessages.editTag(name)} aria-haspopup="dialog" onClick={() => setTagOpen(true)}><Icon name="edit" /></Button>
      )}
      {shelf.kind === 'tag' && isTagOpen && <TagDialog tagId={shelf.tagId} onClose={() => setTagOpen(false)} />}
      <Menu
        kind="quiet" isIcon className={styles.tool} label={libraryMessages.sort} aria-label={libraryMessages.sortedBy(sortBy)} title={libraryMessages.sortedBy(sortBy)}
        items={orders.map((order) => ({ label: sortNames[order], isChecked: order === sortBy, onChoose: () => void changeSettings(library, client, { sortBy: order }) }))}
      >
        <Icon name="sort" />
      </Menu>
    </div>
  );
}
