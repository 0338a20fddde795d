import { type RefObject, useEffect } from 'react';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';

const SAVE_AFTER_MS = 1_000;

/** The leaf at the top of the scroller, which is where reading stopped. */
function firstLeafShown(text: HTMLElement, scroller: HTMLElement): Element | null {
  const top = scroller.getBoundingClientRect().top;
  const leaves = [...text.querySelectorAll('[data-leaf]')];
  let low = 0;
  let high = leaves.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leaves[middle]?.getBoundingClientRect().bottom ?? 0) > top + 4) high = middle;
    else low = middle + 1;
  }
  return leaves[low] ?? null;
}

type ReadingElements = { readonly scroller: RefObject<HTMLElement | null>; readonly text: RefObject<HTMLElement | null> };

/** Takes the reader back to where they stopped, and keeps how far they have read: by the text, not by pixels. */
export function useReadingProgress({ scroller, text }: ReadingElements, session: Session, articleId: string | null): void {
  useEffect(() => {
    const { reader, client } = session;
    const [box, article] = [scroller.current, text.current];
    const open = openArticleOf(reader);
    if (!box || !article || !open) return undefined;
    const placed = open.projection.leaves.findLast(({ start }) => start <= open.article.position);
    const leaf = open.article.position > 0 && placed ? article.querySelector(`[data-leaf="${CSS.escape(placed.leaf.id)}"]`) : null;
    if (leaf) box.scrollTop += leaf.getBoundingClientRect().top - box.getBoundingClientRect().top - 40;
    else box.scrollTop = 0;

    let timer: ReturnType<typeof setTimeout> | undefined;
    let progress = open.article.progress;
    let isChanged = false;

    function save(): void {
      clearTimeout(timer);
      if (!isChanged || !box || !article || !open) return;
      isChanged = false;
      const shown = box.scrollTop > 8 ? firstLeafShown(article, box) : null;
      const position = shown ? (open.projection.starts.get(shown.getAttribute('data-leaf') ?? '') ?? 0) : 0;
      void client.articles.recordReading({ id: open.article.id, progress, position });
    }
    function handleScroll(): void {
      if (!box || !article) return;
      const end = article.getBoundingClientRect().bottom - box.getBoundingClientRect().top;
      const read = Math.min(1, Math.max(0, 1 - (end - box.clientHeight) / article.offsetHeight));
      progress = Math.round(Math.max(progress, read > 0.985 ? 1 : read) * 1_000) / 1_000;
      isChanged = true;
      if (reader.getState().progress !== progress) reader.setState({ progress });
      clearTimeout(timer);
      timer = setTimeout(save, SAVE_AFTER_MS);
    }
    box.addEventListener('scroll', handleScroll, { passive: true });
    window.addEventListener('pagehide', save);
    return () => {
      box.removeEventListener('scroll', handleScroll);
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [scroller, text, session, articleId]);
}
