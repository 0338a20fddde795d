import type { HighlightId } from '../../core/base/ids.ts';
import type { Colour } from '../../core/highlight/colour.ts';

/** From where to where a highlight reaches, in CSS pixels from the top of the text. */
export type Extent = { readonly id: HighlightId; readonly top: number; readonly bottom: number };

export type Stripe = { readonly id: HighlightId; readonly colour: Colour; readonly lane: number; readonly top: number; readonly height: number };

const MAX_LANES = 6;
const LEAST_HEIGHT = 14;

/** A stripe for each colour of each highlight, in the first lane that is free there, so that none covers another. */
export function layOutStripes(extents: readonly Extent[], coloursOf: (id: HighlightId) => readonly Colour[]): readonly Stripe[] {
  const laneEnds: number[] = [];
  return [...extents]
    .sort((a, b) => a.top - b.top || b.bottom - a.bottom)
    .flatMap(({ id, top, bottom }) =>
      coloursOf(id).map((colour) => {
        const height = Math.max(bottom - top, LEAST_HEIGHT);
        const free = laneEnds.findIndex((end) => end <= top);
        const lane = free === -1 ? Math.min(laneEnds.length, MAX_LANES - 1) : free;
        laneEnds[lane] = top + height;
        return { id, colour, lane, top, height };
      }),
    );
}
