import type { AsideReason, Block } from '../article/blocks.ts';
import { countWords } from '../base/text.ts';
import { isUnread } from './html-elements.ts';
import { readFigure, splitCaption } from './html-figure.ts';
import { type Around, readLeaf } from './html-inline.ts';
import { attributeOf, elementsNamed, type HtmlNode, isElement, isText, nameOf } from './html-node.ts';

/** What a part of a page calls itself in its class or id: a caption, who wrote it and when, or why it is not the article. */
export type PagePart = 'caption' | 'byline' | 'dateline' | AsideReason;

const named = (words: string) => new RegExp(`(?:^|[\\s_-])(?:${words})(?:$|[\\s_-])`);

/** Where the host writes the names of an element on the only one in it, before Readability puts that in its place. */
export const NAME_ATTRIBUTE = 'data-lectern-name';
const NAME_ATTRIBUTES = ['class', 'id', NAME_ATTRIBUTE];

/** Words in names, as sites choose them. The first that fits counts. */
const names: readonly (readonly [PagePart, RegExp])[] = [
  ['caption', named('captions?|figcaption|cutline|caption-?text|photo-?(?:caption|desc|description|info)|image-?(?:caption|desc|description)|media-?caption')],
  ['newsletter', named('newsletters?|sign-?up|subscribe|subscription|mailing-?list|opt-?in')],
  ['comments', named('disqus|comments-?(?:area|list|section|wrapper)|respond')],
  ['related', named('related|recirc|recirculation|read-?(?:more|next|also|on)|also-?read|see-?also-?box|more-?(?:on|stories|from|news|articles|coverage)|recommend(?:ed|ations?|s)?|most-?(?:read|popular|viewed)|trending|popular|outbrain|taboola|up-?next|story-?(?:timeline|list)|rich-?link|inline-?link|dont-?miss')],
  ['related', named('related-?(?:stories|articles|posts|links|content|news|topics|items|story|article|links?)')],
  ['advertisement', named('ads?|adverts?|advertisements?|advertising|ad-?(?:slot|unit|wrapper|container|label|block)|sponsor(?:ed)?|promo(?:tion)?s?|dfp|paywall')],
  ['follow', named('share|sharing|share-?(?:bar|buttons?|links?|tools)|social|social-?(?:media|share|links|icons|buttons)|follow|follow-?us|addthis|sharedaddy')],
  ['navigation', named('breadcrumbs?|pagination|pager|tag-?(?:list|cloud|links)|post-?tags|article-?tags|tags|toolbar|cookies?|consent|gdpr|skip-?links?')],
  ['other', named('(?:author|contributor|writer)-?(?:bio|box|card|info|about|description|profile|details)|about-?(?:the-?)?author|bio|tagline-?bio')],
  ['byline', named('by-?line|authors?|author-?name|writers?')],
  ['dateline', named('date-?line|timestamps?|time-?stamp|pub(?:lish(?:ed)?)?-?(?:date|time|on)|post-?(?:date|meta)|entry-?(?:date|meta)|article-?(?:date|meta|info|header-?meta)|date|updated')],
];

const TEXT_LOOKED_AT = 10_000;
/** A part with more prose than this is the article, whatever it is called. */
const PROSE_WORDS = { aside: 90, caption: 120, line: 25 };

/** How many words of a part are not links, as far as `limit`: nothing behind that is looked at. */
function countProse(node: HtmlNode, limit: number): number {
  if (isText(node)) return countWords((node.nodeValue ?? '').slice(0, TEXT_LOOKED_AT));
  if (!isElement(node) || isUnread(node) || nameOf(node) === 'a') return 0;
  let words = 0;
  for (const child of node.childNodes) if (words <= limit) words += countProse(child, limit - words);
  return words;
}

/** The part of a page that an element says it is; null where it says nothing of the kind. */
function findPart(node: HtmlNode): PagePart | null {
  const own = NAME_ATTRIBUTES.map((name) => attributeOf(node, name)).join(' ').trim();
  if (own === '') return null;
  const name = own.replace(/([a-z0-9])(?=[A-Z])/g, '$1-').toLowerCase();
  return names.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

function readCaption(node: HtmlNode, around: Around): readonly Block[] | null {
  if (elementsNamed(node, ['img', 'figure']).length > 0) return nameOf(node) === 'figure' ? null : readFigure(node, around);
  const leaf = readLeaf(node, around);
  return leaf && [{ kind: 'figure', images: [], ...splitCaption(leaf), copies: 1 }];
}

/** The blocks of an element that says it is not the article's text; null for any other, and for one that says so of the article itself. */
export function readPart(node: HtmlNode, around: Around, inside: () => readonly Block[]): readonly Block[] | null {
  const part = findPart(node);
  if (part === null) return null;
  const words = countProse(node, Math.max(...Object.values(PROSE_WORDS)));
  if (part === 'caption') return words <= PROSE_WORDS.caption ? readCaption(node, around) : null;
  if (part === 'byline' || part === 'dateline') {
    const leaf = words <= PROSE_WORDS.line && elementsNamed(node, ['img', 'figure', 'ul', 'ol']).length === 0 ? readLeaf(node, around) : null;
    return leaf && countWords(leaf.text) <= PROSE_WORDS.line ? [{ kind: part, leaf }] : null;
  }
  const blocks = words <= PROSE_WORDS.aside ? inside() : [];
  return blocks.length > 0 ? [{ kind: 'aside', id: '', reason: part, blocks }] : null;
}
