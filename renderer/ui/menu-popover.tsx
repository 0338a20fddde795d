import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CommandId } from '../../core/api/commands.ts';
import { Icon } from './icon.tsx';
import { focusOrMain } from './keep-focus.ts';
import { Kbd } from './kbd.tsx';
import { nextMenuIndex } from './menu-keys.ts';
import { type Edges, placeMenu, type Spot } from './place-menu.ts';
import styles from './menu.module.css';

export type MenuItem =
  | {
    readonly label: string;
    readonly onChoose: () => void;
    /** Its keys are shown beside the label. */
    readonly command?: CommandId;
    /** Makes the item one of a choice, and says whether it is the one chosen. */
    readonly isChecked?: boolean;
    /** Makes the item one to be switched on and off, and keeps the menu open. */
    readonly isSwitch?: boolean;
    readonly isDisabled?: boolean;
    /** What a bar of buttons leaves to its menu: there is not room for everything. */
    readonly isSeldom?: boolean;
  }
  | 'separator';

type MenuPopoverProps = {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** What the menu hangs from, in the window: a button's box, or a point with no size. */
  readonly from: Edges;
  /** Which side of `from` the menu is flush with. */
  readonly align?: 'start' | 'end';
  readonly onClose: () => void;
};

/** A menu over the window, open as long as it is rendered. The focus goes back to where it was when it closes. */
export function MenuPopover({ label, items, from, align = 'start', onClose }: MenuPopoverProps) {
  const menu = useRef<HTMLDivElement>(null);
  // Not hidden until it has its place: what is hidden can't take the focus.
  const [spot, setSpot] = useState<Spot | null>(null);
  const buttons = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  useLayoutEffect(() => {
    const element = menu.current;
    const before = document.activeElement;
    if (!element) return undefined;
    element.showPopover();
    setSpot(placeMenu({ from, align, menu: { width: element.offsetWidth, height: element.offsetHeight }, view: { width: window.innerWidth, height: window.innerHeight } }));
    (element.querySelector<HTMLElement>('[role="menuitemradio"][aria-checked="true"]') ?? element.querySelector<HTMLElement>('[role^="menuitem"]'))?.focus();
    return () => {
      if (element.contains(document.activeElement) || document.activeElement === document.body) focusOrMain(before);
    };
  }, [from, align]);

  useEffect(() => {
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && menu.current?.contains(event.target)) return;
      onClose();
    };
    document.addEventListener('pointerdown', closeOutside, true);
    window.addEventListener('resize', onClose);
    window.addEventListener('blur', onClose);
    return () => {
      document.removeEventListener('pointerdown', closeOutside, true);
      window.removeEventListener('resize', onClose);
      window.removeEventListener('blur', onClose);
    };
  }, [onClose]);

  function handleKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      onClose();
      return;
    }
    const all = buttons();
    const next = nextMenuIndex(event.key, all.findIndex((button) => button === document.activeElement), all.map((button) => button.textContent));
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  }

  return (
    <div
      ref={menu} popover="manual" role="menu" aria-label={label} className={styles.menu} tabIndex={-1}
      style={spot ?? { opacity: 0, left: 0, top: 0 }}
      onKeyDown={handleKey} onContextMenu={(event) => event.preventDefault()}
    >
      {items.map((item, index) => (item === 'separator'
        ? <div key={index} role="separator" className={styles.separator} />
        : <MenuButton key={index} item={item} onClose={onClose} />))}
    </div>
  );
}

type MenuButtonProps = { readonly item: Exclude<MenuItem, 'separator'>; readonly onClose: () => void };

function MenuButton({ item, onClose }: MenuButtonProps) {
  const isChoice = item.isChecked !== undefined;
  const role = item.isSwitch ? 'menuitemcheckbox' : isChoice ? 'menuitemradio' : 'menuitem';
  return (
    <button
      type="button" role={role} aria-checked={item.isChecked} aria-disabled={item.isDisabled} tabIndex={-1} className={styles.item}
      onPointerEnter={(event) => event.currentTarget.focus({ preventScroll: true })}
      onClick={() => {
        if (item.isDisabled) return;
        if (!item.isSwitch) onClose();
        item.onChoose();
      }}
    >
      {isChoice && <span className={styles.check}>{item.isChecked && <Icon name="check" />}</span>}
      <span className={styles.label}>{item.label}</span>
      {item.command !== undefined && <Kbd command={item.command} />}
    </button>
  );
}
