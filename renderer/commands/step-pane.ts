/** Moves the focus to the next (1) or the previous (-1) pane of the window, as F6 does everywhere. */
export function stepPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.checkVisibility({ visibilityProperty: true }));
  if (panes.length === 0) return;
  const index = panes.findIndex((pane) => pane.contains(document.activeElement));
  panes[(index + step + panes.length) % panes.length]?.focus();
}
