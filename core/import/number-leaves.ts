import type { Block, Leaf, Mark } from '../article/blocks.ts';

/** A leaf that has no id yet: numberLeaves gives it one. */
export function draftLeaf(text: string, marks: readonly Mark[] = []): Leaf {
  return { id: '', text, marks };
}

/** Gives leaves the ids l1, l2, … and asides a1, a2, … in reading order, so that equal captures are equal to the byte. */
export function numberLeaves(blocks: readonly Block[]): readonly Block[] {
  let leaves = 0;
  let asides = 0;
  const leaf = (draft: Leaf): Leaf => ({ ...draft, id: `l${(leaves += 1)}` });
  const maybe = (draft: Leaf | null) => draft && leaf(draft);
  const number = (block: Block): Block => {
    switch (block.kind) {
      case 'quote':
        return { ...block, blocks: block.blocks.map(number) };
      case 'aside':
        return { ...block, id: `a${(asides += 1)}`, blocks: block.blocks.map(number) };
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(number)) };
      case 'figure':
        return { ...block, caption: maybe(block.caption), credit: maybe(block.credit) };
      case 'table':
        return { ...block, caption: maybe(block.caption), rows: block.rows.map((row) => row.map((cell) => ({ ...cell, leaf: leaf(cell.leaf) }))) };
      case 'rule':
        return block;
      default:
        return { ...block, leaf: leaf(block.leaf) };
    }
  };
  return blocks.map(number);
}
