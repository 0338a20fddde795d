import { type Block, leavesOf } from '../article/blocks.ts';
import { countWords, foldText } from '../base/text.ts';
import { linkShareOf } from './links.ts';

/** Less good text than this in the first reading, and the page is read a second way. */
const LITTLE_TEXT = 1_500;
const PROSE_WORDS = 13;
const PROSE_LINKS = 0.3;
/** A block with fewer words than these, or that and many links, must be in both readings. */
const SHORT_WORDS = 12;
const LINKED = { words: 25, share: 0.5, always: 0.6 };

const textOf = (block: Block) => leavesOf(block).map((leaf) => leaf.text).join('\n');
const wordsOf = (text: string) => foldText(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
const isKept = (block: Block) => block.kind !== 'aside';

/** How many characters of the blocks are prose: sentences, not captions, not links. */
export function proseLengthOf(blocks: readonly Block[]): number {
  const prose = blocks.filter((block) => isKept(block) && block.kind !== 'figure' && countWords(textOf(block)) >= PROSE_WORDS && linkShareOf(block) < PROSE_LINKS);
  return prose.reduce((sum, block) => sum + textOf(block).length, 0);
}

const lengthOf = (blocks: readonly Block[]) => blocks.filter(isKept).reduce((sum, block) => sum + textOf(block).length, 0);

/** How often each word stands in the blocks. */
function countsIn(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of blocks.filter(isKept).flatMap((block) => wordsOf(textOf(block)))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The share of the words of one text that are in another. */
function shareIn(words: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number {
  let [found, all] = [0, 0];
  for (const [word, count] of words) {
    all += count;
    found += Math.min(count, others.get(word) ?? 0);
  }
  return all === 0 ? 0 : found / all;
}

/** True where the first reading of a page leaves doubt: it has little text, and the page has much more. */
export function isDoubtful(first: readonly Block[], wholePage: () => readonly Block[]): boolean {
  const found = proseLengthOf(first);
  return found < LITTLE_TEXT && proseLengthOf(wholePage()) >= 1.5 * found + 200;
}

/** True when the second reading is the better one. `isOfSite` says that it knows how this site is built. */
function isSecondBetter(first: readonly Block[], second: readonly Block[], isOfSite: boolean): boolean {
  const [mine, other] = [proseLengthOf(first), proseLengthOf(second)];
  const [words, others] = [countsIn(first), countsIn(second)];
  const [isIn, hasIn] = [shareIn(words, others), shareIn(others, words)];
  if (isOfSite) return hasIn < 0.8 || other > mine;
  // A page of headlines has many lines and little prose; a text is the other way round.
  const isProse = other * 2 > lengthOf(second);
  if (mine < 200 && other >= 2 * mine + 200) return isProse;
  if (isIn < 0.45 && hasIn < 0.45 && other > 1.5 * mine) return isProse;
  return isIn > 0.9 && other > 2 * mine && mine < LITTLE_TEXT && isProse;
}

const isLine = (block: Block) => block.kind === 'paragraph' || block.kind === 'list' || block.kind === 'quote';

function needsBoth(block: Block): boolean {
  const words = countWords(textOf(block));
  const links = linkShareOf(block);
  return isLine(block) && words > 0 && (words < SHORT_WORDS || (words < LINKED.words && links > LINKED.share) || links > LINKED.always);
}

/** Sets aside the short lines and the links of the first reading that the second left out. */
function vote(first: readonly Block[], second: readonly Block[]): readonly Block[] {
  const others = second.filter(isKept).map((block) => ` ${wordsOf(textOf(block)).join(' ')} `).join('\n');
  return first.map((block) => {
    if (!needsBoth(block)) return block;
    const isThere = leavesOf(block).some((leaf) => others.includes(` ${wordsOf(leaf.text).join(' ')} `));
    return isThere ? block : { kind: 'aside', id: '', reason: 'other', blocks: [block] };
  });
}

/** The better of two readings of a page: the first, without the short lines that only it has, unless the second found much more of the text. */
export function chooseReading(first: readonly Block[], second: readonly Block[], isOfSite: boolean): readonly Block[] {
  if (isSecondBetter(first, second, isOfSite)) return second;
  return shareIn(countsIn(first), countsIn(second)) > 0.5 ? vote(first, second) : first;
}
