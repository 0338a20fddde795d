import { Parser } from 'htmlparser2';

/** An element of an XML document. Its name is without a prefix, those of attributes are as written. */
export type XmlElement = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly (XmlElement | string)[] };

type Open = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };

const DEPTH_LIMIT = 512;
const NODES_LIMIT = 2_000_000;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Reads an XML document into its elements; null for what is none, nests too deeply or declares entities of its own.
 * Nothing is ever fetched, and no entity stands for anything but one character.
 */
export function readXml(text: string): XmlElement | null {
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  let nodes = 0;
  let isRefused = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      nodes += 1;
      if (open.length > DEPTH_LIMIT || nodes > NODES_LIMIT) isRefused = true;
      if (isRefused) return;
      const element: Open = { name: localName(name), attributes: { ...attributes }, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext(piece) {
      const children = open.at(-1)?.children ?? [];
      const last = children.at(-1);
      if (typeof last === 'string') children[children.length - 1] = last + piece;
      else children.push(piece);
    },
    onclosetag: () => void (isRefused || (open.length > 1 && open.pop())),
    // An internal subset is where entities are declared.
    onprocessinginstruction: (_, data) => void (isRefused ||= /^!doctype[^>]*\[|^!entity/i.test(data)),
  }, { xmlMode: true, decodeEntities: true });
  parser.end(text);
  const [found] = root.children.filter((child) => typeof child !== 'string');
  return isRefused ? null : (found ?? null);
}

/** The elements inside one, at its top. */
export const elementsOf = (element: XmlElement): readonly XmlElement[] => element.children.filter((child) => typeof child !== 'string');

/** The elements of a name anywhere inside one, in order. */
export function findElements(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...findElements(child, name)]);
}

/** All the text inside an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
