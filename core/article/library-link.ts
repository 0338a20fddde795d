import { type ArticleId, articleIdSchema, type HighlightId, highlightIdSchema } from '../base/ids.ts';

/** Where a link inside the library leads: to an article, or to a highlight of it. */
export type LibraryLink = { readonly articleId: ArticleId; readonly highlightId: HighlightId | null };

const SCHEME = 'lectern:';
const HREF_IN_MARKDOWN = /\]\((lectern:[0-9a-z]{26}(?:\/[0-9a-z]{26})?)\)/g;

/** The address of a link inside the library, as it stands in a note. */
export const libraryHref = ({ articleId, highlightId }: LibraryLink): string => `${SCHEME}${articleId}${highlightId === null ? '' : `/${highlightId}`}`;

/** Where an address leads in the library; null for one that leads elsewhere. */
export function parseLibraryHref(href: string): LibraryLink | null {
  if (!href.startsWith(SCHEME)) return null;
  const [article, highlight, more] = href.slice(SCHEME.length).split('/');
  const articleId = articleIdSchema.safeParse(article);
  const highlightId = highlight === undefined ? null : highlightIdSchema.safeParse(highlight);
  if (!articleId.success || highlightId?.success === false || more !== undefined) return null;
  return { articleId: articleId.data, highlightId: highlightId?.data ?? null };
}

/** The addresses of all links into the library in a Markdown text, each once, in order. */
export function libraryHrefsIn(markdown: string): readonly string[] {
  return [...new Set(Array.from(markdown.matchAll(HREF_IN_MARKDOWN), ([, href]) => href ?? ''))].filter((href) => parseLibraryHref(href) !== null);
}

/** The text with each link into the library led elsewhere; one for which `toHref` answers null stays. */
export function redirectLibraryLinks(markdown: string, toHref: (link: LibraryLink) => string | null): string {
  return markdown.replace(HREF_IN_MARKDOWN, (whole: string, href: string) => {
    const link = parseLibraryHref(href);
    const other = link && toHref(link);
    return other === null ? whole : `](${other})`;
  });
}

/** A Markdown link into the library, whose text can't end it early. */
export function libraryMarkdown(text: string, link: LibraryLink): string {
  return `[${text.replace(/\s+/g, ' ').trim().replace(/[\\[\]`*_<>]/g, '\\$&')}](${libraryHref(link)})`;
}
