import type { Block, Leaf } from '../article/blocks.ts';
import { isBlockElement, isUnread } from './html-elements.ts';
import { readFigure, readImage } from './html-figure.ts';
import { type Around, aroundIn, mathText, saidOf, styleOf, writeInline } from './html-inline.ts';
import { attributeOf, type HtmlNode, isElement, isText, nameOf, type ResolveAddress } from './html-node.ts';
import { readTable } from './html-table.ts';
import { makeLeafWriter, unsaid } from './leaf-writer.ts';
import { NESTING_LIMIT } from './nesting.ts';
import { draftLeaf } from './number-leaves.ts';
import { readPart } from './page-part.ts';

/** Text as it stands, for <pre>: line breaks and spaces kept. */
function preformatted(node: HtmlNode): string {
  const inside = [...node.childNodes].map((child) => (isText(child) ? (child.nodeValue ?? '') : nameOf(child) === 'br' ? '\n' : isElement(child) && !isUnread(child) ? preformatted(child) : ''));
  return inside.join('').replace(/\r\n?/g, '\n').normalize('NFC').toWellFormed();
}

function readCode(node: HtmlNode): readonly Block[] {
  const text = preformatted(node).replace(/^\n+|\s+$/g, '');
  const classes = [node, ...node.childNodes].map((each) => attributeOf(each, 'class')).join(' ');
  const language = /(?:^|\s)(?:language|lang|highlight-source)-([\w+#-]{1,30})/.exec(classes)?.[1] ?? '';
  return text === '' ? [] : [{ kind: 'code', language, leaf: draftLeaf(text) }];
}

/** How deep a part lies in others, and whether parts directly in it that say they are not the article are set aside. */
type Level = { readonly depth: number; readonly setsAside: boolean };

const below = ({ depth }: Level): Level => ({ depth: depth + 1, setsAside: false });

function readList(node: HtmlNode, outside: Around, level: Level): readonly Block[] {
  const around = aroundIn(node, outside);
  const children = [...node.childNodes].filter((child) => (isText(child) ? child.nodeValue?.trim() : isElement(child) && !isUnread(child)));
  const items = children.map((child) => readChildren(nameOf(child) === 'li' ? child : { ...plainNode, childNodes: [child] }, around, below(level))).filter((item) => item.length > 0);
  if (items.length === 0) return [];
  const start = Number.parseInt(attributeOf(node, 'start'), 10);
  return level.depth < NESTING_LIMIT ? [{ kind: 'list', ordered: nameOf(node) === 'ol', start: Number.isSafeInteger(start) ? start : 1, items }] : items.flat();
}

const plainNode: HtmlNode = { nodeType: 1, nodeName: 'div', nodeValue: null, textContent: null, childNodes: [] };

/** The blocks of an element that is one by itself; null when it is its children. */
function readElement(node: HtmlNode, around: Around, level: Level): readonly Block[] | null {
  switch (nameOf(node)) {
    case 'hr':
      return [{ kind: 'rule' }];
    case 'pre':
      return readCode(node);
    case 'ul':
    case 'ol':
    case 'menu':
      return readList(node, around, level);
    case 'blockquote': {
      const blocks = readChildren(node, around, below(level));
      return level.depth < NESTING_LIMIT && blocks.length > 0 ? [{ kind: 'quote', blocks }] : blocks;
    }
    case 'figure':
      return readFigure(node, around);
    case 'table': {
      const table = readTable(node, around);
      return table && [table];
    }
    case 'math': {
      const text = mathText(node);
      return attributeOf(node, 'display') === 'block' && text !== '' ? [{ kind: 'math', leaf: draftLeaf(text) }] : null;
    }
    default:
      return null;
  }
}

function paragraphOrHeading(leaf: Leaf, name: string): Block {
  const level = /^h([1-6])$/.exec(name)?.[1];
  return level ? { kind: 'heading', level: Number(level), leaf: { ...leaf, text: leaf.text.replaceAll('\n', ' ') } } : { kind: 'paragraph', leaf };
}

function readChildren(root: HtmlNode, outside: Around, level: Level): readonly Block[] {
  const blocks: Block[] = [];
  const writer = makeLeafWriter();
  let images: Block[] = [];
  // A paragraph ends; the images that stood in it follow it.
  const flush = (name: string) => {
    const leaf = writer.take();
    if (leaf) blocks.push(paragraphOrHeading(leaf, name));
    blocks.push(...images);
    images = [];
  };
  const visit = (node: HtmlNode, outer: string, place: Around): void => {
    if (!isText(node) && (!isElement(node) || isUnread(node))) return;
    const name = nameOf(node);
    const part = level.setsAside && isBlockElement(name) ? readPart(node, place, () => readChildren(node, place, { ...level, setsAside: false })) : null;
    const own = part ?? (name === '' ? null : readElement(node, place, level));
    if (own) {
      flush(outer);
      blocks.push(...own);
      return;
    }
    if (name === 'img') {
      const image = readImage(node, place.resolve);
      if (image) images.push({ kind: 'figure', images: [image], caption: null, credit: null, copies: 1 });
      return;
    }
    // Two breaks in a row part paragraphs, as old pages have them.
    const isBlock = isBlockElement(name) || (name === 'br' && writer.isAfterBreak());
    const within = /^h[1-6]$/.test(name) ? name : outer;
    const inside = aroundIn(node, place);
    if (isBlock) flush(outer);
    writer.speak(saidOf(node), () => writer.within(styleOf(node, place.resolve), () => writeInline(node, writer, (parent) => [...parent.childNodes].forEach((child) => visit(child, within, inside)))));
    if (isBlock) flush(within);
  };
  const around = aroundIn(root, outside);
  writer.speak(around.said, () => [...root.childNodes].forEach((child) => visit(child, '', around)));
  flush('');
  return blocks;
}

/** Reads a parsed page, or a part of one, into blocks by an allow-list: text, known structure and safe addresses, nothing else. */
export function blocksFromHtmlTree(root: HtmlNode, resolve: ResolveAddress): readonly Block[] {
  return readChildren(root, { resolve, said: unsaid }, { depth: 0, setsAside: false });
}

/** The same for a whole page, where what calls itself a caption, a byline or no part of the article is taken for that. */
export function blocksFromPage(root: HtmlNode, resolve: ResolveAddress): readonly Block[] {
  return readChildren(root, { resolve, said: unsaid }, { depth: 0, setsAside: true });
}
