import fc from 'fast-check';
import { type Block, type Content, createContent, type Leaf } from '../blocks.ts';

/** Text as it comes: accents, emoji, marks that combine, right to left, line breaks, halves of surrogate pairs. */
export const arbitraryText: fc.Arbitrary<string> = fc.array(
  fc.oneof(
    fc.constantFrom('the ', 'alliance ', 'fleet ', 'é', 'e\u0301', '👩‍🚀', '\n', '\u202bשלום\u202c ', '中文', 'ที่', '\ud83d', '“', '” ', ' — ', '…'),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  ),
  { maxLength: 12 },
).map((parts) => parts.join(''));

const styles = ['emphasis', 'strong', 'code', 'superscript', 'subscript', 'deleted', 'underline'] as const;

const arbitraryLeaf: fc.Arbitrary<Leaf> = arbitraryText.chain((text) => {
  const offset = fc.nat(text.length);
  const mark = fc.tuple(fc.constantFrom(...styles), offset, offset).map(([kind, a, b]) => ({ kind, start: Math.min(a, b), end: Math.max(a, b) }));
  return fc.array(mark, { maxLength: 4 }).map((marks) => ({ id: '', text, marks }));
});

const { block: arbitraryBlock } = fc.letrec<{ block: Block }>((tie) => {
  const blocks = fc.array(tie('block'), { maxLength: 3 });
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      arbitraryLeaf.map((leaf): Block => ({ kind: 'paragraph', leaf })),
      fc.tuple(fc.constantFrom('title' as const, 'dek' as const, 'byline' as const), arbitraryLeaf).map(([kind, leaf]): Block => ({ kind, leaf })),
      arbitraryLeaf.map((leaf): Block => ({ kind: 'heading', level: 2, leaf })),
      fc.constant<Block>({ kind: 'rule' }),
      fc.tuple(fc.option(arbitraryLeaf), fc.option(arbitraryLeaf)).map(([caption, credit]): Block => ({ kind: 'figure', images: [], caption, credit, copies: 1 })),
      fc.tuple(fc.option(arbitraryLeaf), fc.array(fc.array(arbitraryLeaf, { maxLength: 3 }), { maxLength: 3 })).map(([caption, rows]): Block => (
        { kind: 'table', caption, rows: rows.map((row) => row.map((leaf) => ({ header: false, columns: 1, rows: 1, leaf }))) })),
      blocks.map((inner): Block => ({ kind: 'quote', blocks: inner })),
      fc.array(blocks, { maxLength: 3 }).map((items): Block => ({ kind: 'list', ordered: false, start: 1, items })),
      blocks.map((inner): Block => ({ kind: 'aside', id: '', reason: 'other', blocks: inner })),
    ),
  };
});

/** The blocks with ids of their own for every leaf and aside, as an import gives them. */
function number(blocks: readonly Block[], next: () => string): readonly Block[] {
  const leaf = (each: Leaf): Leaf => ({ ...each, id: next() });
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'quote': return { ...block, blocks: number(block.blocks, next) };
      case 'aside': return { ...block, id: next(), blocks: number(block.blocks, next) };
      case 'list': return { ...block, items: block.items.map((item) => number(item, next)) };
      case 'figure': return { ...block, caption: block.caption && leaf(block.caption), credit: block.credit && leaf(block.credit) };
      case 'table': return { ...block, caption: block.caption && leaf(block.caption), rows: block.rows.map((row) => row.map((cell) => ({ ...cell, leaf: leaf(cell.leaf) }))) };
      case 'rule': return block;
      default: return { ...block, leaf: leaf(block.leaf) };
    }
  });
}

/** Contents of every kind of block, for property tests. */
export const arbitraryContent: fc.Arbitrary<Content> = fc.array(arbitraryBlock, { maxLength: 6 }).map((blocks) => {
  let count = 0;
  return createContent(number(blocks, () => `n${(count += 1)}`));
});

/** A range of a text, perhaps empty. */
export const arbitraryRange = (text: string): fc.Arbitrary<{ start: number; end: number }> =>
  fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
