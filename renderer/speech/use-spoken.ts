import { useEffect } from 'react';
import { bringIntoView } from '../reader/bring-into-view.ts';
import { toDomRange } from '../reader/text-selection.ts';
import { useDrawn } from '../reader/use-drawing.ts';
import type { ReadingElements } from '../reader/use-found.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { useSelected } from '../state/use-session.ts';

/** Marks the sentence that is read aloud and keeps it on the screen. */
export function useSpoken({ scroller, text }: ReadingElements, { reader, speech }: Session): void {
  const sentence = useSelected(speech.state, (state) => (state.kind === 'open' ? (state.queue.sentences[state.queue.index] ?? null) : null));
  const isDrawn = useDrawn(sentence);
  const drawn = useSelected(reader, () => openArticleOf(reader)?.byLeaf ?? null);

  useEffect(() => {
    const open = openArticleOf(reader);
    const range = sentence && isDrawn && open && drawn && text.current ? toDomRange(text.current, open.projection, sentence) : null;
    if (!range) return undefined;
    CSS.highlights.set('spoken', new Highlight(range));
    return () => void CSS.highlights.delete('spoken');
  }, [reader, sentence, isDrawn, drawn, text]);

  useEffect(() => {
    const open = openArticleOf(reader);
    const range = sentence && isDrawn && open && text.current ? toDomRange(text.current, open.projection, sentence) : null;
    if (range && scroller.current) bringIntoView(scroller.current, range);
  }, [reader, sentence, isDrawn, scroller, text]);

  useEffect(() => {
    const stop = () => speech.close();
    // The platform would go on reading after the page is gone.
    window.addEventListener('pagehide', stop);
    return () => window.removeEventListener('pagehide', stop);
  }, [speech]);
}
