import { type Column, columnNames, type ColumnName, defaultColumns } from '../../core/library/columns.ts';
import { changeSettings } from '../state/library-state.ts';
import type { Session } from '../state/session.ts';
import { columnLabels, libraryMessages } from '../text/library-messages.ts';
import type { MenuItem } from '../ui/menu-popover.tsx';
import { hasColumn, withColumnMoved, withColumnToggled } from './arrange-columns.ts';

/** Keeps the columns with the library, so that they are there after a restart. */
export function setColumns({ library, client }: Session, columns: readonly Column[]): void {
  void changeSettings(library, client, { columns: [...columns] });
}

export type OneColumn = { readonly name: ColumnName; readonly onFit: () => void };

/** Which columns the table shows, and what can be done with one of them where the menu was asked for on it. */
export function columnItems(session: Session, columns: readonly Column[], one: OneColumn | null): readonly MenuItem[] {
  const ends = { first: columns[0]?.name, last: columns.at(-1)?.name };
  const ofOne: readonly MenuItem[] = one ? [
    { label: libraryMessages.fitColumn(one.name), onChoose: one.onFit },
    { label: libraryMessages.columnLeft(one.name), isDisabled: one.name === ends.first, onChoose: () => setColumns(session, withColumnMoved(columns, one.name, -1)) },
    { label: libraryMessages.columnRight(one.name), isDisabled: one.name === ends.last, onChoose: () => setColumns(session, withColumnMoved(columns, one.name, 1)) },
    'separator',
  ] : [];
  return [
    ...ofOne,
    ...columnNames.filter((name) => name !== 'title').map((name): MenuItem => ({
      label: columnLabels[name], isChecked: hasColumn(columns, name), isSwitch: true, onChoose: () => setColumns(session, withColumnToggled(columns, name)),
    })),
    'separator',
    { label: libraryMessages.usualColumns, onChoose: () => setColumns(session, defaultColumns) },
  ];
}
