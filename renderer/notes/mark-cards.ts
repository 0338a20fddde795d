import type { HighlightId } from '../../core/base/ids.ts';

/** Which cards are marked for doing something with all of them, and from which a stretch is counted. */
export type Marking = { readonly ids: ReadonlySet<HighlightId>; readonly from: HighlightId | null };

export const nothingMarked: Marking = { ids: new Set(), from: null };

/** Marks a card, or takes its mark away; stretches count from it. */
export function toggleMark({ ids }: Marking, id: HighlightId): Marking {
  const others = new Set(ids);
  if (!others.delete(id)) others.add(id);
  return { ids: others, from: id };
}

/** Marks every card from the one that counts to this one, in the order they are shown, and no other. */
export function markStretch({ from }: Marking, order: readonly HighlightId[], to: HighlightId): Marking {
  const [start, end] = [order.indexOf(from ?? to), order.indexOf(to)];
  if (start === -1 || end === -1) return { ids: new Set([to]), from: to };
  return { ids: new Set(order.slice(Math.min(start, end), Math.max(start, end) + 1)), from: from ?? to };
}

/** The marks on cards that are still shown. */
export function markedAmong({ ids }: Marking, order: readonly HighlightId[]): ReadonlySet<HighlightId> {
  return ids.size === 0 ? ids : new Set(order.filter((id) => ids.has(id)));
}
