import type { ArticleId } from '../../core/base/ids.ts';

/** The articles of the list that are chosen together. A range is drawn from `anchor`, the one that was chosen last by itself. */
export type Selection = { readonly ids: ReadonlySet<ArticleId>; readonly anchor: ArticleId | null };

type Order = readonly ArticleId[];

export const noSelection: Selection = { ids: new Set(), anchor: null };

/** Takes one in, or out if it was in. */
export function withToggled({ ids }: Selection, id: ArticleId): Selection {
  const toggled = new Set(ids);
  if (!toggled.delete(id)) toggled.add(id);
  return { ids: toggled, anchor: id };
}

type RangeRequest = { readonly to: ArticleId; /** Where the range begins when no anchor is in the list. */ readonly from: ArticleId; readonly isAdded: boolean };

/** All from the anchor to one, both among them, in the order of the list: in place of what was chosen, or added to it. */
export function withRange({ ids, anchor }: Selection, order: Order, { to, from, isAdded }: RangeRequest): Selection {
  const begin = anchor !== null && order.includes(anchor) ? anchor : from;
  const [first, last] = [order.indexOf(begin), order.indexOf(to)].toSorted((a, b) => a - b);
  if (first === undefined || last === undefined || first < 0) return { ids, anchor };
  const range = order.slice(first, last + 1);
  return { ids: new Set(isAdded ? [...ids, ...range] : range), anchor: begin };
}

export function withAll({ anchor }: Selection, order: Order): Selection {
  return { ids: new Set(order), anchor };
}

/** Without what is no longer in the list; the same object where all of it still is. */
export function withoutGone(selection: Selection, isListed: (id: ArticleId) => boolean): Selection {
  const { ids, anchor } = selection;
  const kept = [...ids].filter(isListed);
  const isAnchorGone = anchor !== null && !isListed(anchor);
  if (kept.length === ids.size && !isAnchorGone) return selection;
  return { ids: new Set(kept), anchor: isAnchorGone ? null : anchor };
}
