import { flushSync } from 'react-dom';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { drawAt } from './drawing.ts';
import { lineInView, scrollToOffset } from './text-in-view.ts';
import type { ReadingElements } from './use-found.ts';

/** Goes to an offset of the text at once, and remembers what was read before, to go back to. */
export function leapTo({ reader }: Session, { scroller, text }: ReadingElements, offset: number): void {
  const open = openArticleOf(reader);
  if (!open || !scroller.current || !text.current) return;
  const place = { scroller: scroller.current, text: text.current };
  flushSync(() => drawAt(reader, offset));
  reader.setState({ cameFrom: lineInView(place, open.projection).start });
  scrollToOffset(place, open.projection, offset);
}

/** The scrolling box and the text that are on the page; null while no article is open. */
export function placeOnPage(): { readonly scroller: HTMLElement; readonly text: HTMLElement } | null {
  const scroller = document.querySelector<HTMLElement>('[data-scroller]');
  const text = scroller?.querySelector<HTMLElement>('article') ?? null;
  return scroller && text ? { scroller, text } : null;
}

/** Goes back to what was read before the last leap; again, it goes forth. */
export function leapBack({ reader }: Session): void {
  const open = openArticleOf(reader);
  const { cameFrom } = reader.getState();
  const place = placeOnPage();
  if (!open || cameFrom === null || !place) return;
  flushSync(() => drawAt(reader, cameFrom));
  reader.setState({ cameFrom: lineInView(place, open.projection).start });
  scrollToOffset(place, open.projection, cameFrom);
  place.scroller.focus({ preventScroll: true });
}
