import { type KeyboardEvent, useCallback, useState } from 'react';
import { formatNumber } from '../text/format.ts';
import { shelfMessages } from '../text/shelf-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { type MenuItem, MenuPopover } from '../ui/menu-popover.tsx';
import type { Edges } from '../ui/place-menu.ts';
import shelfStyles from './shelf-row.module.css';
import styles from './record-row.module.css';

type RecordRowProps = {
  readonly name: string;
  /** What more there is to say of it, where the pointer rests. */
  readonly hint?: string;
  readonly icon: IconName;
  readonly isChosen: boolean;
  /** How many articles; null while that is not known. */
  readonly count: number | null;
  readonly removeLabel: string;
  readonly onOpen: () => void;
  readonly onRename: () => void;
  readonly onRemove: () => void;
};

/** A row of something that a user has named: it is opened, renamed with F2 and removed with Delete, or from its menu. */
export function RecordRow({ name, hint, icon, isChosen, count, removeLabel, onOpen, onRename, onRemove }: RecordRowProps) {
  const [from, setFrom] = useState<Edges | null>(null);
  const close = useCallback(() => setFrom(null), []);
  const items: readonly MenuItem[] = [{ label: shelfMessages.rename, onChoose: onRename }, 'separator', { label: removeLabel, onChoose: onRemove }];

  function handleKey(event: KeyboardEvent): void {
    if (event.key === 'F2') onRename();
    else if (event.key === 'Delete') onRemove();
    else return;
    event.preventDefault();
  }

  return (
    <li
      className={styles.row} onKeyDown={from ? undefined : handleKey}
      onContextMenu={(event) => {
        event.preventDefault();
        const isByKey = event.clientX === 0 && event.clientY === 0;
        setFrom(isByKey ? event.currentTarget.getBoundingClientRect() : { left: event.clientX, top: event.clientY, right: event.clientX, bottom: event.clientY });
      }}
    >
      <button type="button" className={`${shelfStyles.row} ${styles.open}`} aria-current={isChosen ? 'true' : undefined} aria-keyshortcuts="F2 Delete" title={hint ?? name} onClick={onOpen}>
        <span className={styles.icon}><Icon name={icon} /></span>
        <span className={styles.name} dir="auto">{name}</span> <span className={shelfStyles.count}>{count === null ? '' : formatNumber(count)}</span>
      </button>
      <Button
        kind="quiet" isIcon className={styles.more} tabIndex={-1} aria-haspopup="menu" aria-expanded={from !== null} aria-label={shelfMessages.moreAbout(name)}
        onClick={(event) => setFrom(event.currentTarget.getBoundingClientRect())}
      >
        <Icon name="more" />
      </Button>
      {from && <MenuPopover label={shelfMessages.actions(name)} items={items} from={from} onClose={close} />}
    </li>
  );
}
