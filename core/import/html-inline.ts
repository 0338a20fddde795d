import { isSafeLink, type Leaf } from '../article/blocks.ts';
import { isBlockElement, isUnread, styleNamed } from './html-elements.ts';
import { attributeOf, type HtmlNode, isElement, isText, nameOf, type ResolveAddress } from './html-node.ts';
import { type LeafWriter, makeLeafWriter, type Style } from './leaf-writer.ts';

const linkOf = (node: HtmlNode, resolve: ResolveAddress): Style | null => {
  const href = resolve(attributeOf(node, 'href'));
  return href !== null && isSafeLink(href) ? { kind: 'link', href } : null;
};

/** The style of an inline element: a link where it leads somewhere safe. */
export const styleOf = (node: HtmlNode, resolve: ResolveAddress): Style | null => (nameOf(node) === 'a' ? linkOf(node, resolve) : styleNamed(nameOf(node)));

/** A formula as text: its source where the page gives it, else its characters. */
export function mathText(node: HtmlNode): string {
  const annotation = [...node.childNodes].flatMap((child) => [child, ...child.childNodes]).find((child) => nameOf(child) === 'annotation' && /tex/i.test(attributeOf(child, 'encoding')));
  return attributeOf(node, 'alttext') || (annotation?.textContent ?? node.textContent ?? '').trim();
}

/** Writes one inline element or text; `inside` is called for the children. */
export function writeInline(node: HtmlNode, writer: LeafWriter, inside: (node: HtmlNode) => void): void {
  if (isText(node)) return writer.write(node.nodeValue ?? '');
  switch (nameOf(node)) {
    case 'br':
      return writer.breakLine();
    case 'math':
      return writer.write(mathText(node));
    case 'q':
      writer.write('“');
      inside(node);
      return writer.write('”');
    default:
      return inside(node);
  }
}

/** All the text in a node as one leaf, blocks in it on lines of their own; null when there is none. `isLeftOut` names parts to pass over. */
export function readLeaf(node: HtmlNode, resolve: ResolveAddress, isLeftOut: (node: HtmlNode) => boolean = () => false): Leaf | null {
  const writer = makeLeafWriter();
  const inside = (parent: HtmlNode) => [...parent.childNodes].forEach(write);
  const write = (child: HtmlNode): void => {
    if (isText(child)) return writer.write(child.nodeValue ?? '');
    if (!isElement(child) || isUnread(child) || isLeftOut(child)) return;
    if (isBlockElement(nameOf(child))) writer.breakLine();
    writer.within(styleOf(child, resolve), () => writeInline(child, writer, inside));
    if (isBlockElement(nameOf(child))) writer.breakLine();
  };
  inside(node);
  return writer.take();
}
