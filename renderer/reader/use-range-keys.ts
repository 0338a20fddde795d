import { type RefObject, useEffect } from 'react';
import { flushSync } from 'react-dom';
import type { HighlightId } from '../../core/base/ids.ts';
import { isMac } from '../commands/platform.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { keepInView, rulerFor } from './caret.ts';
import { boundMove } from './caret-keys.ts';
import { makeRangeMover } from './highlight-range.ts';

/** The highlight whose ends a key on that element moves: that of the handle or the card with the focus, or the chosen one when the text has it. */
function highlightMeant({ reader }: Session, target: Element): HighlightId | null {
  if (target.closest('input, textarea, select, [data-toolbar], [data-grip], dialog')) return null;
  const { caret, selectedId, target: about } = reader.getState();
  const named = target.closest<HTMLElement>('[data-handle], [data-card]');
  const name = named?.dataset['handle'] ?? named?.dataset['highlight'];
  if (name) return [...(openArticleOf(reader)?.byId.keys() ?? [])].find((id) => id === name) ?? null;
  const isSelecting = about?.kind === 'selection' || document.getSelection()?.isCollapsed === false;
  return target.closest('[data-scroller]') && !caret && !isSelecting ? selectedId : null;
}

/** Lets Shift and arrows move the ends of the highlight that has the focus. */
export function useRangeKeys(text: RefObject<HTMLElement | null>, session: Session): void {
  useEffect(() => {
    const moveRange = makeRangeMover(session);
    function handleKeyDown(event: KeyboardEvent): void {
      const open = openArticleOf(session.reader);
      if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element) || !open) return;
      const move = boundMove(event, { isMac, isRtl: open.article.direction === 'rtl' });
      const id = move && highlightMeant(session, event.target);
      if (!move || !id) return;
      event.preventDefault();
      const isOnHandle = event.target.matches('[data-handle]');
      const range = flushSync(() => moveRange(id, move, event.timeStamp));
      // A highlight that begins elsewhere has another handle.
      if (isOnHandle) text.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
      if (range && text.current) keepInView(rulerFor(session.reader, text.current, open), range[move.bound]);
    }
    document.addEventListener('keydown', handleKeyDown);
    return () => document.removeEventListener('keydown', handleKeyDown);
  }, [text, session]);
}
