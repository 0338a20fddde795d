/** Scrolls to a stretch of the text, unless it is well in view; a folded part that it is in is opened. */
export function bringIntoView(scroller: HTMLElement, range: globalThis.Range): void {
  const folded = range.startContainer.parentElement?.closest('details');
  if (folded) folded.open = true;
  const box = scroller.getBoundingClientRect();
  const place = range.getBoundingClientRect();
  if (place.top > box.top + 40 && place.bottom < box.bottom - 40) return;
  const top = place.top - box.top - box.height * 0.3;
  // A long way is gone at once: a text that rushes past shows nothing.
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches || Math.abs(top) > 2 * box.height;
  scroller.scrollBy({ top, behavior: isCalm ? 'instant' : 'smooth' });
}
