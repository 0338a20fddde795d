import { type RefObject, useEffect } from 'react';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { useSelected } from '../state/use-session.ts';
import { bringIntoView } from './bring-into-view.ts';
import { useDrawn } from './use-drawing.ts';
import { paintFound, unpaintFound } from './paint-found.ts';
import { toDomRange } from './text-selection.ts';

export type ReadingElements = { readonly scroller: RefObject<HTMLElement | null>; readonly text: RefObject<HTMLElement | null> };

/** Shows what was found in the text, by a search of the library or by finding in the article: scrolls to the current hit and paints them all, until something else is found or the search ends. */
export function useFound({ scroller, text }: ReadingElements, { reader }: Session): void {
  const found = useSelected(reader, (state) => state.found);
  // A changed highlight draws its leaves anew, and the ranges painted in them are gone.
  const drawn = useSelected(reader, () => openArticleOf(reader)?.byLeaf ?? null);

  const hit = found?.hits[found.current] ?? null;
  const isHitDrawn = useDrawn(hit);

  useEffect(() => {
    const open = openArticleOf(reader);
    const range = hit && isHitDrawn && open && text.current ? toDomRange(text.current, open.projection, hit) : null;
    if (range && scroller.current) bringIntoView(scroller.current, range);
  }, [reader, hit, isHitDrawn, scroller, text]);

  useEffect(() => {
    const open = openArticleOf(reader);
    const [box, article] = [scroller.current, text.current];
    if (!found || !open || !box || !article || drawn === null) return undefined;
    let frame = 0;
    const paint = () => paintFound({ scroller: box, text: article }, open.projection, found);
    const paintSoon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(paint);
    };
    paint();
    const resized = new ResizeObserver(paintSoon);
    resized.observe(article);
    box.addEventListener('scroll', paintSoon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      box.removeEventListener('scroll', paintSoon);
      unpaintFound();
    };
  }, [reader, found, drawn, scroller, text]);
}
