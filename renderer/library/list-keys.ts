import { isLetterKey } from './type-ahead.ts';

type Position = { readonly current: number; readonly count: number; /** Rows that Page Up and Page Down go by. */ readonly page: number };

/** The row that a key moves to in a list; null when it moves to none. */
export function nextRow(key: string, { current, count, page }: Position): number | null {
  const clamp = (index: number) => Math.min(Math.max(index, 0), count - 1);
  const moves: Readonly<Record<string, number>> = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + page, PageUp: current - page, Home: 0, End: count - 1 };
  const next = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return next === undefined || count === 0 ? null : clamp(next);
}

/** What a key asks of the list; `isRange` takes in all that lies between. */
export type ListAction =
  | { readonly kind: 'go'; readonly to: number; readonly isRange: boolean; readonly isAdded: boolean }
  | { readonly kind: 'select'; readonly isRange: boolean; readonly isAdded: boolean }
  | { readonly kind: 'find'; readonly letter: string }
  | { readonly kind: 'open' | 'select-all' | 'clear' | 'bin' | 'menu' };

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;
type Situation = Position & { /** The row itself has the focus, not a button in it. */ readonly isOnRow: boolean; /** Letters find titles. */ readonly isFinding: boolean };

/** What a key means on a row of the list; null where it means nothing here. */
export function listAction(press: KeyPress, { isOnRow, isFinding, ...position }: Situation): ListAction | null {
  const { key, shiftKey, altKey } = press;
  const isMod = press.ctrlKey || press.metaKey;
  if (altKey) return null;
  const to = nextRow(key, position);
  if (to !== null) return { kind: 'go', to, isRange: shiftKey, isAdded: isMod };
  if (isMod && key.toLowerCase() === 'a') return { kind: 'select-all' };
  if (key === 'Escape') return { kind: 'clear' };
  if (key === 'Delete' || (isMod && key === 'Backspace')) return { kind: 'bin' };
  if (key === 'ContextMenu' || (shiftKey && key === 'F10')) return { kind: 'menu' };
  if (!isOnRow) return null;
  if (key === 'Enter') return { kind: 'open' };
  if (key === ' ') return { kind: 'select', isRange: shiftKey, isAdded: isMod };
  return isFinding && isLetterKey(press) ? { kind: 'find', letter: key } : null;
}
