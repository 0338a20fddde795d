import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import type { Block } from '../../core/article/blocks.ts';
import { arrangePage, type PageFront } from '../../core/import/arrange-page.ts';
import { blocksFromHtmlTree, blocksFromPage } from '../../core/import/from-html-tree.ts';
import { isUnread } from '../../core/import/html-elements.ts';
import { type HtmlNode, isText, nameOf, type ResolveAddress } from '../../core/import/html-node.ts';
import { NAME_ATTRIBUTE } from '../../core/import/page-part.ts';
import { chooseReading, isDoubtful } from '../../core/import/second-opinion.ts';
import { buildPage, type BuiltPage, type Page, type PageElement } from './build-page.ts';

/** Less text than this, and Readability looks again less strictly. At half of it a page's footer can pass for its article. */
const CHARACTERS_NEEDED = 500;
/** Their pages are conversations; Defuddle knows how they are built. */
const CONVERSATIONS = /(?:^|\.)(?:news\.ycombinator\.com|reddit\.com|github\.com|twitter\.com|x\.com|bsky\.app|threads\.(?:net|com)|linkedin\.com|chatgpt\.com|claude\.ai|gemini\.google\.com|grok\.com|mail\.google\.com)$/;
/** Pages of articles have some thousands; one of more costs too much to read again. */
const NODES_READ_TWICE = 50_000;
const NAMES_LENGTH = 300;
const UNKNOWN_ADDRESS = 'https://unknown.invalid/';

export type PageReading = {
  readonly built: BuiltPage;
  /** The same page once more: both ways of reading one change it. */
  readonly rebuild: () => BuiltPage;
  readonly resolve: ResolveAddress;
  readonly front: PageFront;
};

/** True when there is a word that is not a link: a menu has none. */
function hasProse(node: HtmlNode): boolean {
  if (isText(node)) return /[\p{L}\p{N}]/u.test(node.nodeValue ?? '');
  return nameOf(node) !== 'a' && !isUnread(node) && [...node.childNodes].some(hasProse);
}

/** Writes the names of elements that hold only one other on that one, since Readability puts it in their place. */
function handNamesDown(page: Page): void {
  for (const element of page.body.querySelectorAll('div, section')) {
    const names = ['class', 'id', NAME_ATTRIBUTE].map((name) => element.getAttribute?.(name)).filter((name) => name).join(' ');
    const only = names === '' ? null : onlyElementIn(element);
    only?.setAttribute(NAME_ATTRIBUTE, names.slice(0, NAMES_LENGTH));
  }
}

function onlyElementIn(element: PageElement): PageElement | null {
  const [only, second] = [...element.childNodes].filter((child) => (isText(child) ? child.nodeValue?.trim() : child.nodeType === 1));
  return only && !second && !isText(only) ? element.firstElementChild : null;
}

/** The part of a page that is the article; the whole body where none stands out. Changes the page. */
function findArticleNode({ page, document }: BuiltPage): HtmlNode {
  handNamesDown(page);
  const article = new Readability<HtmlNode>(document, { charThreshold: CHARACTERS_NEEDED, keepClasses: true, serializer: (node) => node }).parse();
  return article?.content ?? page.body;
}

const refuseToFetch = () => Promise.reject(new Error('A page is read without the network.'));

/** The article as Defuddle finds it; null where it finds nothing. Changes the page. */
function readSecondWay({ page, document }: BuiltPage, { resolve, front }: PageReading): { readonly blocks: readonly Block[]; readonly isOfSite: boolean } | null {
  // What the page says to machines has been read, and is often broken. Images bear the name that they are kept under; Defuddle drops those with a resource (Wikipedia's).
  for (const script of [...page.querySelectorAll('script')]) script.remove();
  for (const image of page.querySelectorAll('img[resource]')) image.removeAttribute('resource');
  const { content, extractorType } = new Defuddle(document, { url: front.url ?? UNKNOWN_ADDRESS, useAsync: false, fetch: refuseToFetch, removeSmallImages: false }).parse();
  const found = buildPage(content);
  if ('over' in found) return null;
  // What it makes of a site that it knows has names of its own.
  if (extractorType !== undefined) return { blocks: blocksFromHtmlTree(found.page.body, resolve), isOfSite: true };
  return { blocks: arrangePage(blocksFromPage(found.page.body, resolve), front), isOfSite: false };
}

/** The blocks of the article on a page. Where the first way of reading it leaves doubt, it is read a second way, and the better is taken. */
export function findArticle(reading: PageReading): readonly Block[] {
  const { built, rebuild, resolve, front } = reading;
  const node = findArticleNode(built);
  const first = hasProse(node) ? arrangePage(blocksFromPage(node, resolve), front) : [];
  const isConversation = front.url !== null && CONVERSATIONS.test(new URL(front.url).hostname);
  let again: BuiltPage | null = null;
  const another = () => (again ??= rebuild());
  if (built.nodes > NODES_READ_TWICE || (!isConversation && !isDoubtful(first, () => blocksFromPage(another().page.body, resolve)))) return first;
  const second = readSecondWay(another(), reading);
  return second ? chooseReading(first, second.blocks, isConversation && second.isOfSite) : first;
}
