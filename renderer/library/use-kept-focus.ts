import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';

/** Gives the focus to a pane when what had it there is gone, as with the last article of a list. */
export function useKeptFocus<T extends HTMLElement>(): { readonly ref: RefObject<T | null>; readonly onFocus: (event: FocusEvent) => void } {
  const ref = useRef<T>(null);
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (last.current?.isConnected === false && document.activeElement === document.body) ref.current?.focus();
  });
  return {
    ref,
    onFocus: (event) => {
      last.current = event.target;
    },
  };
}
