/** Scrolls to a stretch of the text, unless it is well in view; a folded part that it is in is opened. */
export function bringIntoView(scroller: HTMLElement, range: globalThis.Range): void {
  const folded = range.startContainer.parentElement?.closest('details');
  if (folded) folded.open = true;
  const box = scroller.getBoundingClientRect();
  const place = range.getBoundingClientRect();
  if (place.top > box.top + 40 && place.bottom < box.bottom - 40) return;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroller.scrollBy({ top: place.top - box.top - box.height * 0.3, behavior: isCalm ? 'instant' : 'smooth' });
}
