import { type Block, leavesOf } from '../article/blocks.ts';

/** The share of a block's text that is links. */
export function linkShareOf(block: Block): number {
  const leaves = leavesOf(block);
  const linked = leaves.flatMap((leaf) => leaf.marks).reduce((sum, mark) => sum + (mark.kind === 'link' ? mark.end - mark.start : 0), 0);
  return linked / Math.max(1, leaves.reduce((sum, leaf) => sum + leaf.text.length, 0));
}
