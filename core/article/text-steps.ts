import { leafIndexAt, type PlacedLeaf, type Projection } from './projection.ts';

/** What one step through a text passes. */
export type StepUnit = 'character' | 'word' | 'sentence' | 'paragraph' | 'text';
export type Direction = 1 | -1;

/** `locale` is a BCP 47 tag, or null for the machine's own; one that is no tag counts as null. */
export type TextStep = { readonly unit: StepUnit; readonly direction: Direction; readonly locale: string | null };

type Granularity = 'grapheme' | 'word' | 'sentence';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(locale: string | null, granularity: Granularity): Intl.Segmenter {
  const key = `${locale ?? ''} ${granularity}`;
  let segmenter = segmenters.get(key);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(locale ?? undefined, { granularity });
    } catch {
      segmenter = new Intl.Segmenter(undefined, { granularity });
    }
    segmenters.set(key, segmenter);
  }
  return segmenter;
}

/** The nearest leaf after or before one, by index, that has any text. */
function neighbour({ leaves }: Projection, index: number, direction: Direction): PlacedLeaf | null {
  for (let at = index + direction; at >= 0 && at < leaves.length; at += direction) {
    const placed = leaves[at];
    if (placed && placed.leaf.text !== '') return placed;
  }
  return null;
}

const endOf = ({ leaf, start }: PlacedLeaf) => start + leaf.text.length;

function wordsOf(text: string, locale: string | null): readonly { readonly start: number; readonly end: number }[] {
  return [...segmenterOf(locale, 'word').segment(text)].flatMap(({ isWordLike, index, segment }) => (isWordLike ? [{ start: index, end: index + segment.length }] : []));
}

type WordBound = { readonly bound: 'start' | 'end'; readonly direction: Direction; readonly locale: string | null };

/** The next place after or before an offset at which a word starts or ends; null where there is none. */
export function nextWordBound(projection: Projection, offset: number, { bound, direction, locale }: WordBound): number | null {
  const isBeyond = (at: number) => (direction === 1 ? at > offset : at < offset);
  for (let index = leafIndexAt(projection, offset); index >= 0; index += direction) {
    const placed = projection.leaves[index];
    if (!placed) return null;
    const bounds = wordsOf(placed.leaf.text, locale).map((word) => placed.start + word[bound]);
    const found = direction === 1 ? bounds.find(isBeyond) : bounds.findLast(isBeyond);
    if (found !== undefined) return found;
  }
  return null;
}

/** Where the character, or the sentence, at an offset of its leaf ends (1) or starts (-1); null where the leaf ends. */
function segmentEdge(text: string, offset: number, { unit, direction, locale }: TextStep): number | null {
  const segments = segmenterOf(locale, unit === 'sentence' ? 'sentence' : 'grapheme').segment(text);
  const segment = segments.containing(direction === 1 ? offset : offset - 1);
  if (!segment) return null;
  return direction === 1 ? segment.index + segment.segment.length : segment.index;
}

/** A step by word ends at the end of the next word or at the start of the one before; past the last word of a leaf, at the leaf's own end. */
function stepWord(projection: Projection, offset: number, step: TextStep): number {
  const index = leafIndexAt(projection, offset);
  const placed = projection.leaves[index];
  if (!placed) return offset;
  const { direction, locale } = step;
  const found = nextWordBound(projection, offset, { bound: direction === 1 ? 'end' : 'start', direction, locale });
  const edgeOf = (leaf: PlacedLeaf) => (direction === 1 ? endOf(leaf) : leaf.start);
  if (found !== null && found >= placed.start && found <= endOf(placed)) return found;
  const beyond = neighbour(projection, index, direction);
  return edgeOf(placed) !== offset ? edgeOf(placed) : (found ?? (beyond ? edgeOf(beyond) : offset));
}

/**
 * The offset that a step leads to from another; the same where the text ends. Words end a step forward and begin one back;
 * a step by sentence or paragraph leads to where one starts.
 */
export function stepText(projection: Projection, offset: number, step: TextStep): number {
  const { unit, direction } = step;
  const index = leafIndexAt(projection, offset);
  const placed = projection.leaves[index];
  if (!placed) return offset;
  if (unit === 'text') return direction === 1 ? projection.text.length : 0;
  if (unit === 'word') return stepWord(projection, offset, step);
  const beyond = neighbour(projection, index, direction);
  const local = offset - placed.start;
  if (unit === 'paragraph') {
    if (direction === 1) return beyond ? beyond.start : endOf(placed);
    return local > 0 ? placed.start : (beyond?.start ?? offset);
  }
  const edge = segmentEdge(placed.leaf.text, local, step);
  if (edge !== null && !(unit === 'sentence' && direction === 1 && beyond && edge === placed.leaf.text.length)) return placed.start + edge;
  if (!beyond) return offset;
  if (direction === 1) return beyond.start;
  return unit === 'sentence' ? beyond.start + (segmentEdge(beyond.leaf.text, beyond.leaf.text.length, step) ?? 0) : endOf(beyond);
}
