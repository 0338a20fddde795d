import { type RefObject, useEffect } from 'react';
import { flushSync } from 'react-dom';
import type { Range } from '../../core/base/range.ts';
import { openArticleOf, type ReaderStateStore } from '../state/reader-state.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { drawAll, drawAt, drawChunks, isDrawn } from './drawing.ts';

/** A slice of drawing is kept this short, so that keys and scrolling are answered between two. */
const SLICE_MS = 12;
/** Chunks so near the view are drawn at once. */
const NEAR = '1500px 0px';

/** The next chunks to draw, those nearest to `centre` first. */
export function nextChunks(total: number, centre: number, { drawn, most }: { drawn: ReadonlySet<number>; most: number }): readonly number[] {
  const next: number[] = [];
  for (let distance = 0; distance < total && next.length < most; distance += 1) {
    const near = distance === 0 ? [centre] : [centre + distance, centre - distance];
    next.push(...near.filter((index) => index >= 0 && index < total && !drawn.has(index)));
  }
  return next;
}

/** Draws what is not drawn yet, slice by slice while nothing else is to do, until the answered function is called. */
function drawTheRest(reader: ReaderStateStore, centre: () => number): () => void {
  let most = 1;
  function drawSlice(): void {
    const open = openArticleOf(reader);
    const next = open && !open.excerpt ? nextChunks(open.chunks.length, centre(), { drawn: reader.getState().drawn, most }) : [];
    if (next.length === 0) return;
    const started = performance.now();
    flushSync(() => drawChunks(reader, next));
    const isShort = performance.now() - started < SLICE_MS;
    most = isShort ? most * 2 : Math.max(1, Math.floor(most / 2));
    handle = requestIdleCallback(drawSlice);
  }
  let handle = requestIdleCallback(drawSlice);
  return () => cancelIdleCallback(handle);
}

type ReadingElements = { readonly scroller: RefObject<HTMLElement | null>; readonly text: RefObject<HTMLElement | null> };

/** Draws a long article from what is in view on: what comes near at once, the rest when there is time, all of it before it is printed or selected as a whole. */
export function useDrawing({ scroller, text }: ReadingElements): void {
  const { reader } = useSession();
  const isWhole = useSelected(reader, ({ opened }) => opened.kind === 'open' && opened.excerpt === null);
  const content = useSelected(reader, ({ opened }) => (opened.kind === 'open' ? opened.content : null));
  useEffect(() => {
    if (!text.current || !scroller.current) return undefined;
    let centre = Math.min(...reader.getState().drawn);
    const observer = new IntersectionObserver((entries) => {
      const near = entries.flatMap(({ isIntersecting, target }) => (isIntersecting && target instanceof HTMLElement ? [Number(target.dataset['chunk'])] : []));
      if (near.length === 0) return;
      centre = near[near.length - 1] ?? centre;
      drawChunks(reader, near);
    }, { root: scroller.current, rootMargin: NEAR });
    for (const chunk of text.current.querySelectorAll('[data-chunk]')) observer.observe(chunk);
    const stopDrawing = drawTheRest(reader, () => centre);
    const handlePrint = () => flushSync(() => drawAll(reader));
    const handleKey = (event: KeyboardEvent) => {
      const isField = event.target instanceof Element && event.target.closest('input, textarea') !== null;
      if (!isField && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') flushSync(() => drawAll(reader));
    };
    window.addEventListener('beforeprint', handlePrint);
    document.addEventListener('keydown', handleKey, { capture: true });
    return () => {
      observer.disconnect();
      stopDrawing();
      window.removeEventListener('beforeprint', handlePrint);
      document.removeEventListener('keydown', handleKey, { capture: true });
    };
  }, [reader, scroller, text, isWhole, content]);
}

/** True once the text of a range is drawn; asks for it where it is not. */
export function useDrawn(range: Range | null): boolean {
  const { reader } = useSession();
  const isThere = useSelected(reader, (state) => range !== null && isDrawn(state, range));
  useEffect(() => {
    if (!range || isThere) return;
    drawAt(reader, range.end);
    drawAt(reader, range.start);
  }, [reader, range, isThere]);
  return isThere;
}
