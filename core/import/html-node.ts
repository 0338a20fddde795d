/** As much of a parsed page's node as reading it takes. Any DOM has it; none is needed here. */
export type HtmlNode = {
  /** 1 for an element, 3 for a text, 4 for a CDATA section. */
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlNode>;
  getAttribute?(name: string): string | null;
};

export const isElement = (node: HtmlNode) => node.nodeType === 1;
export const isText = (node: HtmlNode) => node.nodeType === 3 || node.nodeType === 4;

/** The element's name in lower case; '' for what is no element. */
export const nameOf = (node: HtmlNode) => (isElement(node) ? node.nodeName.toLowerCase() : '');

/** The attribute's value, trimmed; '' where there is none. */
export const attributeOf = (node: HtmlNode, name: string) => node.getAttribute?.(name)?.trim() ?? '';

/** The elements of that name inside a node, itself left out; those inside another such are not looked into. */
export function elementsNamed(node: HtmlNode, names: readonly string[]): readonly HtmlNode[] {
  return [...node.childNodes].flatMap((child) => (names.includes(nameOf(child)) ? [child] : elementsNamed(child, names)));
}

/** Turns an address in the page into one that a reader may follow; null when there is none. */
export type ResolveAddress = (address: string) => string | null;
