import type { ArticleId, TagId } from '../base/ids.ts';
import { isToReview } from '../highlight/highlight.ts';
import type { Article, Status } from './article.ts';
import { libraryHrefsIn } from './library-link.ts';

/** What the library list shows of an article. */
export type ArticleSummary = {
  readonly id: ArticleId;
  readonly title: string;
  readonly label: string | null;
  readonly byline: string | null;
  readonly source: string | null;
  readonly url: string | null;
  /** The beginning of the SHA-256 of what it came in as: enough to know it again. */
  readonly original: string;
  readonly published: string | null;
  readonly language: string | null;
  readonly direction: 'ltr' | 'rtl';
  readonly importedAt: string;
  readonly changedAt: string;
  readonly status: Status;
  readonly progress: number;
  readonly wordCount: number;
  readonly highlightCount: number;
  readonly noteCount: number;
  /** How many highlights wait for somebody to settle their place. */
  readonly reviewCount: number;
  /** Each tag of the article's highlights, and on how many of them it is. */
  readonly tags: Readonly<Record<TagId, number>>;
  readonly binnedAt: string | null;
  /** Where links in its notes and its summary lead in the library, as addresses. */
  readonly links: readonly string[];
};

const MARK_LENGTH = 12;

/** As much of an original's hash as a summary has. */
export const originalMark = (sha256: string): string => sha256.slice(0, MARK_LENGTH);

export function summariseArticle(article: Article): ArticleSummary {
  const tags: Record<TagId, number> = {};
  for (const id of article.highlights.flatMap((highlight) => highlight.tags)) tags[id] = (tags[id] ?? 0) + 1;
  const { id, title, label, byline, source, url, published, language, direction, importedAt, changedAt, status, progress, wordCount, binnedAt } = article;
  return {
    id, title, label, byline, source, url, original: originalMark(article.original.sha256), published, language, direction, importedAt, changedAt, status, progress, wordCount, binnedAt, tags,
    highlightCount: article.highlights.length,
    noteCount: article.highlights.filter((highlight) => highlight.note.trim() !== '').length,
    reviewCount: article.highlights.filter(isToReview).length,
    links: libraryHrefsIn([article.summary, ...article.highlights.map((highlight) => highlight.note)].join('\n')),
  };
}

const WORDS_PER_MINUTE = 230;

/** Minutes to read so many words, at least one. */
export function readingMinutes(wordCount: number): number {
  return Math.max(1, Math.round(wordCount / WORDS_PER_MINUTE));
}

/** Minutes left of an article that is read so far, rounded; 0 is less than a minute. */
export function minutesLeft(wordCount: number, progress: number): number {
  return Math.round((wordCount * (1 - progress)) / WORDS_PER_MINUTE);
}
