import type { Block, Leaf, Mark } from '../article/blocks.ts';
import { mapLeaves } from '../article/map-leaves.ts';

/** A leaf that has no id yet: numberLeaves gives it one. */
export function draftLeaf(text: string, marks: readonly Mark[] = []): Leaf {
  return { id: '', text, marks };
}

/** Gives leaves the ids l1, l2, … and asides a1, a2, … in reading order, so that equal captures are equal to the byte. */
export function numberLeaves(blocks: readonly Block[]): readonly Block[] {
  let leaves = 0;
  return numberAsides(mapLeaves(blocks, (leaf) => ({ ...leaf, id: `l${(leaves += 1)}` })));
}

function numberAsides(blocks: readonly Block[]): readonly Block[] {
  let asides = 0;
  const number = (block: Block): Block => {
    switch (block.kind) {
      case 'quote':
        return { ...block, blocks: block.blocks.map(number) };
      case 'aside':
        return { ...block, id: `a${(asides += 1)}`, blocks: block.blocks.map(number) };
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(number)) };
      default:
        return block;
    }
  };
  return blocks.map(number);
}
