import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { layOutCards, stackCards } from './lay-out-cards.ts';

/** Room between two cards. */
const GAP = 4;
/** Cards so far beyond the view are drawn. */
const MARGIN = 700;
/** Where the view begins is told in steps: not every pixel draws other cards. */
const STEP = 240;

/** Something that stands in the column: how high it probably is, and the level it wants to be on; null: just below what is before it. */
export type ColumnItem = { readonly key: string; readonly estimate: number; readonly level: number | null };

export type CardColumn<Item> = {
  /** As high as all of it; its children stand at their tops in it. */
  readonly height: number;
  /** What is to be drawn: items in and near the view, and those that are kept. */
  readonly shown: readonly { readonly item: Item; readonly index: number; readonly top: number }[];
  /** For each drawn element, so that its height is known. Elements carry `data-column-key`. */
  readonly observe: (element: HTMLElement | null) => (() => void) | undefined;
  readonly tops: readonly number[];
};

type ColumnView = {
  /** Its parent is what scrolls. */
  readonly column: RefObject<HTMLElement | null>;
  /** Stands just at its level, if it can. */
  readonly pinned: string | null;
  /** Drawn wherever they are: what has the focus must not go. */
  readonly kept: ReadonlySet<string>;
};

/** The heights of drawn elements, by key; the answered number changes whenever one of them does. */
function useHeights(): { readonly heights: ReadonlyMap<string, number>; readonly version: number; readonly observe: CardColumn<unknown>['observe'] } {
  const [heights] = useState(() => new Map<string, number>());
  const [version, setVersion] = useState(0);
  const [observer] = useState(() => new ResizeObserver((entries) => {
    let isChanged = false;
    for (const { target, borderBoxSize } of entries) {
      const [key, height] = [target instanceof HTMLElement ? target.dataset['columnKey'] : undefined, borderBoxSize[0]?.blockSize ?? 0];
      if (key === undefined || height === 0 || heights.get(key) === height) continue;
      heights.set(key, height);
      isChanged = true;
    }
    if (isChanged) setVersion((before) => before + 1);
  }));
  useEffect(() => () => observer.disconnect(), [observer]);
  const observe = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    observer.observe(element);
    return () => observer.unobserve(element);
  }, [observer]);
  return { heights, version, observe };
}

/** From where to where the view reaches in the column, in steps. */
function useColumnView({ column }: ColumnView): readonly [number, number] {
  const [view, setView] = useState<readonly [number, number]>([0, 1_500]);
  useLayoutEffect(() => {
    const element = column.current;
    const box = element?.parentElement;
    if (!box) return undefined;
    const take = () => {
      const from = Math.floor((box.scrollTop - element.offsetTop) / STEP) * STEP;
      const to = from + Math.ceil((box.clientHeight + STEP) / STEP) * STEP;
      setView((before) => (before[0] === from && before[1] === to ? before : [from, to]));
    };
    take();
    const observer = new ResizeObserver(take);
    observer.observe(box);
    box.addEventListener('scroll', take, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', take);
    };
  }, [column]);
  return view;
}

/** Lays items out in a column and says which of them are to be drawn: hundreds or thousands cost no more than a screenful. */
export function useCardColumn<Item extends ColumnItem>(items: readonly Item[], view: ColumnView): CardColumn<Item> {
  const { heights, version, observe } = useHeights();
  const [from, to] = useColumnView(view);
  const { pinned, kept, column } = view;
  const isLevel = items.some(({ level }) => level !== null);
  const tops = useMemo(() => {
    const heightOf = ({ key, estimate }: Item) => heights.get(key) ?? estimate;
    if (!isLevel) return stackCards(items.map(heightOf), GAP);
    return layOutCards(items.map((item) => ({ height: heightOf(item), level: item.level ?? 0, isPinned: item.key === pinned })), GAP);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the map of heights is one and the same; its version says when it has changed
  }, [items, heights, version, isLevel, pinned]);

  const bottomOf = (index: number) => (tops[index] ?? 0) + (heights.get(items[index]?.key ?? '') ?? items[index]?.estimate ?? 0);
  const shown: CardColumn<Item>['shown'][number][] = [];
  for (const [index, item] of items.entries()) {
    const top = tops[index] ?? 0;
    const isNear = top < to + MARGIN && (top > from - MARGIN || bottomOf(index) > from - MARGIN);
    if (isNear || kept.has(item.key)) shown.push({ item, index, top });
  }

  // In a list, what is in view stays where it is when something above it turns out to be higher than was thought.
  const held = useRef<{ readonly key: string; readonly top: number } | null>(null);
  useLayoutEffect(() => {
    const box = column.current?.parentElement;
    if (!box || isLevel) return;
    const { current: before } = held;
    const index = before ? items.findIndex(({ key }) => key === before.key) : -1;
    const moved = before && index !== -1 ? (tops[index] ?? 0) - before.top : 0;
    if (Math.abs(moved) > 0.5 && box.scrollTop > 0) box.scrollBy({ top: moved, behavior: 'instant' });
    const first = items.findIndex((_, at) => (tops[at] ?? 0) >= from);
    const item = items[first];
    held.current = item ? { key: item.key, top: tops[first] ?? 0 } : null;
  }, [items, tops, from, isLevel, column]);

  return { height: items.length === 0 ? 0 : bottomOf(items.length - 1), shown, observe, tops };
}
