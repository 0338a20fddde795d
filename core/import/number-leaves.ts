import type { Block, Leaf, Mark } from '../article/blocks.ts';
import { mapLeaves } from '../article/map-leaves.ts';

/** A leaf that has no id yet: numberLeaves gives it one. */
export function draftLeaf(text: string, marks: readonly Mark[] = []): Leaf {
  return { id: '', text, marks };
}

/** Gives leaves the ids l1, l2, … and asides a1, a2, … in reading order, so that equal captures are equal to the byte. */
export function numberLeaves(blocks: readonly Block[]): readonly Block[] {
  let leaves = 0;
  let asides = 0;
  return mapLeaves(blocks, (draft) => ({ ...draft, id: `l${(leaves += 1)}` }), () => `a${(asides += 1)}`);
}
