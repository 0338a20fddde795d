import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { type Column, MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH } from '../../core/library/columns.ts';
import { columnLabels } from '../text/library-messages.ts';
import { Icon } from '../ui/icon.tsx';
import type { Edges } from '../ui/place-menu.ts';
import { resizeByKey } from './resize-by-key.ts';
import styles from './column-head.module.css';

type ColumnActions = {
  readonly onSort: () => void;
  readonly onResize: (width: number) => void;
  readonly onFit: () => void;
  readonly onMenu: (from: Edges) => void;
  /** The focus has come to it. */
  readonly onReach: () => void;
};

type ColumnHeadProps = ColumnActions & {
  readonly column: Column;
  /** Null where the table is sorted by another column. */
  readonly direction: 'ascending' | 'descending' | null;
  readonly isReachable: boolean;
};

/** The movable edge of a column. Keys move it from the column's own button, so that it is no stop for Tab. */
function ColumnEdge({ width, onResize, onFit }: Pick<ColumnActions, 'onResize' | 'onFit'> & { readonly width: number }) {
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null);
  return (
    <div
      className={styles.edge} aria-hidden="true" onDoubleClick={onFit}
      onPointerDown={(event: PointerEvent) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => void (grip.current && onResize(grip.current.width + event.clientX - grip.current.x))}
      onLostPointerCapture={() => {
        grip.current = null;
      }}
    />
  );
}

/** The head of a column: pressing it sorts, Shift with the arrows resizes, and it has a menu. */
export function ColumnHead({ column, direction, isReachable, onSort, onResize, onFit, onMenu, onReach }: ColumnHeadProps) {
  const { name, width } = column;

  function handleKey(event: KeyboardEvent): void {
    const isMenu = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    const resized = event.shiftKey && event.key.startsWith('Arrow') ? resizeByKey({ key: event.key, shiftKey: false }, { value: width, min: MIN_COLUMN_WIDTH, max: MAX_COLUMN_WIDTH, grows: 1 }) : null;
    if (!isMenu && resized === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (resized === null) onMenu(event.currentTarget.getBoundingClientRect());
    else onResize(resized);
  }

  return (
    <div
      role="columnheader" aria-sort={direction ?? undefined} className={styles.head} data-column={name}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu({ left: event.clientX, top: event.clientY, right: event.clientX, bottom: event.clientY });
      }}
    >
      <button type="button" className={styles.sort} data-head={name} tabIndex={isReachable ? 0 : -1} aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight" title={columnLabels[name]} onClick={onSort} onFocus={onReach} onKeyDown={handleKey}>
        <span className={styles.name}>{columnLabels[name]}</span>
        {direction && <span className={`${styles.arrow} ${direction === 'ascending' ? styles.isUp : ''}`}><Icon name="down" /></span>}
      </button>
      <ColumnEdge width={width} onResize={onResize} onFit={onFit} />
    </div>
  );
}
