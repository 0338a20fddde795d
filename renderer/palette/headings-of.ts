import type { Block, Content } from '../../core/article/blocks.ts';
import type { Projection } from '../../core/article/projection.ts';
import type { Range } from '../../core/base/range.ts';
import { normaliseLine } from '../../core/base/text.ts';

/** A heading of the open article and where it stands in the projection. */
export type Heading = { readonly text: string; readonly range: Range };

function headingsIn(block: Block): readonly (Block & { readonly kind: 'heading' | 'title' })[] {
  if (block.kind === 'heading') return [block];
  if (block.kind === 'title') return [{ kind: 'title', leaf: block.leaf }];
  if (block.kind === 'quote') return block.blocks.flatMap(headingsIn);
  return block.kind === 'list' ? block.items.flat().flatMap(headingsIn) : [];
}

/** The title and the headings of an article in reading order, without those of parts that are set aside. */
export function headingsOf(content: Content, projection: Projection): readonly Heading[] {
  return content.blocks.flatMap(headingsIn).flatMap(({ leaf }) => {
    const start = projection.starts.get(leaf.id);
    const text = normaliseLine(leaf.text);
    return start === undefined || text === '' ? [] : [{ text, range: { start, end: start + leaf.text.length } }];
  });
}
