import type { ReaderState, ReaderStateStore } from '../state/reader-state.ts';

/** Frames in a row in which a line has stood right before it is taken to stay there. */
const STEADY_FRAMES = 3;
/** What a person does to go elsewhere. A press on the scroll bar is one on its box. */
const inputs = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** True when something is asked to be shown that may be elsewhere in the text. */
const isAsked = ({ selectedId, target, found, caret }: ReaderState) => selectedId !== null || target !== null || found !== null || caret !== null;

export type Settling = { readonly isOver: () => boolean; stop(): void };

/**
 * Takes a step in each frame until it has been right for some: boxes out of view have estimated heights, fonts come late, and each of
 * them moves what was scrolled to. It ends at once when somebody, or something that was asked for, goes elsewhere.
 */
export function settleLine(step: () => boolean, reader: ReaderStateStore): Settling {
  let steady = 0;
  let frame: number | null = null;
  const stops = new AbortController();
  const stop = (): void => {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
    unsubscribe();
    stops.abort();
  };
  const unsubscribe = reader.subscribe((state, before) => {
    if (isAsked(state) || state.reveal !== before.reveal || state.cameFrom !== before.cameFrom) stop();
  });
  const handleFrame = (): void => {
    steady = step() && document.fonts.status === 'loaded' ? steady + 1 : 0;
    if (steady < STEADY_FRAMES) frame = requestAnimationFrame(handleFrame);
    else stop();
  };
  for (const input of inputs) window.addEventListener(input, stop, { capture: true, passive: true, signal: stops.signal });
  frame = requestAnimationFrame(handleFrame);
  if (isAsked(reader.getState())) stop();
  return { isOver: () => frame === null, stop };
}
