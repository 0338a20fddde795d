import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { drawAll } from '../reader/drawing.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { numberNotes, writeNumbers } from './numbered-notes.ts';

/** True while the page is made ready for paper and printed: then the notes are drawn behind the text, and their numbers in it. */
export function usePrinting(text: RefObject<HTMLElement | null>, { reader }: Session): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    let unwrite = () => {};
    function begin(): void {
      const open = openArticleOf(reader);
      if (!open || !text.current) return;
      // Paper does not wait for the next frame.
      flushSync(() => {
        // Numbers are written on marks, which are there where the text is drawn.
        drawAll(reader);
        setPrinting(true);
      });
      unwrite();
      unwrite = writeNumbers(text.current, numberNotes(open.highlights));
    }
    function end(): void {
      unwrite();
      unwrite = () => {};
      setPrinting(false);
    }
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      unwrite();
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, [reader, text]);
  return isPrinting;
}
