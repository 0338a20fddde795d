import { type AsideReason, type Block, leavesOf } from '../article/blocks.ts';
import { countWords, foldText, normaliseLine } from '../base/text.ts';
import { findAsideReason } from './boilerplate.ts';
import { findByline } from './byline.ts';
import { findDateline } from './published.ts';

/** What is known of a page's article before its text is arranged. */
export type PageFront = { readonly byline: string | null; readonly url: string | null };

const LINK_SHARE = 0.9;
const LINK_WORDS = 30;
const LIST_LINK_SHARE = 0.6;
const BIO_WORDS = 120;
/** The lines about the author and the like stand among so many at the end. */
const END_BLOCKS = 6;

const textOf = (block: Block) => leavesOf(block).map((leaf) => leaf.text).join('\n');
const aside = (reason: AsideReason, ...blocks: readonly Block[]): Block => ({ kind: 'aside', id: '', reason, blocks });

/** The share of a block's text that is links. */
export function linkShareOf(block: Block): number {
  const leaves = leavesOf(block);
  const linked = leaves.flatMap((leaf) => leaf.marks).reduce((sum, mark) => sum + (mark.kind === 'link' ? mark.end - mark.start : 0), 0);
  return linked / Math.max(1, leaves.reduce((sum, leaf) => sum + leaf.text.length, 0));
}

/** True for a paragraph that is nothing but a link to elsewhere. */
function isLinks(block: Block): boolean {
  return block.kind === 'paragraph' && !/^https?:/.test(block.leaf.text) && linkShareOf(block) >= LINK_SHARE && leavesOf(block).every((leaf) => countWords(leaf.text) < LINK_WORDS);
}

function readLine(block: Block, url: string | null): Block {
  if (block.kind !== 'paragraph') return block;
  const { text } = block.leaf;
  if (/^[_*\-–—=~•·#.\s]{1,60}$/.test(text)) return { kind: 'rule' };
  return !/\p{L}/u.test(text) || text === url ? aside('navigation', block) : block;
}

/** Names the byline and the date before the text, once each; others are set aside. */
function nameFront(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>();
  let paragraphs = 0;
  return blocks.map((block) => {
    const kind = block.kind === 'paragraph' ? (findByline(block.leaf.text) !== null ? 'byline' : findDateline(block.leaf.text) !== null ? 'dateline' : null) : block.kind === 'byline' || block.kind === 'dateline' ? block.kind : null;
    if (block.kind === 'paragraph' && kind === null && countWords(block.leaf.text) > 12) paragraphs += 1;
    if (kind === null || !('leaf' in block)) return block;
    const isFirst = paragraphs === 0 && !seen.has(kind);
    seen.add(kind);
    if (isFirst) return { kind, leaf: block.leaf };
    return aside('other', { kind: 'paragraph', leaf: block.leaf });
  });
}

/** A list of links under a label such as "Related stories" goes with it. */
function takeLabelled(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    const label = blocks[index - 1];
    const isLabelled = label && (label.kind === 'paragraph' || label.kind === 'heading') && (findAsideReason(label.leaf.text) === 'related' || /^more\b.{0,30}:?$/i.test(label.leaf.text));
    return isLabelled && block.kind === 'list' && linkShareOf(block) >= LIST_LINK_SHARE ? aside('related', block) : block;
  });
}

const isAside = (block: Block) => block.kind === 'aside';

/** A heading over nothing but what was set aside goes with it. */
function takeHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    if (block.kind !== 'heading') return block;
    const rest = blocks.slice(index + 1);
    const end = rest.findIndex((each) => !isAside(each));
    const under = end < 0 ? rest : rest.slice(0, end);
    const isOver = under.length > 0 && (end < 0 || rest[end]?.kind === 'heading' || isAsideOf(under[0], 'related'));
    return isOver ? aside(under[0]?.kind === 'aside' ? under[0].reason : 'related', block) : block;
  });
}

const isAsideOf = (block: Block | undefined, reason: AsideReason) => block?.kind === 'aside' && block.reason === reason;

const CONTACT = /\b(?:follow|reach(?:ed)?|contact|e-?mail|tweet)\b.{0,80}(?:@|twitter|facebook|\be-?mail\b)|@\S+\.\w{2,}/i;

/** Lines about the author, at the end. */
function setEndAside(blocks: readonly Block[], byline: string | null): readonly Block[] {
  const names = (byline ?? '').split(/,| and | und | et | y |&/).map((name) => foldText(normaliseLine(name))).filter((name) => name.length > 3);
  const result = [...blocks];
  let seen = 0;
  for (let at = result.length - 1; at >= 0 && seen < END_BLOCKS; at -= 1) {
    const block = result[at];
    if (!block || block.kind !== 'paragraph') continue;
    seen += 1;
    const text = textOf(block);
    const folded = foldText(text);
    const isBio = names.some((name) => folded.startsWith(name) || folded.startsWith(name.split(' ')[0] + ' is ')) && countWords(text) <= BIO_WORDS && /^[^.]{0,120}\b(?:is|was|are|has|covers?|writes?|reports?|works?|joined|lives?)\b/.test(text);
    if (isBio || (CONTACT.test(text) && countWords(text) <= 60)) result[at] = aside('other', block);
  }
  return result;
}

/** Sets aside what in a page's text is not the article: lines of links, addresses, who wrote it and when, said again or at the end. */
export function arrangePage(blocks: readonly Block[], { byline, url }: PageFront): readonly Block[] {
  // Where every fourth paragraph is a link, they are what the article is about.
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  const setsLinksAside = paragraphs.filter(isLinks).length * 4 <= paragraphs.length;
  const lines = takeLabelled(blocks).map((block) => (setsLinksAside && isLinks(block) ? aside('related', block) : readLine(block, url)));
  return takeHeadings(setEndAside(nameFront(lines), byline));
}
