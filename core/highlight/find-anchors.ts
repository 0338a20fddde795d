import type { Anchor } from './anchor.ts';
import { CERTAIN, findChanged, findUnchangedIn, type Placement } from './find-anchor.ts';
import { indexText, type TextIndex } from './text-index.ts';

/** A place of which both offsets are known: before a change of the text, and after it. */
export type Landmark = { readonly before: number; readonly after: number };

/** How many landmarks tell where an anchor should be. */
const NEIGHBOURS = 6;
/** Fewer do not make anybody doubt a place. */
const FEWEST_NEIGHBOURS = 3;
/** Within this of where its neighbours went, a place is where it was. */
const NEAR = 400;
/** Beyond this it was moved by itself, or other words that are the same stand there. */
const FAR = 2_000;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** The nearest landmarks of an offset, from landmarks in the order of `before`. */
function neighboursOf(landmarks: readonly Landmark[], offset: number): readonly Landmark[] {
  let [low, high] = [0, landmarks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((landmarks[middle]?.before ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return landmarks
    .slice(Math.max(0, low - NEIGHBOURS), low + NEIGHBOURS)
    .sort((a, b) => Math.abs(a.before - offset) - Math.abs(b.before - offset))
    .slice(0, NEIGHBOURS);
}

/** Where an offset should be after the change: as far on as most of its neighbours went. */
export function expectPlace(landmarks: readonly Landmark[], offset: number): number {
  return Math.max(0, offset + median(neighboursOf(landmarks, offset).map(({ before, after }) => after - before)));
}

/** A placement in the light of where it should be. What stands far from there may be a twin; only words that are all as they were are taken without asking. */
function doubt(index: TextIndex, anchor: Anchor, { placement, expected }: { placement: Placement; expected: number }): Placement {
  if (placement.kind === 'orphan') return placement;
  const distance = Math.abs(placement.range.start - expected);
  if (distance <= NEAR) return placement;
  const isFar = distance > FAR;
  if (placement.how === 'approximate') return { ...placement, isFar, isCertain: placement.isCertain && !isFar };
  const changed = findChanged(index, anchor, expected);
  const isSame = changed.kind === 'found' && changed.range.start === placement.range.start && changed.range.end === placement.range.end;
  if (!isSame) return doubt(index, anchor, { placement: changed, expected });
  const hasRival = changed.others.some(({ range, score }) => score >= CERTAIN && Math.abs(range.start - expected) <= NEAR);
  return { ...placement, isFar, isCertain: changed.isCertain && !hasRival, others: changed.others };
}

/**
 * Finds all anchors of a text, each told by those already found where it should be. `landmarks` are further places that are known.
 * Where every anchor is at its place, which is so unless the text was changed, that is all that is looked at.
 */
export function findAnchors(text: string | TextIndex, anchors: readonly Anchor[], landmarks: readonly Landmark[] = []): readonly Placement[] {
  const index = typeof text === 'string' ? indexText(text) : text;
  const unchanged = anchors.map((anchor) => findUnchangedIn(index, anchor));
  if (unchanged.every((placement) => placement?.kind === 'found' && placement.how === 'place')) return unchanged.filter((placement) => placement !== null);
  const found = anchors.flatMap((anchor, at): Landmark[] => {
    const placement = unchanged[at];
    return placement?.kind === 'found' ? [{ before: anchor.start, after: placement.range.start }] : [];
  });
  const known = [...landmarks, ...found].sort((a, b) => a.before - b.before);
  return anchors.map((anchor, at) => {
    const expected = expectPlace(known, anchor.start);
    const placement = unchanged[at] ?? findChanged(index, anchor, expected);
    return known.length < FEWEST_NEIGHBOURS ? placement : doubt(index, anchor, { placement, expected });
  });
}
