import type { Status } from '../../article/article.ts';
import type { Block } from '../../article/blocks.ts';
import type { Colour } from '../../highlight/colour.ts';
import { type FoundDetails, type FoundHighlight, nothingFound } from '../found-article.ts';

/**
 * An article as another program knows it, and what was highlighted in it there. `text` is null where the program's export has none.
 * `note` is what was noted on the whole of it, `shelves` are names of what it was sorted under; `savedAt` is UTC in ISO 8601.
 */
export type Reading = {
  readonly found: FoundDetails;
  readonly text: readonly Block[] | null;
  readonly highlights: readonly FoundHighlight[];
  readonly note: string;
  readonly shelves: readonly string[];
  readonly status: Status | null;
  readonly savedAt: string | null;
  /** The id that the article has in a library of Lectern's; null for one from elsewhere. */
  readonly lecternId: string | null;
};

/** A code of another program's codebook. `parent` is a name. */
export type FoundTag = { readonly name: string; readonly definition: string; readonly colour: Colour | null; readonly parent: string | null };

/** What the original of an article is said to be that came out of another program's export. */
export const READINGS_TYPE = 'application/x-lectern-readings';

/** The programs whose exports are known, by the names that a user is told. */
export const readingFormats = {
  'readwise-csv': 'Readwise (CSV)', 'readwise-json': 'Readwise (JSON)', 'readwise-reader': 'Readwise Reader (CSV)', kindle: 'Kindle clippings', hypothesis: 'Hypothesis (JSON)', 'hypothesis-csv': 'Hypothesis (CSV)', zotero: 'Zotero note',
  omnivore: 'Omnivore', pocket: 'Pocket', instapaper: 'Instapaper', annotator: 'Obsidian Annotator', 'taguette-codebook': 'Taguette codebook', 'refi-qda-codebook': 'REFI-QDA codebook', 'web-annotation': 'W3C Web Annotation', 'lectern-markdown': 'Lectern’s own Markdown',
} as const;
export type ReadingFormat = keyof typeof readingFormats;

/** What an export of another program holds. `unread` are the parts that could not be read, as they stand there, shortened. */
export type Readings = { readonly format: ReadingFormat; readonly readings: readonly Reading[]; readonly tags: readonly FoundTag[]; readonly unread: readonly string[] };

export const emptyReading: Reading = { found: nothingFound, text: null, highlights: [], note: '', shelves: [], status: null, savedAt: null, lecternId: null };
export const emptyHighlight: FoundHighlight = { quote: '', prefix: '', suffix: '', offset: null, colour: null, note: '', tags: [], createdAt: null };

/** Gathers what belongs to one article, by a key of its own, in the order in which articles are met. */
export function gather<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  return [...Map.groupBy(items, keyOf).values()];
}

/** A point in time as UTC in ISO 8601: ISO itself, with a space for the T too, or seconds since 1970; null for what is none. */
export function timeOf(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  const isSeconds = typeof value === 'number' || /^\d{9,11}$/.test(value);
  const text = String(value).trim().replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/, '$1T$2');
  const date = new Date(isSeconds ? Number(value) * 1_000 : /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1970 || date.getUTCFullYear() > 9_999 ? null : date.toISOString();
}
