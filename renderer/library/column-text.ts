import { type ArticleSummary, readingMinutes } from '../../core/article/summary.ts';
import type { ColumnName } from '../../core/library/columns.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { formatDate, formatNumber } from '../text/format.ts';
import { libraryMessages, statusNames } from '../text/library-messages.ts';

/** The tags of an article that the codebook has, in its order. */
export function tagsOf(article: ArticleSummary, tags: readonly Tag[]): readonly Tag[] {
  return tags.filter((tag) => (article.tags[tag.id] ?? 0) > 0);
}

/** What a column says of an article; empty where nothing is known. */
export function columnText(article: ArticleSummary, name: ColumnName, tags: readonly Tag[]): string {
  switch (name) {
    case 'title': return article.title;
    case 'byline': return article.byline ?? '';
    case 'source': return article.source ?? '';
    case 'published': return article.published === null ? '' : formatDate(article.published);
    case 'imported': return formatDate(article.importedAt);
    case 'changed': return formatDate(article.changedAt);
    case 'status': return statusNames[article.status];
    case 'progress': return libraryMessages.read(article.progress);
    case 'words': return libraryMessages.wordsAndMinutes(article.wordCount, readingMinutes(article.wordCount));
    case 'highlights': return article.highlightCount === 0 ? '' : formatNumber(article.highlightCount);
    case 'notes': return article.noteCount === 0 ? '' : formatNumber(article.noteCount);
    case 'reviews': return article.reviewCount === 0 ? '' : formatNumber(article.reviewCount);
    case 'tags': return tagsOf(article, tags).map((tag) => tag.name).join(', ');
  }
}
