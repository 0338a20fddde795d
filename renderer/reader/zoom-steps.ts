const STEPS = [1, 1.5, 2, 3, 4, 6, 8] as const;

/** The magnification after (1) or before (-1) this one; 1 shows the whole image. */
export function stepZoom(zoom: number, step: 1 | -1): number {
  const next = step === 1 ? STEPS.find((each) => each > zoom) : STEPS.findLast((each) => each < zoom);
  return next ?? zoom;
}

/** The magnification that a key asks for; null for a key that asks for none. */
export function zoomForKey(key: string, zoom: number): number | null {
  switch (key) {
    case '+':
    case '=': return stepZoom(zoom, 1);
    case '-': return stepZoom(zoom, -1);
    case '0': return 1;
    default: return null;
  }
}
