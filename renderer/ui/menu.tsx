import { type ComponentProps, useCallback, useState } from 'react';
import { Button } from './button.tsx';
import { type MenuItem, MenuPopover } from './menu-popover.tsx';
import type { Edges } from './place-menu.ts';

type MenuProps = Omit<ComponentProps<typeof Button>, 'onClick'> & {
  /** What the menu is called. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'end';
};

/** A button that opens a menu under it. The arrow keys open it too. */
export function Menu({ label, items, align = 'end', ...button }: MenuProps) {
  const [from, setFrom] = useState<Edges | null>(null);
  const close = useCallback(() => setFrom(null), []);
  return (
    <>
      <Button
        {...button} aria-haspopup="menu" aria-expanded={from !== null}
        onPointerDown={(event) => {
          // The menu is closed by any press outside it; on its own button that must not open it again.
          if (from) event.currentTarget.dataset['wasOpen'] = '';
          else delete event.currentTarget.dataset['wasOpen'];
        }}
        onClick={(event) => {
          const wasOpen = 'wasOpen' in event.currentTarget.dataset;
          delete event.currentTarget.dataset['wasOpen'];
          if (!wasOpen) setFrom(event.currentTarget.getBoundingClientRect());
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setFrom(event.currentTarget.getBoundingClientRect());
        }}
      />
      {from && <MenuPopover label={label} items={items} from={from} align={align} onClose={close} />}
    </>
  );
}
