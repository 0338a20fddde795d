import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import type { SearchHit } from '../../core/library/ports.ts';
import type { Snippet } from '../../core/search/snippets.ts';
import type { Edges } from '../ui/place-menu.ts';

/** How one is chosen: by itself, or with all that lies between it and the one chosen before. */
export type SelectRequest = { readonly isRange: boolean; readonly isAdded: boolean };

/** What a row asks of its list. */
export type RowActions = {
  /** Opens the article, at what was found where that is given. */
  readonly onOpen: (id: ArticleId, snippet?: Snippet) => void;
  readonly onSelect: (id: ArticleId, request: SelectRequest) => void;
  readonly onMenu: (article: ArticleSummary, from: Edges) => void;
};

export type RowProps = {
  readonly article: ArticleSummary;
  /** What a search found in it; null where it is listed for itself. */
  readonly hit: SearchHit | null;
  /** Which of how many it is, from 0; not every row of a long list is in the page. */
  readonly index: number;
  readonly count: number;
  /** Where it stands, in CSS pixels from the top of the list. */
  readonly top: number;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  /** True for the one row of the list that Tab reaches; the arrow keys go on from there. */
  readonly isReachable: boolean;
  readonly actions: RowActions;
  /** Takes the row's element, to be measured. */
  readonly measure: (element: HTMLElement | null) => void;
};

type Press = { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean };

/** A press on a row: it opens the article; with Shift, Control or Command held it chooses. */
export function pressRow(press: Press, id: ArticleId, { onOpen, onSelect }: RowActions): void {
  const isAdded = press.ctrlKey || press.metaKey;
  if (isAdded || press.shiftKey) onSelect(id, { isRange: press.shiftKey, isAdded });
  else onOpen(id);
}

type Place = { readonly clientX: number; readonly clientY: number; readonly currentTarget: Element };

/** What a menu hangs from: the row when it is asked for by key, else where the pointer is. */
export function menuPlace({ clientX, clientY, currentTarget }: Place): Edges {
  const isByKey = clientX === 0 && clientY === 0;
  return isByKey ? currentTarget.getBoundingClientRect() : { left: clientX, top: clientY, right: clientX, bottom: clientY };
}
