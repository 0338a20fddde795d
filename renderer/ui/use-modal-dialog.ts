import { type RefObject, useLayoutEffect } from 'react';
import { focusOrMain } from './keep-focus.ts';

/** Opens a dialog over the window for as long as it is rendered. It begins at what has `data-initial-focus`; the focus goes back to where it was. */
export function useModalDialog(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
    return () => {
      element?.close();
      focusOrMain(before);
    };
  }, [dialog]);
}
