import type { Block, Leaf } from './blocks.ts';

/** The blocks with each of their leaves changed, in reading order. */
export function mapLeaves(blocks: readonly Block[], change: (leaf: Leaf) => Leaf): readonly Block[] {
  const maybe = (leaf: Leaf | null) => leaf && change(leaf);
  const walk = (block: Block): Block => {
    switch (block.kind) {
      case 'quote':
      case 'aside':
        return { ...block, blocks: block.blocks.map(walk) };
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(walk)) };
      case 'figure':
        return { ...block, caption: maybe(block.caption), credit: maybe(block.credit) };
      case 'table':
        return { ...block, caption: maybe(block.caption), rows: block.rows.map((row) => row.map((cell) => ({ ...cell, leaf: change(cell.leaf) }))) };
      case 'rule':
        return block;
      default:
        return { ...block, leaf: change(block.leaf) };
    }
  };
  return blocks.map(walk);
}
