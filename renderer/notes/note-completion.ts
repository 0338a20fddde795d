import type { Article } from '../../core/article/article.ts';
import { libraryMarkdown, type LibraryLink } from '../../core/article/library-link.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import { foldText, shorten } from '../../core/base/text.ts';
import type { Tag } from '../../core/tag/tag.ts';
import type { Replacement } from './markdown-typing.ts';

/** What is being completed before the caret: `[[` begins a link into the library, `#` a tag. `start` is where its sign stands. */
export type Completing = { readonly kind: 'link' | 'tag'; readonly start: number; readonly query: string };

/** Something that can be put in its place. */
export type Completion =
  | { readonly kind: 'link'; readonly label: string; /** The article that a highlight is of; null for an article. */ readonly of: string | null; readonly link: LibraryLink }
  | { readonly kind: 'tag'; readonly tag: Tag; readonly slug: string };

const MOST = 8;
const LABEL_LENGTH = 80;
const LINK = /\[\[([^[\]\n]{0,120})$/;
const TAG = /(?:^|[\s([{])#([\p{L}\p{N}\p{M}_/-]{0,60})$/u;

/** What is being completed where the caret stands; null when nothing is. */
export function findCompleting(text: string, caret: number): Completing | null {
  const before = text.slice(Math.max(0, caret - 200), caret);
  const link = LINK.exec(before)?.[1];
  if (link !== undefined) return { kind: 'link', start: caret - link.length - 2, query: link };
  const tag = TAG.exec(before)?.[1];
  // A bare "#" begins a heading more often than a tag.
  return tag === undefined || tag === '' ? null : { kind: 'tag', start: caret - tag.length - 1, query: tag };
}

/** Those whose text has every word of the query, those that begin with it first. */
function matching<Item>(items: readonly Item[], query: string, textOf: (item: Item) => string): readonly Item[] {
  const folded = foldText(query).trim();
  const words = folded.split(/\s+/);
  return items
    .map((item) => ({ item, text: foldText(textOf(item)) }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .sort((a, b) => Number(b.text.startsWith(folded)) - Number(a.text.startsWith(folded)))
    .map(({ item }) => item);
}

/** The article whose title stands before a "#" in the query: its highlights are asked for. */
export function articleAsked(query: string, articles: readonly ArticleSummary[]): ArticleSummary | null {
  const [title, rest] = [query.slice(0, query.lastIndexOf('#')), query.lastIndexOf('#')];
  return rest <= 0 ? null : (matching(articles, title, (article) => article.title)[0] ?? null);
}

type Linkable = { readonly articles: readonly ArticleSummary[]; /** An article whose highlights can be linked to. */ readonly highlighted: Pick<Article, 'id' | 'title' | 'highlights'> | null };

/** Articles by their title, and highlights by their words: those of `highlighted` alone where the query names it with a "#". */
export function completeLink(query: string, { articles, highlighted }: Linkable): readonly Completion[] {
  const hash = query.lastIndexOf('#');
  const quotes = highlighted === null ? [] : matching(highlighted.highlights, query.slice(hash + 1), ({ anchor }) => anchor.exact).map(({ id, anchor }): Completion => (
    { kind: 'link', label: shorten(anchor.exact, LABEL_LENGTH), of: highlighted.title, link: { articleId: highlighted.id, highlightId: id } }));
  if (hash > 0) return quotes.slice(0, MOST);
  const titles = matching(articles.filter(({ binnedAt }) => binnedAt === null), query, ({ title }) => title).map(({ id, title }): Completion => ({ kind: 'link', label: shorten(title, LABEL_LENGTH), of: null, link: { articleId: id, highlightId: null } }));
  return [...titles.slice(0, MOST / 2), ...quotes].slice(0, MOST);
}

/** Tags by name or slug. */
export function completeTags(query: string, tags: readonly Tag[], slugs: ReadonlyMap<Tag['id'], string>): readonly Completion[] {
  const slugOf = ({ id }: Tag) => slugs.get(id) ?? '';
  return matching(tags, query.replaceAll('-', ' '), (tag) => `${tag.name} ${slugOf(tag)}`).slice(0, MOST).map((tag) => ({ kind: 'tag', tag, slug: slugOf(tag) }));
}

/** What taking a completion types. */
export function takeCompletion(completion: Completion, { start }: Completing, caret: number): Replacement {
  const text = completion.kind === 'tag' ? `#${completion.slug} ` : `${libraryMarkdown(completion.label, completion.link)} `;
  return { start, end: caret, text, selection: { start: start + text.length, end: start + text.length } };
}
