import { useEffect, useState } from 'react';
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
  useEffect(() => {
    const scroller = findTextScroller();
    const article = scroller?.querySelector('article');
    if (!scroller || !article) return undefined;
    let frame = 0;
    const measure = () => {
      const view = scroller.getBoundingClientRect();
      const now: TextLevels = { byId: measureLevels(scroller, open), contentHeight: scroller.scrollHeight, viewTop: view.top, viewHeight: scroller.clientHeight };
      setLevels((before) => (before && isSame(before, now) ? before : now));
    };
    const measureSoon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    };
    const observer = new ResizeObserver(measureSoon);
    observer.observe(article);
    observer.observe(scroller);
    scroller.addEventListener('scroll', measureSoon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      scroller.removeEventListener('scroll', measureSoon);
    };
  }, [open]);
  return levels;
}
