export type Edges = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
export type Spot = { readonly left: number; readonly top: number };
type Size = { readonly width: number; readonly height: number };

const GAP = 4;
const MARGIN = 8;

/** Where a menu goes: under `from`, above it where the window ends too soon, and wholly inside the window. */
export function placeMenu({ from, align, menu, view }: { from: Edges; align: 'start' | 'end'; menu: Size; view: Size }): Spot {
  const left = align === 'start' ? from.left : from.right - menu.width;
  const isRoomBelow = from.bottom + GAP + menu.height + MARGIN <= view.height;
  const top = isRoomBelow ? from.bottom + GAP : from.top - GAP - menu.height;
  return {
    left: Math.max(MARGIN, Math.min(left, view.width - MARGIN - menu.width)),
    top: Math.max(MARGIN, Math.min(top, view.height - MARGIN - menu.height)),
  };
}
