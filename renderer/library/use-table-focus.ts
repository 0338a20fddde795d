import { useLayoutEffect, useRef } from 'react';
import { focusOrMain } from '../ui/keep-focus.ts';

/** The focus goes along when the table comes, to the row that Tab reaches, and when it goes, to the article. Elsewhere it stays. */
export function useTableFocus(isTableShown: boolean): void {
  const was = useRef(isTableShown);
  useLayoutEffect(() => {
    if (was.current === isTableShown) return;
    was.current = isTableShown;
    const focused = document.activeElement;
    const isElsewhere = focused instanceof HTMLElement && focused !== document.body && focused.checkVisibility({ visibilityProperty: true });
    if (isElsewhere) return;
    if (isTableShown) focusOrMain(document.querySelector('main [data-row][tabindex="0"]') ?? document.querySelector('main'));
    else focusOrMain(document.querySelector('[data-pane="reader"]'));
  }, [isTableShown]);
}
