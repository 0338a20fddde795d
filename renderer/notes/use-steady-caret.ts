import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

/** Keeps the caret at its letters when words come into a field that weren't typed in it. Answers what is told of every move of the caret. */
export function useSteadyCaret(field: RefObject<HTMLTextAreaElement | null>, text: string): () => void {
  const caret = useRef({ text, start: text.length, end: text.length });
  const note = useCallback(() => {
    const { current } = field;
    if (current) caret.current = { text: current.value, start: current.selectionStart, end: current.selectionEnd };
  }, [field]);

  useLayoutEffect(() => {
    const { text: before, start, end } = caret.current;
    if (before === text || !field.current || document.activeElement !== field.current) return;
    const at = text.indexOf(before);
    // Of other words altogether, who stood at the end stands at the end.
    const follow = (place: number) => (at === -1 && place === before.length ? text.length : place + Math.max(0, at));
    field.current.setSelectionRange(follow(start), follow(end));
    note();
  }, [field, text, note]);

  return note;
}
