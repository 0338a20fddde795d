import { type ReactNode, useState } from 'react';
import type { Collection } from '../../core/collection/collection.ts';
import type { ColumnName } from '../../core/library/columns.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { runCommand } from '../commands/run-command.ts';
import { useCollections, useSelected, useSession, useSettings } from '../state/use-session.ts';
import type { Shelf } from '../state/view-state.ts';
import { TagDialog } from '../tags/tag-dialog.tsx';
import { libraryMessages, searchMessages, sortNames, statusNames } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { MenuItem } from '../ui/menu-popover.tsx';
import { Menu } from '../ui/menu.tsx';
import { columnItems } from './column-items.ts';
import { askToEmptyBin } from './delete-for-good.ts';
import { setSort } from './set-sort.ts';
import { useSort } from './use-sort.ts';
import { WriteButton } from './write-button.tsx';
import styles from './list-heading.module.css';

/** Orders that the menu always offers; the others are reached by the heads of the table. */
const orders: readonly ColumnName[] = ['imported', 'changed', 'published', 'title', 'byline', 'source', 'progress'];

function nameShelf(shelf: Shelf, tags: readonly Tag[], collections: readonly Collection[]): string {
  switch (shelf.kind) {
    case 'status': return statusNames[shelf.status];
    case 'tag': return tags.find((tag) => tag.id === shelf.tagId)?.name ?? libraryMessages.tags;
    case 'collection': return collections.find(({ id }) => id === shelf.collectionId)?.name ?? '';
    case 'review': return libraryMessages.toReview;
    case 'bin': return libraryMessages.bin;
  }
}

type ListHeadingProps = {
  readonly shelf: Shelf;
  readonly tags: readonly Tag[];
  readonly hasArticles?: boolean;
  /** How many articles a search found, among how many, and how long that took where it is known; null while nothing is searched for. */
  readonly found: { readonly shown: number; readonly all: number; readonly tookMs: number | null } | null;
  /** What else can be done with what the list shows. */
  readonly children?: ReactNode;
};

/** The order of the list, or of what a search found. */
function SortMenu({ isSearched }: { readonly isSearched: boolean }) {
  const session = useSession();
  const settings = useSettings();
  const sort = useSort();
  const label = sort ? libraryMessages.sortedBy(sort.by) : libraryMessages.sortedByMatch;
  const offered = sort && !orders.includes(sort.by) ? [...orders, sort.by] : orders;
  const best: MenuItem = { label: libraryMessages.bestMatch, isChecked: sort === null, onChoose: () => session.view.setState({ sortedSearch: null }) };
  return (
    <Menu
      kind="quiet" isIcon className={styles.tool} label={libraryMessages.sort} aria-label={label} title={label}
      items={[
        ...(isSearched ? [best] : []),
        ...offered.map((by): MenuItem => ({ label: sortNames[by], isChecked: by === sort?.by, onChoose: () => setSort(session, { by, isReversed: false }) })),
        'separator',
        { label: libraryMessages.reversed, isSwitch: true, isChecked: sort?.isReversed ?? false, isDisabled: sort === null, onChoose: () => setSort(session, { by: settings.sortBy, isReversed: !settings.isSortReversed }) },
      ]}
    >
      <Icon name="sort" />
    </Menu>
  );
}

/** The switch between the list and the table and, with the table, which columns it has. */
function TableTools() {
  const session = useSession();
  const { columns } = useSettings();
  const isTable = useSelected(session.view, (state) => state.isTableShown);
  const label = isTable ? libraryMessages.leaveTable : libraryMessages.showTable;
  return (
    <>
      {isTable && (
        <Menu kind="quiet" isIcon className={styles.tool} label={libraryMessages.columns} aria-label={libraryMessages.columns} title={libraryMessages.columns} items={columnItems(session, columns, null)}>
          <Icon name="columns" />
        </Menu>
      )}
      <Button kind="quiet" isIcon className={styles.tool} aria-label={label} title={label} onClick={() => runCommand(session, 'show-table')}>
        <Icon name={isTable ? 'close' : 'table'} />
      </Button>
    </>
  );
}

/** What the list shows, and in which order. */
export function ListHeading({ shelf, tags, found, hasArticles = false, children }: ListHeadingProps) {
  const session = useSession();
  const isTable = useSelected(session.view, (state) => state.isTableShown);
  const [isTagOpen, setTagOpen] = useState(false);
  const name = nameShelf(shelf, tags, useCollections());
  // The table stands in the place of the article, and its heading in that of the article's.
  const Heading = isTable ? 'h1' : 'h2';
  return (
    <div className={`${styles.heading} ${isTable ? styles.isTable : ''}`}>
      <Heading className={styles.name} dir="auto">{found ? libraryMessages.results : name}</Heading>
      <span className={styles.found} role="status">{found && libraryMessages.resultCount(found.shown, found.all)}{found && found.tookMs !== null && <span aria-hidden="true"> · {searchMessages.took(found.tookMs)}</span>}{!found && shelf.kind === 'bin' && !hasArticles && libraryMessages.binKeeps}</span>
      {shelf.kind === 'bin' && !found && hasArticles && <WriteButton kind="quiet" className={styles.tool} aria-haspopup="dialog" title={libraryMessages.binKeeps} onClick={() => askToEmptyBin(session)}>{libraryMessages.emptyTheBin}</WriteButton>}
      {shelf.kind === 'tag' && !found && (
        <WriteButton kind="quiet" isIcon className={styles.tool} aria-label={libraryMessages.editTag(name)} title={libraryMessages.editTag(name)} aria-haspopup="dialog" onClick={() => setTagOpen(true)}><Icon name="edit" /></WriteButton>
      )}
      {shelf.kind === 'tag' && isTagOpen && <TagDialog tagId={shelf.tagId} onClose={() => setTagOpen(false)} />}
      {children}
      <SortMenu isSearched={found !== null && shelf.kind !== 'bin'} />
      <TableTools />
    </div>
  );
}
