import { useLayoutEffect, useRef } from 'react';
import { focusOrMain } from '../ui/keep-focus.ts';

/** Whoever shows the table goes there, to the row that Tab reaches; when it goes and had the focus, the article gets it. */
export function useTableFocus(isTableShown: boolean): void {
  const was = useRef(isTableShown);
  useLayoutEffect(() => {
    if (was.current === isTableShown) return;
    was.current = isTableShown;
    if (!isTableShown) {
      if (document.activeElement === document.body) focusOrMain(document.querySelector('[data-pane="reader"]'));
      return;
    }
    const row = document.querySelector<HTMLElement>('main [data-row][tabindex="0"]');
    // Unlike other moves of the focus, this one has to bring the row into view.
    if (row) row.focus();
    else document.querySelector('main')?.focus();
  }, [isTableShown]);
}
