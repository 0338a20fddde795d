import type { Block, Leaf } from './blocks.ts';

/** The blocks with each of their leaves changed, in reading order; and the ids of asides, where that is asked for. */
export function mapLeaves(blocks: readonly Block[], change: (leaf: Leaf) => Leaf, asideId: (id: string) => string = (id) => id): readonly Block[] {
  const maybe = (leaf: Leaf | null) => leaf && change(leaf);
  const walk = (block: Block): Block => {
    switch (block.kind) {
      case 'quote':
        return { ...block, blocks: block.blocks.map(walk) };
      case 'aside':
        return { ...block, id: asideId(block.id), blocks: block.blocks.map(walk) };
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
