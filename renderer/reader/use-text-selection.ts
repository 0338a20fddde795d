import { type RefObject, useEffect } from 'react';
import type { Session } from '../state/session.ts';
import { openArticleOf } from '../state/reader-state.ts';
import { readSelection } from './text-selection.ts';

const SELECTION_KEYS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'Shift']);

/** A finger drags the ends of a selection without telling; it has settled when nothing moved for this long. */
const SETTLE_MS = 300;

/** Makes what is selected in the text the toolbar's target: when the pointer is let go, a key has moved the selection, or fingers have. */
export function useTextSelection(root: RefObject<HTMLElement | null>, session: Session): void {
  useEffect(() => {
    const { reader } = session;
    function takeSelection(): void {
      const open = openArticleOf(reader);
      if (!root.current || !open) return;
      const range = readSelection(root.current, open.projection);
      if (range) reader.setState({ target: { kind: 'selection', range } });
      else if (reader.getState().target?.kind === 'selection') reader.setState({ target: null });
    }
    function handlePointerUp(event: PointerEvent): void {
      // A press inside the toolbar is about the selection; it does not make another.
      if (event.target instanceof Element && event.target.closest('[data-toolbar]')) return;
      // Chromium clears a selection that is clicked on only after pointerup.
      setTimeout(takeSelection, 0);
    }
    function handleKeyUp(event: KeyboardEvent): void {
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, [data-toolbar], dialog')) return;
      if (SELECTION_KEYS.has(event.key) || (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey))) takeSelection();
    }
    /** Who goes on to another field is done with the selection; a dialog gives the focus back to it. */
    function handleFocusIn({ target }: FocusEvent): void {
      const isElsewhere = target instanceof Element && target.matches('input, textarea') && !target.closest('[data-toolbar], dialog');
      if (isElsewhere && reader.getState().target?.kind === 'selection') reader.setState({ target: null });
    }
    let isTouched = false;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const handlePointerDown = (event: PointerEvent) => void (isTouched = event.pointerType === 'touch');
    function handleSelectionChange(): void {
      clearTimeout(settling);
      const isHere = !(document.activeElement instanceof Element && document.activeElement.closest('input, textarea, [data-toolbar]'));
      if (isTouched && isHere && document.getSelection()?.isCollapsed === false) settling = setTimeout(takeSelection, SETTLE_MS);
    }
    document.addEventListener('pointerdown', handlePointerDown, { capture: true });
    document.addEventListener('selectionchange', handleSelectionChange);
    document.addEventListener('pointerup', handlePointerUp);
    document.addEventListener('keyup', handleKeyUp);
    document.addEventListener('focusin', handleFocusIn);
    return () => {
      clearTimeout(settling);
      document.removeEventListener('pointerdown', handlePointerDown, { capture: true });
      document.removeEventListener('selectionchange', handleSelectionChange);
      document.removeEventListener('pointerup', handlePointerUp);
      document.removeEventListener('keyup', handleKeyUp);
      document.removeEventListener('focusin', handleFocusIn);
    };
  }, [root, session]);
}
