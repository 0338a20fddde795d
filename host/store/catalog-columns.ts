import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import type { Entries, Entry } from './catalog-file.ts';

/** What almost every article has of its own; of all else many have the same. */
type OwnField = 'title' | 'url' | 'original' | 'importedAt' | 'changedAt' | 'progress' | 'wordCount' | 'highlightCount' | 'noteCount';
type SharedField = Exclude<keyof ArticleSummary, OwnField | 'id'>;

/** Each value once, and for every row where its value stands among them. */
type SharedColumn<V> = { readonly values: readonly V[]; readonly at: readonly number[] };

/**
 * A catalog's entries, column by column. JSON.parse makes a few long strings and arrays of numbers of them, in place of
 * thousands of small objects whose keys it would read again and again: that is two fifths of the time.
 */
type Columns = { readonly id: string; readonly stamp: string; readonly sha256: string } & { readonly [Field in OwnField]: readonly ArticleSummary[Field][] } & {
  readonly [Field in SharedField]: SharedColumn<ArticleSummary[Field]>;
};

/** Neither ids nor stamps nor hashes hold one. */
const SEPARATOR = ',';

function shareValues<V>(rows: readonly V[]): SharedColumn<V> {
  const places = new Map<unknown, number>();
  const values: V[] = [];
  const at = rows.map((value) => {
    const key = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, values.length);
    return values.push(value) - 1;
  });
  return { values, at };
}

/** Entries as text. */
export function spellEntries(entries: Entries): string {
  const rows = [...entries.values()];
  const joined = (each: (entry: Entry) => string): string => rows.map(each).join(SEPARATOR);
  const own = <Field extends OwnField>(field: Field) => rows.map(({ summary }) => summary[field]);
  const shared = <Field extends SharedField>(field: Field) => shareValues(rows.map(({ summary }) => summary[field]));
  const columns: Columns = {
    id: joined(({ summary }) => summary.id), stamp: joined(({ stamp }) => stamp), sha256: joined(({ sha256 }) => sha256),
    title: own('title'), url: own('url'), original: own('original'), importedAt: own('importedAt'), changedAt: own('changedAt'), progress: own('progress'), wordCount: own('wordCount'), highlightCount: own('highlightCount'), noteCount: own('noteCount'),
    label: shared('label'), byline: shared('byline'), source: shared('source'), published: shared('published'), language: shared('language'), direction: shared('direction'),
    status: shared('status'), reviewCount: shared('reviewCount'), binnedAt: shared('binnedAt'), tags: shared('tags'), links: shared('links'),
  };
  return JSON.stringify(columns);
}

/** Rows are made of columns of one length, so there is a value in each. */
const parsedAt = <V>(column: readonly V[], row: number): V => column[row] as V;
const sharedAt = <V>(column: SharedColumn<V>, row: number): V => parsedAt(column.values, parsedAt(column.at, row));

/** A summary is spelled out, not put together field by field: so the engine gives all of them one shape at once. */
const summaryAt = (columns: Columns, id: ArticleId, row: number): ArticleSummary => ({
  id, title: parsedAt(columns.title, row), label: sharedAt(columns.label, row), byline: sharedAt(columns.byline, row), source: sharedAt(columns.source, row),
  url: parsedAt(columns.url, row), original: parsedAt(columns.original, row), published: sharedAt(columns.published, row), language: sharedAt(columns.language, row), direction: sharedAt(columns.direction, row),
  importedAt: parsedAt(columns.importedAt, row), changedAt: parsedAt(columns.changedAt, row), status: sharedAt(columns.status, row), progress: parsedAt(columns.progress, row),
  wordCount: parsedAt(columns.wordCount, row), binnedAt: sharedAt(columns.binnedAt, row), tags: sharedAt(columns.tags, row),
  highlightCount: parsedAt(columns.highlightCount, row), noteCount: parsedAt(columns.noteCount, row), reviewCount: sharedAt(columns.reviewCount, row), links: sharedAt(columns.links, row),
});

/** The entries in text that `spellEntries` has made; whoever calls has seen that it is the same still. */
export function parseEntries(text: string): Entries {
  const columns = JSON.parse(text) as Columns;
  const entries: Entries = new Map();
  if (columns.id === '') return entries;
  const [stamps, hashes] = [columns.stamp.split(SEPARATOR), columns.sha256.split(SEPARATOR)];
  const ids = columns.id.split(SEPARATOR) as ArticleId[];
  for (let row = 0; row < ids.length; row += 1) {
    const id = parsedAt(ids, row);
    entries.set(id, { summary: summaryAt(columns, id, row), stamp: parsedAt(stamps, row), sha256: parsedAt(hashes, row) });
  }
  return entries;
}
