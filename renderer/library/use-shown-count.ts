import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

const STEP = 200;

/**
 * How many rows of a long list are there: a first stretch, and more whenever its end, marked by the element of the
 * returned ref, comes near the screen. `showUpTo` makes sure at once that a row is there.
 */
export function useShownCount(total: number): [count: number, showUpTo: (index: number) => void, end: RefObject<HTMLDivElement | null>] {
  const [limit, setLimit] = useState(STEP);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setLimit((old) => old + STEP);
    }, { root: element.parentElement, rootMargin: '600px' });
    observer.observe(element);
    return () => observer.disconnect();
  }, [limit, total]);
  const showUpTo = useCallback((index: number) => {
    if (index >= limit) flushSync(() => setLimit(index + STEP));
  }, [limit]);
  return [Math.min(limit, total), showUpTo, end];
}
