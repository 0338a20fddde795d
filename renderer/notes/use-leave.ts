import { type RefObject, useEffect, useEffectEvent } from 'react';

/**
 * Calls when the focus has left an element for another. Not in the middle of a press: what the pointer is on
 * would move away under it. Not when the whole window loses the focus either.
 */
export function useLeave(element: RefObject<HTMLElement | null>, onLeave: () => void): void {
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    let isPressed = false;
    const stops = new AbortController();
    const check = () => {
      if (!isPressed && !stops.signal.aborted && document.hasFocus() && !element.current?.contains(document.activeElement)) leave();
    };
    const press = () => void (isPressed = true);
    const release = () => {
      isPressed = false;
      // The click of this press comes after its release.
      setTimeout(check);
    };
    const handleFocusOut = () => void setTimeout(check);
    const options = { capture: true, signal: stops.signal };
    document.addEventListener('pointerdown', press, options);
    document.addEventListener('pointerup', release, options);
    document.addEventListener('pointercancel', release, options);
    document.addEventListener('focusout', handleFocusOut, options);
    return () => stops.abort();
  }, [element]);
}
