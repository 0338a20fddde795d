import { type RefObject, useLayoutEffect } from 'react';

/** Those who may take the focus after an element, the nearest first. */
export type FindHeirs = (gone: HTMLElement) => readonly (Element | null)[];

/** When an element goes away with the focus in it, the first of its heirs that is still there takes it, so that it is never lost to the body. */
export function useFocusHeir(element: RefObject<HTMLElement | null>, findHeirs: FindHeirs): void {
  useLayoutEffect(() => {
    const gone = element.current;
    return () => {
      if (!gone?.contains(document.activeElement)) return;
      const heirs = findHeirs(gone);
      // Which of them stay is known when the page has been changed as a whole.
      queueMicrotask(() => {
        const heir = heirs.find((each) => each?.isConnected);
        if (!gone.isConnected && document.activeElement === document.body && heir instanceof HTMLElement) heir.focus({ preventScroll: true });
      });
    };
  }, [element, findHeirs]);
}
