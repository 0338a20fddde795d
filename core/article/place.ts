import { type Block, type Content, leavesOf } from './blocks.ts';

/** Where in its article a leaf stands, as a reader would say it. Numbers count from 1. */
export type Place =
  | { readonly kind: 'title' | 'dek' | 'byline' | 'dateline' }
  | { readonly kind: 'paragraph' | 'heading' | 'caption' | 'table' | 'aside'; readonly number: number };

type Counts = Record<'paragraph' | 'heading' | 'caption' | 'table' | 'aside', number>;

function placeBlock(block: Block, counts: Counts, places: Map<string, Place>): void {
  const number = (kind: keyof Counts) => ({ kind, number: (counts[kind] += 1) });
  switch (block.kind) {
    case 'title':
    case 'dek':
    case 'byline':
    case 'dateline':
      places.set(block.leaf.id, { kind: block.kind });
      break;
    case 'paragraph':
    case 'code':
    case 'math':
      places.set(block.leaf.id, number('paragraph'));
      break;
    case 'heading':
      places.set(block.leaf.id, number('heading'));
      break;
    case 'quote':
      for (const inner of block.blocks) placeBlock(inner, counts, places);
      break;
    case 'list':
      for (const inner of block.items.flat()) placeBlock(inner, counts, places);
      break;
    case 'figure':
    case 'table':
    case 'aside': {
      const place = number(block.kind === 'figure' ? 'caption' : block.kind);
      for (const leaf of leavesOf(block)) places.set(leaf.id, place);
      break;
    }
    case 'rule':
      break;
  }
}

/** The place of every leaf, by leaf id. Paragraph numbers are stable: they count the text as captured, whatever is set aside. */
export function placesOf(content: Content): ReadonlyMap<string, Place> {
  const counts: Counts = { paragraph: 0, heading: 0, caption: 0, table: 0, aside: 0 };
  const places = new Map<string, Place>();
  for (const block of content.blocks) placeBlock(block, counts, places);
  return places;
}
