import { type RefObject, useEffect } from 'react';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { useSelected } from '../state/use-session.ts';
import { bringIntoView } from './bring-into-view.ts';
import { useDrawn } from './use-drawing.ts';
import { toDomRange } from './text-selection.ts';

type ReadingElements = { readonly scroller: RefObject<HTMLElement | null>; readonly text: RefObject<HTMLElement | null> };

/** Shows what a search found in the text: scrolls there and paints it, until something else is found or the search ends. */
export function useFound({ scroller, text }: ReadingElements, { reader }: Session): void {
  const found = useSelected(reader, (state) => state.found);
  const isFoundDrawn = useDrawn(found);
  useEffect(() => {
    const open = openArticleOf(reader);
    const range = found && isFoundDrawn && open && text.current ? toDomRange(text.current, open.projection, found) : null;
    if (!range || !scroller.current) return undefined;
    bringIntoView(scroller.current, range);
    CSS.highlights.set('found', new Highlight(range));
    return () => void CSS.highlights.delete('found');
  }, [reader, found, isFoundDrawn, scroller, text]);
}
