import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { OpenArticle } from '../state/open-article.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { readerMessages } from '../text/reader-messages.ts';
import { rulerFor } from './caret.ts';
import styles from './caret-view.module.css';

type CaretViewProps = { readonly open: OpenArticle; readonly text: RefObject<HTMLElement | null> };
type Place = { readonly top: number; readonly left: number; readonly height: number };

/** The caret in the text, drawn here because a browser draws none in text that can't be typed in. */
export function CaretView({ open, text }: CaretViewProps) {
  const { reader } = useSession();
  const caret = useSelected(reader, (state) => state.caret);
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const to = caret?.to ?? null;

  useLayoutEffect(() => {
    const article = text.current;
    if (!article || to === null) return undefined;
    function measure(): void {
      const box = article && to !== null ? rulerFor(reader, article, open).boxAt(to) : null;
      const origin = bar.current?.offsetParent?.getBoundingClientRect();
      setPlace(box && origin ? { top: box.top - origin.top, left: box.x - origin.left, height: box.bottom - box.top } : null);
    }
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(article);
    return () => observer.disconnect();
  }, [reader, open, text, to]);

  return (
    <>
      <span className="visuallyHidden" role="status">{caret && readerMessages.caretPlaced}</span>
      {/* Another caret at every step, so that it does not blink while it moves. */}
      {caret && <div key={to} ref={bar} data-caret="" className={styles.caret} style={place ?? { visibility: 'hidden' }} aria-hidden="true" />}
    </>
  );
}
