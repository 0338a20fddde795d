import type { HtmlNode } from '../html-node.ts';

type Attributes = Readonly<Record<string, string>>;

const textNode = (text: string): HtmlNode => ({ nodeType: 3, nodeName: '#text', nodeValue: text, textContent: text, childNodes: [] });

/** Makes a comment, which no reader may read. */
export const comment = (text: string): HtmlNode => ({ nodeType: 8, nodeName: '#comment', nodeValue: text, textContent: text, childNodes: [] });

/** Makes an element as a parser would: h('p', {}, 'text', h('b', {}, 'bold')). */
export function h(name: string, attributes: Attributes, ...children: readonly (HtmlNode | string)[]): HtmlNode {
  const childNodes = children.map((child) => (typeof child === 'string' ? textNode(child) : child));
  return { nodeType: 1, nodeName: name.toUpperCase(), nodeValue: null, textContent: childNodes.map((child) => child.textContent ?? '').join(''), childNodes, getAttribute: (key) => attributes[key] ?? null };
}
