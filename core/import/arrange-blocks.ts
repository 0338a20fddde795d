import { type Block, leavesOf } from '../article/blocks.ts';
import { countWords, foldText, normaliseLine } from '../base/text.ts';
import { findAsideReason } from './boilerplate.ts';
import { splitCredits } from './credit.ts';
import { splitCaption } from './html-figure.ts';
import { draftLeaf } from './number-leaves.ts';

/** How far from the top a title or a dek may stand and still be the article's own. */
const FRONT_BLOCKS = 6;

type Figure = Extract<Block, { kind: 'figure' }>;

const textOf = (block: Block) => leavesOf(block).map((leaf) => leaf.text).join(' ');
const isSame = (block: Block, text: string) => foldText(normaliseLine(textOf(block))) === foldText(normaliseLine(text));

/** Keeps what is not the article as asides: lines such as "Subscribe to our newsletter". */
function setAside(block: Block): Block {
  const isLine = block.kind === 'paragraph' || block.kind === 'heading' || (block.kind === 'list' && block.items.length === 1);
  const reason = isLine ? findAsideReason(textOf(block)) : null;
  return reason ? { kind: 'aside', id: '', reason, blocks: [block] } : block;
}

const CAPTION_WORDS = 90;
/** The figure that a line stands for which is a credit and nothing else; null for any other block. */
function readBareCredit(block: Block | undefined): Figure | null {
  if (block?.kind !== 'paragraph' || splitCredits(block.leaf.text)[0]?.caption !== '') return null;
  return { kind: 'figure', images: [], ...splitCaption(block.leaf), copies: 1 };
}

/** The figure with what a paragraph says of it; null where that is no caption. `next` tells: before a credit alone stands its caption. */
function withCaption(figure: Figure, block: Block, next: Block | undefined): Figure | null {
  if (block.kind !== 'paragraph') return null;
  if (figure.caption === null && splitCredits(block.leaf.text).length === 1) {
    const split = splitCaption(block.leaf);
    return { ...figure, caption: split.caption, credit: figure.credit ?? split.credit };
  }
  const bare = figure.credit === null ? readBareCredit(block) : null;
  if (bare) return { ...figure, credit: bare.credit };
  return figure.caption === null && figure.credit === null && readBareCredit(next) !== null && countWords(block.leaf.text) <= CAPTION_WORDS ? { ...figure, caption: block.leaf } : null;
}

/** A paragraph that ends in a credit is the caption of the image before it; the same figure twice is one. */
function joinFigures(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const before = joined.at(-1);
    const captioned = before?.kind === 'figure' ? withCaption(before, block, blocks[index + 1]) : null;
    if (captioned) joined[joined.length - 1] = captioned;
    else if (before?.kind === 'figure' && before.caption === null && before.images.length > 0 && block.kind === 'figure' && block.images.length === 0) {
      joined[joined.length - 1] = { ...before, caption: block.caption, credit: before.credit ?? block.credit };
    } else if (before?.kind === 'figure' && block.kind === 'figure' && before.caption && isSame(before, textOf(block))) {
      joined[joined.length - 1] = { ...before, images: before.images.length > 0 ? before.images : block.images, copies: before.copies + block.copies };
    } else joined.push(readBareCredit(block) ?? block);
  }
  return joined;
}

/** Moves the block that says a text to the front under its name, or makes one. */
function promote(blocks: readonly Block[], kind: 'title' | 'dek', text: string | null): { named: readonly Block[]; rest: readonly Block[] } {
  if (text === null) return { named: [], rest: blocks };
  const index = blocks.slice(0, FRONT_BLOCKS).findIndex((block) => (block.kind === 'heading' || block.kind === 'paragraph') && isSame(block, text));
  const own = blocks[index];
  const leaf = own && 'leaf' in own ? own.leaf : draftLeaf(normaliseLine(text));
  return { named: [{ kind, leaf }], rest: blocks.filter((_, at) => at !== index) };
}

/** Puts title and dek first and sets boilerplate aside. */
export function arrangeBlocks(blocks: readonly Block[], front: { readonly title: string | null; readonly dek: string | null }): readonly Block[] {
  const title = promote(blocks, 'title', front.title);
  const dek = promote(title.rest, 'dek', front.dek);
  return [...title.named, ...dek.named, ...joinFigures(dek.rest).map(setAside)];
}
