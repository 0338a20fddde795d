import type { Column } from '../../core/library/columns.ts';
import { useSession } from '../state/use-session.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { MenuPopover } from '../ui/menu-popover.tsx';
import type { Edges } from '../ui/place-menu.ts';
import { columnItems, type OneColumn } from './column-items.ts';

type ColumnMenuProps = OneColumn & { readonly columns: readonly Column[]; readonly from: Edges; readonly onClose: () => void };

/** The menu of a column's head. */
export function ColumnMenu({ columns, name, onFit, from, onClose }: ColumnMenuProps) {
  const session = useSession();
  return <MenuPopover label={libraryMessages.columns} items={columnItems(session, columns, { name, onFit })} from={from} onClose={onClose} />;
}
