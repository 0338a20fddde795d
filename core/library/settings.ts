import { z } from 'zod';
import { articleIdSchema } from '../base/ids.ts';
import { colourSchema } from '../highlight/colour.ts';
import { columnNames, columnsSchema, defaultColumns } from './columns.ts';

const fields = {
  theme: z.enum(['system', 'light', 'sepia', 'night']),
  textSize: z.int().min(14).max(30),
  lineHeight: z.number().min(1.2).max(2.2),
  measure: z.int().min(420).max(980),
  notesArrangement: z.enum(['in-order', 'by-tag']),
  sidebarWidth: z.int().min(180).max(480),
  notesWidth: z.int().min(260).max(640),
  highlightColour: colourSchema,
  openArticle: articleIdSchema.nullable(),
  sortBy: z.enum(columnNames),
  isSortReversed: z.boolean(),
  columns: columnsSchema,
  singleKeys: z.boolean(),
};

export const settingsSchema = z.object(fields);
export const settingsChangeSchema = settingsSchema.partial();

/**
 * How the app looks and what was open, kept with the library so that every door shows the same.
 * Lengths are CSS pixels; `singleKeys` turns shortcuts of a single letter on. `isSortReversed` sorts the other way
 * round from what is usual for `sortBy`: words from A to Z, dates and numbers from the latest and the most.
 */
export type Settings = Readonly<z.infer<typeof settingsSchema>>;
export type SettingsChange = Readonly<z.infer<typeof settingsChangeSchema>>;

export const defaultSettings: Settings = {
  theme: 'system', textSize: 19, lineHeight: 1.62, measure: 660, notesArrangement: 'in-order', sidebarWidth: 264, notesWidth: 396,
  highlightColour: 'yellow', openArticle: null, sortBy: 'imported', isSortReversed: false, columns: [...defaultColumns], singleKeys: true,
};

/** Takes each setting that is valid and the default for each that is not: a bad setting never stops the app. */
export function parseSettings(raw: unknown): Settings {
  if (typeof raw !== 'object' || raw === null) return defaultSettings;
  const good = Object.entries(fields).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(Object.getOwnPropertyDescriptor(raw, name)?.value);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { ...defaultSettings, ...Object.fromEntries(good) };
}
