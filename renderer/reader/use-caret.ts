import { type RefObject, useEffect } from 'react';
import { isMac } from '../commands/platform.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { moveCaret, placeCaret, setCaret } from './caret.ts';
import { offsetAtPoint, readSelection } from './text-selection.ts';

type ReadingElements = { readonly scroller: RefObject<HTMLElement | null>; readonly text: RefObject<HTMLElement | null> };

const keepsItsKeys = (target: EventTarget | null) => target instanceof Element && target.closest('input, textarea, select, [data-toolbar], [data-grip], dialog') !== null;

/** Moves the caret by keys while the text has the focus. Enter on the text puts it there, Escape takes it away. */
export function useCaret({ scroller, text }: ReadingElements, session: Session): void {
  useEffect(() => {
    const { reader } = session;
    const box = scroller.current;
    if (!box) return undefined;

    function handleKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || keepsItsKeys(event.target)) return;
      const { caret, target } = reader.getState();
      const isOnText = event.target === scroller.current || event.target === text.current;
      if (!caret) {
        if (event.key !== 'Enter' || !isOnText || event.ctrlKey || event.metaKey || event.altKey) return;
        placeCaret(session);
        event.preventDefault();
        return;
      }
      // On a highlight's handle, Shift is about the highlight.
      if (event.shiftKey && event.target instanceof Element && event.target.closest('[data-handle]')) return;
      if (event.key === 'Escape' && !target) setCaret(session, null);
      else if (!moveCaret(session, event, isMac)) return;
      event.preventDefault();
    }
    function handleClick({ clientX, clientY }: MouseEvent): void {
      const open = openArticleOf(reader);
      if (!reader.getState().caret || !open || !text.current) return;
      const selected = readSelection(text.current, open.projection);
      const offset = offsetAtPoint(text.current, open.projection, { x: clientX, y: clientY });
      if (selected) reader.setState({ caret: { from: selected.start, to: selected.end, column: null } });
      else if (offset !== null) setCaret(session, offset);
    }
    const article = text.current;
    box.addEventListener('keydown', handleKeyDown);
    article?.addEventListener('click', handleClick);
    return () => {
      box.removeEventListener('keydown', handleKeyDown);
      article?.removeEventListener('click', handleClick);
      setCaret(session, null);
    };
  }, [scroller, text, session]);
}
