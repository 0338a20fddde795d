import type { Block, Content } from './blocks.ts';
import type { Projection } from './projection.ts';

/** A heading of an article. `depth` counts from 0, without the levels that the article leaves out; `start` is its offset in the projection. */
export type OutlineEntry = { readonly leafId: string; readonly text: string; readonly depth: number; readonly start: number };

type Heading = Extract<Block, { kind: 'heading' }>;

function headingsIn(block: Block, putBack: readonly string[]): readonly Heading[] {
  switch (block.kind) {
    case 'heading':
      return [block];
    case 'quote':
      return block.blocks.flatMap((inner) => headingsIn(inner, putBack));
    case 'list':
      return block.items.flatMap((item) => item.flatMap((inner) => headingsIn(inner, putBack)));
    case 'aside':
      return putBack.includes(block.id) ? block.blocks.flatMap((inner) => headingsIn(inner, putBack)) : [];
    default:
      return [];
  }
}

/** The headings of an article in reading order, without those of parts that are set aside. */
export function outlineOf(content: Content, projection: Projection, putBack: readonly string[]): readonly OutlineEntry[] {
  const above: number[] = [];
  return content.blocks.flatMap((block) => headingsIn(block, putBack)).filter(({ leaf }) => leaf.text.trim() !== '').map(({ level, leaf }) => {
    while (above.length > 0 && (above.at(-1) ?? 0) >= level) above.pop();
    const depth = above.length;
    above.push(level);
    return { leafId: leaf.id, text: leaf.text, depth, start: projection.starts.get(leaf.id) ?? 0 };
  });
}

/** True where there is an outline to show. */
export const hasOutline = (content: Content, putBack: readonly string[]): boolean => content.blocks.some((block) => headingsIn(block, putBack).some(({ leaf }) => leaf.text.trim() !== ''));

/** The index of the heading that an offset stands under; -1 before the first. */
export function headingAt(outline: readonly OutlineEntry[], offset: number): number {
  return outline.findLastIndex(({ start }) => start <= offset);
}
