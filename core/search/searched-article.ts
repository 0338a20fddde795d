import type { Article } from '../article/article.ts';
import type { Content } from '../article/blocks.ts';
import { projectContent } from '../article/projection.ts';
import type { HighlightId } from '../base/ids.ts';
import type { SearchColumn } from './query.ts';

/** A text of an article that search looks into. What belongs to a highlight leads to it. */
export type SearchedText = { readonly column: SearchColumn; readonly text: string; readonly highlightId?: HighlightId };

/** The texts of an article, in the order in which hits in them are worth showing: what the reader wrote first. */
export function searchedTexts(article: Article, content: Content): readonly SearchedText[] {
  const { highlights, summary, title, dek, source, byline } = article;
  const { text } = projectContent(content);
  const one = (column: SearchColumn, value: string | null): readonly SearchedText[] => (value === null || value === '' ? [] : [{ column, text: value }]);
  return [
    ...one('title', title),
    ...highlights.flatMap(({ id, note }) => (note.trim() === '' ? [] : [{ column: 'notes', text: note, highlightId: id } as const])),
    ...one('summary', summary),
    ...highlights.map(({ id, anchor }) => ({ column: 'quotes', text: anchor.exact, highlightId: id }) as const),
    // A standfirst is in the text as a rule; one that only the details have is looked into with the source.
    ...one('text', text),
    ...one('source', dek !== null && !text.includes(dek) ? [source, dek].filter((part) => part !== null).join(' · ') : source),
    ...one('author', byline),
  ];
}
