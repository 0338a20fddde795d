import { isSafeLink, type Leaf } from '../article/blocks.ts';
import { isBlockElement, isUnread, styleNamed } from './html-elements.ts';
import { attributeOf, type HtmlNode, isElement, isText, nameOf, type ResolveAddress } from './html-node.ts';
import { type LeafWriter, makeLeafWriter, type Said, type Style } from './leaf-writer.ts';

/** What a part of a page is read by: where its addresses lead, and what is said of its language by the elements around it. */
export type Around = { readonly resolve: ResolveAddress; readonly said: Said };

const linkOf = (node: HtmlNode, resolve: ResolveAddress): Style | null => {
  const href = resolve(attributeOf(node, 'href'));
  return href !== null && isSafeLink(href) ? { kind: 'link', href } : null;
};

/** The style of an inline element: a link where it leads somewhere safe. */
export const styleOf = (node: HtmlNode, resolve: ResolveAddress): Style | null => (nameOf(node) === 'a' ? linkOf(node, resolve) : styleNamed(nameOf(node)));

/** What an element says of its language and direction. */
export function saidOf(node: HtmlNode): Said {
  const [language = '', direction] = [attributeOf(node, 'lang') || attributeOf(node, 'xml:lang'), attributeOf(node, 'dir').toLowerCase()];
  return { language: /^[a-z]{2,3}(?:-[a-z0-9-]{1,31})?$/i.test(language) ? language : null, direction: direction === 'ltr' || direction === 'rtl' ? direction : null };
}

/** What is around the children of an element. */
export function aroundIn(node: HtmlNode, { resolve, said }: Around): Around {
  const { language, direction } = saidOf(node);
  return { resolve, said: { language: language ?? said.language, direction: direction ?? said.direction } };
}

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
export function readLeaf(node: HtmlNode, around: Around, isLeftOut: (node: HtmlNode) => boolean = () => false): Leaf | null {
  const writer = makeLeafWriter();
  const inside = (parent: HtmlNode) => [...parent.childNodes].forEach(write);
  const write = (child: HtmlNode): void => {
    if (isText(child)) return writer.write(child.nodeValue ?? '');
    if (!isElement(child) || isUnread(child) || isLeftOut(child)) return;
    if (isBlockElement(nameOf(child))) writer.breakLine();
    writer.speak(saidOf(child), () => writer.within(styleOf(child, around.resolve), () => writeInline(child, writer, inside)));
    if (isBlockElement(nameOf(child))) writer.breakLine();
  };
  writer.speak(aroundIn(node, around).said, () => inside(node));
  return writer.take();
}
