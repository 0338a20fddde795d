import { type AsideReason, type Block, leavesOf } from '../article/blocks.ts';
import { countWords, foldText, normaliseLine } from '../base/text.ts';
import { findAsideReason } from './boilerplate.ts';
import { findByline } from './byline.ts';
import { linkShareOf } from './links.ts';
import { findDateline } from './published.ts';

/** What is known of a page's article before its text is arranged. */
export type PageFront = { readonly byline: string | null; readonly url: string | null };

const LINK_SHARE = 0.9;
const LINK_WORDS = 30;
const LIST_LINK_SHARE = 0.6;
const BIO_WORDS = 120;
const ENDING_WORDS = 60;
const FRONT_WORDS = 16;
/** The lines about the author and the like stand behind the last paragraph but one. */
const KEPT_AT_END = 2;

const aside = (reason: AsideReason, ...blocks: readonly Block[]): Block => ({ kind: 'aside', id: '', reason, blocks });

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

const DATED = /^\W*(?:last )?(?:updated?|posted|published|modified|first published)\b.{0,60}\d/i;
const BY_AND_DATE = /^(?:by|posted by|written by)\s+\p{Lu}.{2,80}\b(?:19|20)\d\d\b/iu;

function frontKindOf(block: Block): 'byline' | 'dateline' | null {
  if (block.kind === 'byline' || block.kind === 'dateline') return block.kind;
  if (block.kind !== 'paragraph' || countWords(block.leaf.text) > FRONT_WORDS) return null;
  const { text } = block.leaf;
  if (findByline(text) !== null || BY_AND_DATE.test(text)) return 'byline';
  return findDateline(text) !== null || (DATED.test(text) && !/\w[.!?]$/.test(text.replace(/\b[ap]\.m\.$/i, ''))) ? 'dateline' : null;
}

const isProse = (block: Block) => block.kind === 'paragraph' && countWords(block.leaf.text) > FRONT_WORDS && linkShareOf(block) < 0.5;

/** Menus: lists of links before the text begins, and after its end where no heading names them. */
function setMenusAside(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(isProse);
  const last = blocks.findLastIndex(isProse);
  if (first < 0) return blocks;
  return blocks.map((block, index) => {
    const isMenu = block.kind === 'list' && linkShareOf(block) >= LINK_SHARE && (index < first || (index > last && blocks[index - 1]?.kind !== 'heading'));
    return isMenu ? aside(index < first ? 'navigation' : 'related', block) : block;
  });
}

/** Names the byline and the date before the text, once each; others are set aside. */
function nameFront(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>();
  let paragraphs = 0;
  return blocks.map((block) => {
    const kind = frontKindOf(block);
    if (isProse(block)) paragraphs += 1;
    if (kind === null || !('leaf' in block)) return block;
    const isFirst = paragraphs === 0 && !seen.has(kind);
    seen.add(kind);
    if (isFirst) return { kind, leaf: block.leaf };
    return aside('other', { kind: 'paragraph', leaf: block.leaf });
  });
}

/** A list of links under a label such as "Related stories" goes with it. */
function takeLabelled(blocks: readonly Block[]): readonly Block[] {
  let isUnderLabel = false;
  return blocks.map((block) => {
    const isLinkList = block.kind === 'list' && linkShareOf(block) >= LIST_LINK_SHARE;
    if (block.kind === 'paragraph' || block.kind === 'heading') isUnderLabel = findAsideReason(block.leaf.text) === 'related' || /^(?:more|related)\b.{0,40}:?$/i.test(block.leaf.text);
    else if (!isLinkList) isUnderLabel = false;
    return isUnderLabel && isLinkList ? aside('related', block) : block;
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

/** True for a line that says who that is. */
function isAbout(text: string, name: string): boolean {
  const folded = foldText(text);
  const isNamed = folded.startsWith(name) || folded.startsWith(`${name.split(' ')[0] ?? name} is `);
  return isNamed && /^[^.]{0,120}\b(?:is|was|are|has|covers?|writes?|reports?|works?|joined|lives?)\b/.test(text);
}

/** What sites put under their articles. */
const ENDINGS = [
  CONTACT,
  /\bsubject to copyright\b|\ball rights reserved\b|©|\bprivacy policy\b|\bterms of (?:use|service)\b/i,
  /^citation: .*\bretrieved\b/i,
  /\b(?:subscribe|sign up|newsletter|become a member|free trial)\b/i,
  /\bif you (?:enjoyed|liked|found) this\b|\b(?:have|got) a (?:news )?(?:tip|story|question)\b|\bleave a comment\b|\bjoin our\b/i,
  /^(?:source|via):? /i,
  /^(?:click|tap) here (?:to|for)\b/i,
];

/** Lines about the author, at the end. */
function setEndAside(blocks: readonly Block[], byline: string | null): readonly Block[] {
  const names = (byline ?? '').split(/,| and | und | et | y |&/).map((name) => foldText(normaliseLine(name))).filter((name) => name.length > 3);
  const result = [...blocks];
  let kept = 0;
  for (let at = result.length - 1; at >= 0 && kept < KEPT_AT_END; at -= 1) {
    const block = result[at];
    if (block?.kind !== 'paragraph') continue;
    const { text } = block.leaf;
    const words = countWords(text);
    const isBio = words <= BIO_WORDS && names.some((name) => isAbout(text, name));
    if (isBio || (words <= ENDING_WORDS && ENDINGS.some((pattern) => pattern.test(text)))) result[at] = aside('other', block);
    else if (isProse(block)) kept += 1;
  }
  return result;
}

/** Sets aside what in a page's text is not the article: lines of links, addresses, who wrote it and when, said again or at the end. */
export function arrangePage(blocks: readonly Block[], { byline, url }: PageFront): readonly Block[] {
  // Where every third paragraph is a link, they are what the article is about.
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  const setsLinksAside = paragraphs.filter(isLinks).length * 3 <= paragraphs.length;
  const lines = takeLabelled(setMenusAside(blocks)).map((block) => (setsLinksAside && isLinks(block) ? aside('related', block) : readLine(block, url)));
  return takeHeadings(setEndAside(nameFront(lines), byline));
}
