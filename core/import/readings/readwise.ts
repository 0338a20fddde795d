import { z } from 'zod';
import { type Colour, colours } from '../../highlight/colour.ts';
import { nearestToCss } from '../../highlight/nearest-colour.ts';
import { isSafeLink } from '../../article/blocks.ts';
import { type FoundHighlight, nothingFound } from '../found-article.ts';
import { emptyHighlight, emptyReading, gather, type Reading, timeOf } from './reading.ts';

/** A row of a table, by the names of its columns in lower case. */
export type Row = Readonly<Record<string, string>>;

/** Names that programs give colours of ours. */
const others: Readonly<Record<string, Colour>> = { pink: 'magenta', gray: 'grey', violet: 'purple', cyan: 'blue' };
const colourOf = (name: string): Colour | null => colours.find((colour) => colour === name.toLowerCase()) ?? others[name.toLowerCase()] ?? nearestToCss(name);

const linkOf = (text: string | null | undefined) => (text && isSafeLink(text) ? text : null);
const listOf = (text: string) => text.split(',').map((each) => each.trim()).filter((each) => each !== '');
/** Readwise keeps marks of its own among the tags: ".favorite", ".h1". */
const isOwnMark = (tag: string) => tag.startsWith('.');
/** "['a', 'b']", as Python writes a list. */
const pythonList = (text: string) => [...text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map(([, single, double]) => (single ?? double ?? '').replace(/\\(.)/g, '$1'));

/** True for the table of highlights that Readwise exports, and the simpler one that it takes. */
export const isReadwiseTable = (columns: readonly string[]) => columns.includes('highlight') && (columns.includes('book title') || columns.includes('title'));

/** Readwise's table of highlights: a row for each. */
export function fromReadwiseTable(rows: readonly Row[]): readonly Reading[] {
  const titleOf = (row: Row) => row['book title'] ?? row['title'] ?? '';
  const authorOf = (row: Row) => row['book author'] ?? row['author'] ?? '';
  return gather(rows.filter((row) => (row['highlight'] ?? '') !== '' || titleOf(row) !== ''), (row) => JSON.stringify([titleOf(row), authorOf(row), row['url'] ?? ''])).map((own): Reading => {
    const [first = {}] = own;
    return {
      ...emptyReading,
      found: { ...nothingFound, title: titleOf(first) || null, byline: authorOf(first) || null, url: linkOf(first['url']) },
      shelves: [...new Set(own.flatMap((row) => listOf(row['document tags'] ?? '')))],
      highlights: own.filter((row) => (row['highlight'] ?? '') !== '').map((row): FoundHighlight => ({
        ...emptyHighlight, quote: row['highlight'] ?? '', note: row['note'] ?? '', colour: row['color'] ? colourOf(row['color']) : null,
        tags: listOf(row['tags'] ?? '').filter((tag) => !isOwnMark(tag)), createdAt: timeOf(row['highlighted at'] ?? row['date']),
      })),
    };
  });
}

/** True for the table of everything saved that Readwise Reader exports. */
export const isReaderTable = (columns: readonly string[]) => columns.includes('document tags') && columns.includes('saved date') && columns.includes('reading progress');

const readerStatus = { archive: 'archive', later: 'inbox', new: 'inbox', shortlist: 'reading', feed: 'inbox' } as const;

/** Readwise Reader's table of documents, without their texts. */
export function fromReaderTable(rows: readonly Row[]): readonly Reading[] {
  return rows.filter((row) => row['title'] || row['url']).map((row): Reading => {
    const place = Object.entries(readerStatus).find(([name]) => name === row['location']);
    return { ...emptyReading, found: { ...nothingFound, title: row['title'] ?? null, url: linkOf(row['url']) }, shelves: pythonList(row['document tags'] ?? ''), status: place?.[1] ?? null, savedAt: timeOf(row['saved date']) };
  });
}

const text = z.string().nullish();
const tagsSchema = z.array(z.looseObject({ name: z.string() })).nullish();
const highlightSchema = z.looseObject({ text: z.string(), note: text, color: text, highlighted_at: text, created_at: text, tags: tagsSchema });
const bookSchema = z.looseObject({ title: text, readable_title: text, author: text, source_url: text, unique_url: text, document_note: text, summary: text, book_tags: tagsSchema, highlights: z.array(highlightSchema) });
const exportSchema = z.union([z.array(bookSchema), z.looseObject({ results: z.array(bookSchema) }).transform(({ results }) => results)]);

const tagNames = (tags: z.infer<typeof tagsSchema>) => (tags ?? []).map(({ name }) => name).filter((name) => !isOwnMark(name));

/** What Readwise's API exports, whole or a page of it; null for what is none. */
export function fromReadwiseJson(value: unknown): readonly Reading[] | null {
  const parsed = exportSchema.safeParse(value);
  if (!parsed.success || parsed.data.length === 0) return null;
  return parsed.data.map((book): Reading => ({
    ...emptyReading,
    found: { ...nothingFound, title: book.readable_title ?? book.title ?? null, byline: book.author ?? null, dek: book.summary ?? null, url: linkOf(book.source_url) ?? linkOf(book.unique_url) },
    note: book.document_note ?? '', shelves: tagNames(book.book_tags),
    highlights: book.highlights.filter((each) => each.text !== '').map((each): FoundHighlight => ({
      ...emptyHighlight, quote: each.text, note: each.note ?? '', colour: each.color ? colourOf(each.color) : null, tags: tagNames(each.tags), createdAt: timeOf(each.highlighted_at ?? each.created_at),
    })),
  }));
}
