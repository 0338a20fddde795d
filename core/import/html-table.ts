import type { Block, TableCell } from '../article/blocks.ts';
import { isUnread } from './html-elements.ts';
import { type Around, aroundIn, readLeaf } from './html-inline.ts';
import { attributeOf, elementsNamed, type HtmlNode, isText, nameOf } from './html-node.ts';
import { draftLeaf } from './number-leaves.ts';

const SPAN_LIMIT = 1000;

const spanOf = (node: HtmlNode, name: string) => Math.min(SPAN_LIMIT, Math.max(1, Number.parseInt(attributeOf(node, name), 10) || 1));

/** True when text stands in a table but in none of its cells. */
function hasStrayText(node: HtmlNode): boolean {
  return [...node.childNodes].some((child) => (isText(child) ? child.nodeValue?.trim() : !isUnread(child) && !['td', 'th', 'caption'].includes(nameOf(child)) && hasStrayText(child)));
}

/** True for a table that only lays out a page: it is read as its children. */
function isLayout(node: HtmlNode, rows: readonly (readonly HtmlNode[])[]): boolean {
  const isPresentation = /^(?:presentation|none)$/i.test(attributeOf(node, 'role'));
  const hasBlocks = rows.flat().some((cell) => elementsNamed(cell, ['table', 'h1', 'h2', 'h3', 'figure', 'blockquote', 'section', 'article']).length > 0);
  return isPresentation || hasBlocks || hasStrayText(node) || elementsNamed(node, ['caption']).length > 1 || rows.every((row) => row.length <= 1) || rows.flat().some((cell) => elementsNamed(cell, ['p']).length > 2);
}

/** Reads a table of data; null for one that lays out a page. */
export function readTable(node: HtmlNode, outside: Around): Block | null {
  const rows = elementsNamed(node, ['tr']).map((row) => [...row.childNodes].filter((cell) => nameOf(cell) === 'td' || nameOf(cell) === 'th'));
  if (isLayout(node, rows)) return null;
  const around = aroundIn(node, outside);
  const toCell = (cell: HtmlNode): TableCell => ({ header: nameOf(cell) === 'th', columns: spanOf(cell, 'colspan'), rows: spanOf(cell, 'rowspan'), leaf: readLeaf(cell, around) ?? draftLeaf('') });
  const [caption] = elementsNamed(node, ['caption']);
  return { kind: 'table', caption: caption ? readLeaf(caption, around) : null, rows: rows.filter((row) => row.length > 0).map((row) => row.map(toCell)) };
}
