import { chunkIndexAt } from '../../core/article/chunks.ts';
import type { OpenArticle } from '../state/open-article.ts';

/** Parts of the text this far beyond the view are measured mark by mark. */
const MARGIN = 200;

/**
 * How far down the scroller's content each highlight begins, in CSS pixels, by its id. In view it is measured; elsewhere it is
 * as far into its chunk as its offset is, since to measure it would be to lay the chunk out.
 */
export function measureLevels(scroller: HTMLElement, open: OpenArticle): ReadonlyMap<string, number> {
  const view = scroller.getBoundingClientRect();
  const origin = view.top - scroller.scrollTop;
  const parts = [...scroller.querySelectorAll<HTMLElement>('[data-chunk]')];
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const levels = new Map<string, number>();
  let index = 0;
  for (const { highlight, range } of open.highlights) {
    const { start } = range ?? highlight.anchor;
    // They come in the order of the text, so most stand in the chunk of the one before.
    const near = open.chunks[index];
    if (!near || start < near.start || start >= near.end) index = chunkIndexAt(open.chunks, start);
    const [chunk, box] = [open.chunks[index], boxes[index]];
    if (chunk && box) levels.set(highlight.id, box.top - origin + (box.height * Math.max(0, start - chunk.start)) / Math.max(1, chunk.end - chunk.start));
  }
  const isInView = (_: HTMLElement, index: number) => (boxes[index]?.bottom ?? 0) > view.top - MARGIN && (boxes[index]?.top ?? Infinity) < view.bottom + MARGIN;
  const measured = [...scroller.querySelectorAll<HTMLElement>('article > header'), ...parts.filter(isInView)];
  for (const handle of measured.flatMap((part) => [...part.querySelectorAll<HTMLElement>('[data-handle]')])) levels.set(handle.dataset['handle'] ?? '', handle.getBoundingClientRect().top - origin);
  return levels;
}
