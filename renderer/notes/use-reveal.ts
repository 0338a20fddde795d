import { type RefObject, useEffect } from 'react';
import { useSelected, useSession } from '../state/use-session.ts';

/** Brings the current card into view whenever the reader asks for it; the focus goes along if it was on a card. */
export function useReveal(list: RefObject<HTMLElement | null>): void {
  const { reader } = useSession();
  const reveal = useSelected(reader, (state) => state.reveal);
  useEffect(() => {
    const card = list.current?.querySelector<HTMLElement>('[data-current][aria-current]');
    if (!card || reveal.side === 'text') return;
    if (document.activeElement?.matches('[data-card]')) card.focus({ preventScroll: true });
    // Cards out of view have only a guessed height, so a long way is not travelled but jumped.
    const isFar = Math.abs(card.getBoundingClientRect().top) > window.innerHeight * 2;
    const isCalm = isFar || matchMedia('(prefers-reduced-motion: reduce)').matches;
    card.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'instant' : 'smooth' });
  }, [list, reveal]);
}
