import type { Article } from '../article/article.ts';
import type { ArticleSummary } from '../article/summary.ts';
import type { ArticleId } from '../base/ids.ts';
import { foldName } from '../base/named-record.ts';
import { type Result, succeed } from '../base/result.ts';
import { foldText, normaliseLine } from '../base/text.ts';
import { NOTE_LENGTH_LIMIT } from '../highlight/highlight.ts';
import type { FoundHighlight } from '../import/found-article.ts';
import type { Reading, ReadingFormat, Readings } from '../import/readings/reading.ts';
import { makeMatcher } from './match-readings.ts';
import type { LibraryStore } from './ports.ts';

/** What would come of one reading. `article` is the one in the library that it is of, null where it would be a new one; `known` counts highlights that are there already; `hasNewNote` says that its note would be put into the summary of an article that is there. */
export type PlannedReading = {
  readonly title: string | null;
  readonly byline: string | null;
  readonly url: string | null;
  readonly article: { readonly id: ArticleId; readonly title: string } | null;
  readonly hasText: boolean;
  readonly highlights: number;
  readonly known: number;
  readonly hasNewNote: boolean;
};

/** What an export of another program would bring, before anything is changed. `unread` are pieces that could not be read. */
export type ReadingsPlan = { readonly id: string; readonly name: string; readonly format: ReadingFormat; readonly readings: readonly PlannedReading[]; readonly newTags: readonly string[]; readonly unread: readonly string[] };

const UNREAD_LENGTH = 200;
const quoteKey = (quote: string) => foldText(normaliseLine(quote)).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** The highlights of a reading that an article has not got: its words are not highlighted there yet. */
export function newHighlights(reading: Reading, article: Article | null): readonly FoundHighlight[] {
  const known = new Set((article?.highlights ?? []).flatMap(({ anchor, review }) => [anchor.exact, review?.before?.exact ?? anchor.exact]).map(quoteKey));
  return reading.highlights.filter(({ quote }) => {
    const key = quoteKey(quote);
    // The same words twice in one export are one highlight, unless they are only signs.
    const isNew = key === '' || !known.has(key);
    known.add(key);
    return isNew;
  });
}

/** The summary with what was noted elsewhere behind it, where it isn't there already. */
export function withNote(summary: string, note: string): string {
  const joined = summary.includes(note) ? summary : [summary, note].filter((part) => part.trim() !== '').join('\n\n');
  return joined.length > NOTE_LENGTH_LIMIT ? summary : joined;
}

/** The article that a reading is of, as it is now; null for a new one, and where its document can't be read. */
export async function matchedArticle(store: LibraryStore, match: (reading: Reading) => ArticleSummary | null, reading: Reading): Promise<Article | null> {
  const summary = match(reading);
  const article = summary ? await store.readArticle(summary.id) : null;
  return article?.ok ? article.value : null;
}

/** Looks what readings would bring to a library. */
export async function planReadings(store: LibraryStore, { format, readings, tags, unread }: Readings, { id, name }: { id: string; name: string }): Promise<Result<ReadingsPlan>> {
  const codebook = await store.readCodebook();
  if (!codebook.ok) return codebook;
  const match = makeMatcher((await store.listSummaries()).summaries);
  const planned: PlannedReading[] = [];
  for (const reading of readings) {
    const article = await matchedArticle(store, match, reading);
    const fresh = newHighlights(reading, article).length;
    planned.push({
      title: reading.found.title, byline: reading.found.byline, url: reading.found.url, article: article && { id: article.id, title: article.title },
      hasText: reading.text !== null, highlights: fresh, known: reading.highlights.length - fresh, hasNewNote: article !== null && withNote(article.summary, reading.note) !== article.summary,
    });
  }
  const known = new Set(codebook.value.tags.map((tag) => foldName(tag.name)));
  const names = [...tags.map((tag) => tag.name), ...readings.flatMap(({ highlights }) => highlights.flatMap((each) => each.tags))];
  const newTags = [...new Map(names.map((tag) => [foldName(tag), normaliseLine(tag)])).entries()].filter(([key]) => key !== '' && !known.has(key)).map(([, tag]) => tag);
  return succeed({ id, name, format, readings: planned, newTags, unread: unread.map((part) => (part.length > UNREAD_LENGTH ? `${part.slice(0, UNREAD_LENGTH)}…` : part)) });
}

/** How much a plan would bring, but for the readings of those indexes. */
export function countPlan({ readings, newTags, unread }: ReadingsPlan, skipped: ReadonlySet<number> = new Set()) {
  const wanted = readings.filter((_, index) => !skipped.has(index));
  return {
    newArticles: wanted.filter(({ article }) => article === null).length, knownArticles: wanted.filter(({ article }) => article !== null).length,
    highlights: wanted.reduce((sum, { highlights }) => sum + highlights, 0), known: wanted.reduce((sum, { known }) => sum + known, 0), notes: wanted.filter(({ hasNewNote }) => hasNewNote).length, newTags: newTags.length, unread: unread.length,
  };
}

/** False for a plan that would change nothing. */
export function bringsAnything({ newArticles, highlights, notes, newTags }: ReturnType<typeof countPlan>): boolean {
  return newArticles + highlights + notes + newTags > 0;
}
