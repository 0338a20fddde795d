import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { headingAt, type OutlineEntry, outlineOf } from '../../core/article/outline.ts';
import type { OpenArticle } from '../state/open-article.ts';
import { openArticleOf } from '../state/reader-state.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { outlineMessages } from '../text/reading-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { nextMenuIndex } from '../ui/menu-keys.ts';
import { leapTo } from './leap.ts';
import { lineInView } from './text-in-view.ts';
import type { ReadingElements } from './use-found.ts';
import styles from './outline-panel.module.css';

/** The index of the heading that the first line on the screen stands under; it follows scrolling. */
function useCurrentHeading(outline: readonly OutlineEntry[], { scroller, text }: ReadingElements): number {
  const { reader } = useSession();
  const [current, setCurrent] = useState(-1);
  useEffect(() => {
    const [box, article] = [scroller.current, text.current];
    if (!box || !article) return undefined;
    let frame = 0;
    const look = () => {
      const open = openArticleOf(reader);
      if (open) setCurrent(headingAt(outline, lineInView({ scroller: box, text: article }, open.projection).start));
    };
    const lookSoon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    lookSoon();
    box.addEventListener('scroll', lookSoon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      box.removeEventListener('scroll', lookSoon);
    };
  }, [reader, outline, scroller, text]);
  return current;
}

type OutlineProps = ReadingElements & { readonly outline: readonly OutlineEntry[] };

/** The headings of the article, each a way to it. The arrow keys move among them, Esc closes. */
function OutlinePanel({ outline, scroller, text }: OutlineProps) {
  const session = useSession();
  const { view } = session;
  const panel = useRef<HTMLElement>(null);
  const current = useCurrentHeading(outline, { scroller, text });
  const reachable = Math.max(0, current);

  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, []);

  useEffect(() => {
    panel.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  function close(): void {
    view.setState({ isOutlineShown: false });
    scroller.current?.focus({ preventScroll: true });
  }

  function handleKey(event: KeyboardEvent<HTMLElement>): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')];
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : nextMenuIndex(event.key, entries.findIndex((entry) => entry === document.activeElement), entries.map((entry) => entry.textContent));
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    entries[next]?.focus();
  }

  function goTo({ start }: OutlineEntry): void {
    leapTo(session, { scroller, text }, start);
    // Over the text it would hide what was gone to; beside it, it stays.
    if (panel.current && getComputedStyle(panel.current).position === 'absolute') close();
  }

  return (
    <nav ref={panel} className={styles.panel} aria-label={outlineMessages.title} onKeyDown={handleKey}>
      <header className={styles.head}>
        <h2 className={styles.title}>{outlineMessages.title}</h2>
        <Button kind="quiet" isIcon aria-label={outlineMessages.close} onClick={close}><Icon name="close" /></Button>
      </header>
      <ul role="list" className={styles.list}>
        {outline.map((entry, index) => (
          <li key={entry.leafId}>
            <button
              type="button" data-entry="" className={styles.entry} style={{ '--depth': Math.min(entry.depth, 5) }} dir="auto" tabIndex={index === reachable ? 0 : -1}
              aria-current={index === current ? 'location' : undefined} onClick={() => goTo(entry)}
            >
              {entry.text}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The outline while it is asked for; an article without headings has none. */
export function OpenOutline({ open, scroller, text }: ReadingElements & { readonly open: OpenArticle }) {
  const { view } = useSession();
  const isShown = useSelected(view, (state) => state.isOutlineShown);
  const { content, projection } = open;
  const { putBack } = open.article;
  const outline = useMemo(() => (isShown ? outlineOf(content, projection, putBack) : []), [isShown, content, projection, putBack]);
  return outline.length > 0 ? <OutlinePanel outline={outline} scroller={scroller} text={text} /> : null;
}
