import type { Style } from './leaf-writer.ts';
import { attributeOf, type HtmlNode, nameOf } from './html-node.ts';

const set = (names: string) => new Set(names.split(' '));

/** What these hold is never the article's text: code, controls, other documents, drawings. */
const UNREAD = set('script style noscript template iframe object embed applet frame frameset noframes noembed canvas svg audio video map select datalist textarea input button head title meta link base rp');

/** These begin and end a paragraph. What is in no list is read as its children. */
const BLOCKS = set(
  'address article aside body center caption dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p section summary table tbody td tfoot th thead tr ul',
);

const styles: Readonly<Record<string, Exclude<Style['kind'], 'link'>>> = {
  em: 'emphasis', i: 'emphasis', cite: 'emphasis', dfn: 'emphasis', var: 'emphasis', strong: 'strong', b: 'strong', code: 'code', kbd: 'code', samp: 'code', tt: 'code',
  sup: 'superscript', sub: 'subscript', del: 'deleted', s: 'deleted', strike: 'deleted', u: 'underline', ins: 'underline',
};

/** True for an element that is not read: by its name, or since a browser would not show it. */
export function isUnread(node: HtmlNode): boolean {
  return UNREAD.has(nameOf(node)) || node.getAttribute?.('hidden') === '' || /display\s*:\s*none/i.test(attributeOf(node, 'style'));
}

export const isBlockElement = (name: string) => BLOCKS.has(name);

/** The style that an element's name stands for; null for none. */
export function styleNamed(name: string): Style | null {
  const kind = Object.hasOwn(styles, name) ? styles[name] : undefined;
  return kind ? { kind } : null;
}
