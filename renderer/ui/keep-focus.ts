/** Moves the focus to the element if it is still there and can take it, else to the article: never to nowhere. */
export function focusOrMain(element: Element | null): void {
  if (element instanceof HTMLElement && element.isConnected && element !== document.body) element.focus({ preventScroll: true });
  if (document.activeElement === null || document.activeElement === document.body) document.querySelector('main')?.focus({ preventScroll: true });
}
