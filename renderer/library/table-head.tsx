import { type KeyboardEvent, useState } from 'react';
import type { ArticleId } from '../../core/base/ids.ts';
import type { Column, ColumnName } from '../../core/library/columns.ts';
import { noSelection, withAll } from '../state/selection.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { libraryMessages } from '../text/library-messages.ts';
import type { Edges } from '../ui/place-menu.ts';
import { ColumnHead } from './column-head.tsx';
import { nextRow } from './list-keys.ts';
import { setSort } from './set-sort.ts';
import { directionOf, nextSort } from './sort-articles.ts';
import { useSort } from './use-sort.ts';
import styles from './table-head.module.css';

/** Chooses all that is listed, or none. */
function SelectAll({ ids }: { readonly ids: readonly ArticleId[] }) {
  const { view } = useSession();
  const count = useSelected(view, ({ selection }) => selection.ids.size);
  const isAll = count > 0 && count === ids.length;
  return (
    <div role="columnheader" className={styles.check}>
      <label className={styles.box}>
        <input
          type="checkbox" checked={isAll} aria-label={libraryMessages.selectAll}
          ref={(box) => {
            if (box) box.indeterminate = count > 0 && !isAll;
          }}
          onChange={() => view.setState(({ selection }) => ({ selection: isAll ? noSelection : withAll(selection, ids) }))}
        />
      </label>
    </div>
  );
}

/** The column that an arrow, Home or End moves to from another; null for any other key. */
function nextColumn(key: string, current: number, count: number): number | null {
  const turned: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowUp', ArrowRight: 'ArrowDown', Home: 'Home', End: 'End' };
  const along = Object.hasOwn(turned, key) ? turned[key] : undefined;
  return along === undefined ? null : nextRow(along, { current, count, page: 1 });
}

type TableHeadProps = {
  readonly columns: readonly Column[];
  readonly ids: readonly ArticleId[];
  readonly onResize: (name: ColumnName, width: number) => void;
  readonly onFit: (name: ColumnName) => void;
  readonly onMenu: (name: ColumnName, from: Edges) => void;
  /** Leaves the head for the rows. */
  readonly onLeave: () => void;
};

/** The heads of the columns. One stop for Tab; the arrow keys go from one to the next. */
export function TableHead({ columns, ids, onResize, onFit, onMenu, onLeave }: TableHeadProps) {
  const session = useSession();
  const sort = useSort();
  const [reached, setReached] = useState<ColumnName>('title');
  const reachable = columns.some(({ name }) => name === reached) ? reached : 'title';

  function handleKey(event: KeyboardEvent): void {
    const next = nextColumn(event.key, columns.findIndex(({ name }) => name === reachable), columns.length);
    if (next !== null) event.currentTarget.querySelector<HTMLElement>(`[data-head="${columns[next]?.name}"]`)?.focus();
    else if (event.key === 'ArrowDown') onLeave();
    else return;
    event.preventDefault();
  }

  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row} onKeyDown={handleKey}>
        <SelectAll ids={ids} />
        {columns.map((column) => {
          const { name } = column;
          return (
            <ColumnHead
              key={name} column={column} direction={sort?.by === name ? directionOf(sort) : null} isReachable={name === reachable} onReach={() => setReached(name)}
              onSort={() => setSort(session, nextSort(sort, name))} onResize={(width) => onResize(name, width)} onFit={() => onFit(name)} onMenu={(from) => onMenu(name, from)}
            />
          );
        })}
      </div>
    </div>
  );
}
