const STEP = 16;
const LARGE_STEP = 64;

type Pane = { readonly value: number; readonly min: number; readonly max: number; /** 1 where moving right makes the pane wider, else -1. */ readonly grows: 1 | -1 };

/** The width of a pane after a key on its edge; null when the key does not move it. */
export function resizeByKey({ key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }, { value, min, max, grows }: Pane): number | null {
  const step = (shiftKey ? LARGE_STEP : STEP) * grows;
  switch (key) {
    case 'ArrowRight': return Math.min(Math.max(value + step, min), max);
    case 'ArrowLeft': return Math.min(Math.max(value - step, min), max);
    case 'Home': return min;
    case 'End': return max;
    default: return null;
  }
}
