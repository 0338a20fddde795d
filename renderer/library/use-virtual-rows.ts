import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';

/** How the rows of a list lie, in CSS pixels. A row is measured when it is drawn. */
export type RowShape = { readonly rowHeight: number; readonly gap: number; /** What stands over the rows and stays there. */ readonly headHeight: number; readonly paddingEnd: number };

type VirtualRequest = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly count: number;
  readonly keyAt: (index: number) => string;
  /** The row that is in the page wherever one scrolls to: the one that Tab reaches, which may have the focus. */
  readonly kept: number;
  readonly shape: RowShape;
};

export type VirtualRows = Virtualizer<HTMLDivElement, HTMLElement>;

/** The rows of a long list that are on the screen or near it. */
export function useVirtualRows({ scroller, count, keyAt, kept, shape }: VirtualRequest): VirtualRows {
  const { rowHeight, gap, headHeight, paddingEnd } = shape;
  const rangeExtractor = useCallback((range: Range) => {
    const indexes = defaultRangeExtractor(range);
    return kept >= range.count || indexes.includes(kept) ? indexes : [...indexes, kept].toSorted((a, b) => a - b);
  }, [kept]);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it answers is asked for anew at every drawing and never kept
  return useVirtualizer<HTMLDivElement, HTMLElement>({
    count, rangeExtractor, gap, paddingEnd, getItemKey: keyAt, overscan: 8, scrollMargin: headHeight, scrollPaddingStart: headHeight,
    // So that rows are drawn at once, before the height of the list is known.
    initialRect: { width: 0, height: rowHeight * 10 },
    getScrollElement: () => scroller.current, estimateSize: () => rowHeight,
  });
}
