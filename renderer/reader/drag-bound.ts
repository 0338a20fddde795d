import type { Range } from '../../core/base/range.ts';
import { type Bound, placeBound } from '../../core/highlight/range-steps.ts';
import type { OpenArticle } from '../state/open-article.ts';
import { offsetAtPoint } from './text-selection.ts';

/** So near the edge of the view, in CSS pixels, dragging scrolls. */
const EDGE = 48;
const FASTEST_PER_FRAME = 18;

type Point = { readonly x: number; readonly y: number };

type Drag = {
  readonly bound: Bound;
  readonly range: Range;
  readonly open: OpenArticle;
  readonly text: HTMLElement;
  /** From the pointer to the middle of the line that the grip is about. */
  readonly reach: Point;
  readonly onDrag: (range: Range) => void;
  /** With null when the drag was given up. */
  readonly onEnd: (range: Range | null) => void;
};

/** How far a pointer at `y` scrolls the view in a frame. */
export function scrollPace(y: number, view: { readonly top: number; readonly bottom: number }): number {
  const [above, below] = [view.top + EDGE - y, y - (view.bottom - EDGE)];
  const depth = Math.min(1, Math.max(above, below, 0) / EDGE);
  return (above > below ? -1 : 1) * depth * FASTEST_PER_FRAME;
}

/** Follows the pointer with one end of a range: to words, or exactly while Alt is held; at the edges of the view it scrolls. Escape gives up. */
export function dragBound(first: PointerEvent, { bound, range, open, text, reach, onDrag, onEnd }: Drag): void {
  const scroller = text.closest('[data-scroller]');
  const leaving = new AbortController();
  const { signal } = leaving;
  let last = { x: first.clientX, y: first.clientY, isExact: first.altKey };
  let dragged = range;
  let frame = requestAnimationFrame(scrollOn);
  // What lies over the text would be found in its place.
  text.closest('[data-scroller]')?.setAttribute('data-dragging', '');

  function follow(): void {
    const offset = offsetAtPoint(text, open.projection, { x: last.x + reach.x, y: last.y + reach.y });
    if (offset === null) return;
    dragged = placeBound(open.projection, range, { bound, offset, locale: open.article.language, isExact: last.isExact });
    onDrag(dragged);
  }
  function scrollOn(): void {
    const pace = scroller ? scrollPace(last.y, scroller.getBoundingClientRect()) : 0;
    if (scroller && pace !== 0) {
      scroller.scrollTop += pace;
      follow();
    }
    frame = requestAnimationFrame(scrollOn);
  }
  function end(result: Range | null): void {
    cancelAnimationFrame(frame);
    leaving.abort();
    scroller?.removeAttribute('data-dragging');
    onEnd(result);
  }
  const isMine = (event: PointerEvent) => event.pointerId === first.pointerId;
  window.addEventListener('pointermove', (event) => {
    if (!isMine(event)) return;
    last = { x: event.clientX, y: event.clientY, isExact: event.altKey };
    follow();
  }, { signal });
  window.addEventListener('pointerup', (event) => isMine(event) && end(dragged), { signal });
  window.addEventListener('pointercancel', (event) => isMine(event) && end(null), { signal });
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end(null);
  }, { signal, capture: true });
}
