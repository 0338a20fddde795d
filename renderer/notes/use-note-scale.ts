import { useMemo } from 'react';
import type { NoteItem } from './note-items.ts';
import { makeScale, type Pair } from './scroll-scale.ts';
import type { ColumnOrigin } from './use-column-origin.ts';
import type { TextLevels } from './use-levels.ts';

/** A highlight and its card are in step when both are so far below the top of their views. */
const LEAD = 90;

type Scaled = { readonly items: readonly NoteItem[]; readonly tops: readonly number[]; readonly levels: TextLevels | null; readonly origin: ColumnOrigin; readonly height: number };

/** Which scroll positions of the text and of a plain list of notes belong together: those at which a highlight and its card are as far down. */
export function useNoteScale({ items, tops, levels, origin, height }: Scaled): readonly Pair[] | undefined {
  return useMemo(() => {
    if (!levels) return undefined;
    const pairs = items.flatMap((item, index): Pair[] => {
      const level = item.kind === 'card' ? levels.byId.get(item.note.highlight.id) : undefined;
      return level === undefined ? [] : [[level - LEAD, origin.offset + (tops[index] ?? 0) - LEAD]];
    });
    return makeScale(pairs, [Math.max(0, levels.contentHeight - levels.viewHeight), Math.max(0, origin.offset + height - origin.viewHeight)]);
  }, [items, tops, levels, origin, height]);
}
