import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { measureLevels } from '../reader/measure-levels.ts';
import type { OpenArticle } from '../state/open-article.ts';

/** What of the text's scroller the notes go by: how far down each highlight begins, and how high the content and the view are. */
export type TextLevels = { readonly byId: ReadonlyMap<string, number>; readonly contentHeight: number; readonly viewTop: number; readonly viewHeight: number };

export const findTextScroller = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-scroller]');

function isSame(a: TextLevels, b: TextLevels): boolean {
  if (a.contentHeight !== b.contentHeight || a.viewTop !== b.viewTop || a.viewHeight !== b.viewHeight || a.byId.size !== b.byId.size) return false;
  for (const [id, level] of a.byId) if (Math.abs(level - (b.byId.get(id) ?? Infinity)) > 0.5) return false;
  return true;
}

/** The levels of the highlights in the text, kept up to date; null while no text is shown. */
export function useLevels(open: OpenArticle): TextLevels | null {
  const [levels, setLevels] = useState<TextLevels | null>(null);
  const frame = useRef(0);
  const measure = useEffectEvent(() => {
    const scroller = findTextScroller();
    if (!scroller) return;
    const view = scroller.getBoundingClientRect();
    const now: TextLevels = { byId: measureLevels(scroller, open), contentHeight: scroller.scrollHeight, viewTop: view.top, viewHeight: scroller.clientHeight };
    setLevels((before) => (before && isSame(before, now) ? before : now));
  });
  const measureSoon = useEffectEvent(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => measure());
  });
  useEffect(() => measureSoon(), [open]);
  useEffect(() => {
    const scroller = findTextScroller();
    const article = scroller?.querySelector('article');
    if (!scroller || !article) return undefined;
    const handleMove = () => measureSoon();
    const observer = new ResizeObserver(handleMove);
    observer.observe(article);
    observer.observe(scroller);
    scroller.addEventListener('scroll', handleMove, { passive: true });
    return () => {
      cancelAnimationFrame(frame.current);
      observer.disconnect();
      scroller.removeEventListener('scroll', handleMove);
    };
    // The text on the page stays the same while highlights come and go in it.
  }, [open.projection]);
  return levels;
}
