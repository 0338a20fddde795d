import { z } from 'zod';

/** What the library list can show of an article and be sorted by. */
export const columnNames = ['title', 'byline', 'source', 'published', 'imported', 'changed', 'status', 'progress', 'words', 'highlights', 'notes', 'reviews', 'tags'] as const;
export type ColumnName = (typeof columnNames)[number];

export const MIN_COLUMN_WIDTH = 48;
export const MAX_COLUMN_WIDTH = 1_200;

const columnSchema = z.object({ name: z.enum(columnNames), width: z.int().min(MIN_COLUMN_WIDTH).max(MAX_COLUMN_WIDTH) });

/** The columns that the table shows, from left to right. The title is always one of them, and none is there twice. */
export const columnsSchema = z.array(columnSchema).refine((columns) => {
  const names = new Set(columns.map(({ name }) => name));
  return names.size === columns.length && names.has('title');
});

/** A column of the table; its width in CSS pixels. */
export type Column = Readonly<z.infer<typeof columnSchema>>;

export const defaultWidths: Readonly<Record<ColumnName, number>> = {
  title: 320, byline: 140, source: 130, published: 104, imported: 104, changed: 104, status: 84, progress: 92, words: 84, highlights: 92, notes: 72, reviews: 84, tags: 144,
};

const usual: readonly ColumnName[] = ['title', 'byline', 'source', 'published', 'imported', 'progress', 'highlights', 'tags'];

export const defaultColumns: readonly Column[] = usual.map((name) => ({ name, width: defaultWidths[name] }));
