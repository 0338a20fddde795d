import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { firstRows, type RowWindow, windowAround, withRowsAfter, withRowsBefore } from './row-window.ts';

type Mark = RefObject<HTMLDivElement | null>;

/**
 * Keeps the rows of a long list that are on the screen, and some around them, in the page, and more as one scrolls on.
 * `showRow` makes sure, before it returns, that a row is there; `start` and `end` mark where the rows begin and end.
 */
export function useRowWindow(total: number): [rows: RowWindow, showRow: (index: number) => void, start: Mark, end: Mark] {
  const [rows, setRows] = useState(firstRows);
  const start = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = end.current?.parentElement;
    if (!start.current || !end.current || !root) return undefined;
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) setRows(target === start.current ? withRowsBefore : withRowsAfter);
    }, { root, rootMargin: '600px' });
    if (rows.from > 0) observer.observe(start.current);
    if (rows.to < total) observer.observe(end.current);
    return () => observer.disconnect();
  }, [rows, total]);
  const showRow = (index: number): void => flushSync(() => setRows((old) => windowAround(old, index)));
  return [rows.from < total ? rows : firstRows, showRow, start, end];
}
