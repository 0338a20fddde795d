import { useEffect } from 'react';

/** So near to the end of what is scrolled, in CSS pixels, the next rows are wanted. */
const NEAR_PX = 1_200;

/** Calls when whatever scrolls the list of articles comes near its end. */
export function useNearEnd(onNearEnd: () => void): void {
  useEffect(() => {
    function look({ target }: Event): void {
      if (!(target instanceof Element) || !target.querySelector('[data-article-list]')) return;
      if (target.scrollHeight - target.scrollTop - target.clientHeight < NEAR_PX) onNearEnd();
    }
    document.addEventListener('scroll', look, true);
    return () => document.removeEventListener('scroll', look, true);
  }, [onNearEnd]);
}
