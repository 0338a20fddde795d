import { type RefObject, useEffect, useEffectEvent } from 'react';
import { type Pair, readScale } from './scroll-scale.ts';
import { findTextScroller } from './use-levels.ts';

/** A place that we have scrolled to is not a wish of the user's. */
const NEAR = 1.5;
/** A wheel or a finger that was let go may move the page so much longer. */
const INPUT_MS = 1_500;
const inputs = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Keeps text and notes in step, whichever of them the user scrolls. `scale` says which positions belong together; null: the same on
 * both sides, and then the notes go along however the text came to move; undefined: the two go their own ways.
 */
export function useScrollStep(notes: RefObject<HTMLElement | null>, scale: readonly Pair[] | null | undefined): void {
  const scaleNow = useEffectEvent(() => scale);
  const isOn = scale !== undefined;
  const isLevel = scale === null;
  useEffect(() => {
    const [text, column] = [findTextScroller(), notes.current];
    if (!text || !column || !isOn) return undefined;
    const stops = new AbortController();
    const set = new Map<HTMLElement, number>();
    const lastInput = new Map<HTMLElement, number>();
    const follow = (from: HTMLElement, to: HTMLElement, side: 0 | 1) => {
      if (Math.abs((set.get(from) ?? Infinity) - from.scrollTop) < NEAR) return;
      set.delete(from);
      const pairs = scaleNow();
      const wanted = pairs ? readScale(pairs, side, from.scrollTop) : from.scrollTop;
      if (Math.abs(wanted - to.scrollTop) < NEAR) return;
      to.scrollTo({ top: wanted, behavior: 'instant' });
      set.set(to, to.scrollTop);
    };
    const isUsers = (scroller: HTMLElement) => performance.now() - (lastInput.get(scroller) ?? -Infinity) < INPUT_MS;
    const options = { passive: true, signal: stops.signal };
    for (const scroller of [text, column]) for (const input of inputs) scroller.addEventListener(input, () => void lastInput.set(scroller, performance.now()), options);
    text.addEventListener('scroll', () => {
      if (isLevel || isUsers(text)) follow(text, column, 0);
    }, options);
    column.addEventListener('scroll', () => {
      if (isUsers(column)) follow(column, text, 1);
    }, options);
    if (isLevel) follow(text, column, 0);
    return () => stops.abort();
  }, [notes, isOn, isLevel]);
}
