import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import type { HtmlNode } from '../../core/import/html-node.ts';

/** As much of linkedom's elements as building and reading a page takes. */
export type PageElement = HtmlNode & {
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  remove(): void;
  closest(selector: string): PageElement | null;
  appendChild(child: HtmlNode): unknown;
  insertBefore(child: HtmlNode, before: HtmlNode | null): unknown;
  readonly children: Iterable<PageElement>;
  readonly firstElementChild: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
};
export type Page = {
  readonly documentElement: PageElement;
  readonly head: PageElement;
  readonly body: PageElement;
  createElement(name: string): PageElement;
  createTextNode(text: string): HtmlNode;
  querySelectorAll(selector: string): Iterable<PageElement>;
};

/** What a page may be at most. No page of an article comes near. */
export const pageLimits = { characters: 20 * 1024 * 1024, depth: 512, nodes: 2_000_000, attributes: 10_000 };
export type PageLimit = keyof typeof pageLimits;

const CHUNK_LENGTH = 65_536;
const VALID_NAME = /^[a-z][a-z0-9:._-]*$/i;
const HEAD_ONLY = new Set(['title', 'meta', 'link', 'base', 'style', 'script', 'noscript', 'template']);
/** Their insides are neither read nor kept. */
const DROPPED = new Set(['style', 'svg', 'template', 'iframe', 'object', 'embed', 'applet', 'canvas', 'frameset', 'noframes', 'noembed']);

const isDropped = (name: string, attributes: Readonly<Record<string, string>>) => DROPPED.has(name) || (name === 'script' && !/ld\+json/i.test(attributes['type'] ?? ''));

/** Builds the tree from the tokenizer's events, so that what is counted is just what is built. */
function makeBuilder(page: Page) {
  // Each open element, and where its children go: null inside what is dropped.
  const open: (PageElement | null)[] = [];
  let hasBody = false;
  let nodes = 0;

  let pending = '';

  const isInsideDropped = () => open.length > 0 && open.at(-1) === null;
  const placeFor = (name: string): PageElement => {
    const top = open.at(-1);
    if (top && top !== page.documentElement && (top !== page.head || HEAD_ONLY.has(name))) return top;
    if (!hasBody && HEAD_ONLY.has(name)) return page.head;
    hasBody = true;
    return page.body;
  };
  // A text comes in pieces; it is one node.
  const settle = () => {
    const top = open.at(-1);
    const isBetween = top === undefined || top === page.documentElement || top === page.head;
    if (pending !== '' && !(isBetween && pending.trim() === '')) placeFor('').appendChild(page.createTextNode(pending));
    pending = '';
  };
  const elementFor = (name: string): PageElement => {
    if (name === 'html') return page.documentElement;
    if (name === 'head' && !hasBody) return page.head;
    if (name === 'body') {
      hasBody = true;
      return page.body;
    }
    const element = page.createElement(VALID_NAME.test(name) ? name : 'span');
    placeFor(name).appendChild(element);
    return element;
  };
  return {
    depth: () => open.length,
    nodes: () => nodes,
    open(name: string, attributes: Readonly<Record<string, string>>) {
      settle();
      nodes += 1;
      if (isInsideDropped() || isDropped(name, attributes)) return void open.push(null);
      const element = elementFor(name);
      for (const [key, value] of Object.entries(attributes)) if (VALID_NAME.test(key) && !/^on/i.test(key)) element.setAttribute(key, value);
      open.push(element);
    },
    close() {
      settle();
      open.pop();
    },
    text(text: string) {
      if (pending === '') nodes += 1;
      if (!isInsideDropped()) pending += text;
    },
    settle,
  };
}

const emptyDocument = () => parseHTML('<!doctype html><html><head></head><body></body></html>').document;

/** A page's tree: `document` is the same, under the type that linkedom gives it. */
export type BuiltPage = { readonly page: Page; readonly document: ReturnType<typeof emptyDocument>; /** How many elements and texts it is made of. */ readonly nodes: number };

/** Builds a page's tree, or answers the limit that it goes over, as soon as it does. No script of it runs and nothing is fetched. */
export function buildPage(html: string): BuiltPage | { readonly over: PageLimit } {
  if (html.length > pageLimits.characters) return { over: 'characters' };
  const document = emptyDocument();
  const page: Page = document;
  const builder = makeBuilder(page);
  let over: PageLimit | null = null;
  let attributes = 0;
  const check = (value: number, limit: PageLimit) => {
    if (value > pageLimits[limit]) over ??= limit;
  };
  const parser = new Parser({
    onopentagname: () => void (attributes = 0),
    onattribute: () => check((attributes += 1), 'attributes'),
    onopentag(name, values) {
      if (over) return;
      builder.open(name, values);
      check(builder.depth(), 'depth');
      check(builder.nodes(), 'nodes');
    },
    onclosetag: () => void (over ?? builder.close()),
    ontext: (text) => void (over ?? builder.text(text)),
  });
  for (let at = 0; at < html.length && !over; at += CHUNK_LENGTH) parser.write(html.slice(at, at + CHUNK_LENGTH));
  if (over) return { over };
  parser.end();
  builder.settle();
  return over ? { over } : { page, document, nodes: builder.nodes() };
}
