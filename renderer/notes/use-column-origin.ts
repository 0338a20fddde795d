import { type RefObject, useLayoutEffect, useState } from 'react';

/** Where the column begins: its top in the scroller's content, the scroller's own top in the window, and how high its view is. */
export type ColumnOrigin = { readonly offset: number; readonly viewTop: number; readonly viewHeight: number };

/** Measures where a column begins in its scroller, which is its parent, and again whenever what stands above it changes. */
export function useColumnOrigin(column: RefObject<HTMLElement | null>): ColumnOrigin {
  const [origin, setOrigin] = useState<ColumnOrigin>({ offset: 0, viewTop: 0, viewHeight: 0 });
  useLayoutEffect(() => {
    const element = column.current;
    const box = element?.parentElement;
    if (!box || !element) return undefined;
    const take = () => {
      const view = box.getBoundingClientRect();
      const now = { offset: element.getBoundingClientRect().top - view.top + box.scrollTop, viewTop: view.top, viewHeight: box.clientHeight };
      setOrigin((before) => (before.offset === now.offset && before.viewTop === now.viewTop && before.viewHeight === now.viewHeight ? before : now));
    };
    take();
    const observer = new ResizeObserver(take);
    observer.observe(box);
    for (const above of box.children) if (above !== element) observer.observe(above);
    return () => observer.disconnect();
  }, [column]);
  return origin;
}
