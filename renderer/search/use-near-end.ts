import { useEffect } from 'react';

/** So near to the end of the list, in CSS pixels below the window, the next rows are wanted. */
const NEAR_PX = 1_200;

/** Calls when the end of the list of articles comes near the window, by scrolling or because so few rows are there. */
export function useNearEnd(onNearEnd: () => void): void {
  useEffect(() => {
    function look(): void {
      const list = document.querySelector('[data-article-list]');
      const isShown = list !== null && list.getClientRects().length > 0;
      if (isShown && list.getBoundingClientRect().bottom - window.innerHeight < NEAR_PX) onNearEnd();
    }
    look();
    document.addEventListener('scroll', look, { capture: true, passive: true });
    window.addEventListener('resize', look);
    return () => {
      document.removeEventListener('scroll', look, { capture: true });
      window.removeEventListener('resize', look);
    };
  }, [onNearEnd]);
}
