import { z } from 'zod';
import { articleIdSchema } from '../base/ids.ts';
import { languages } from '../base/language.ts';
import { isShortcut } from '../base/shortcut.ts';
import { normaliseLine } from '../base/text.ts';
import { COLOUR_NAME_LENGTH_LIMIT, colourSchema } from '../highlight/colour.ts';
import { columnNames, columnsSchema, defaultColumns } from './columns.ts';

/** A record of which each entry is taken or left out by itself: one bad entry loses no other. */
function eachGood<Value>(parse: (value: unknown) => Value | undefined) {
  return z.record(z.string(), z.unknown()).transform((record): Readonly<Record<string, Value>> => Object.fromEntries(Object.entries(record).slice(0, 1_000).flatMap(([name, value]) => {
    const parsed = parse(value);
    return parsed === undefined ? [] : [[name, parsed]];
  })));
}

const parseShortcut = (value: unknown): string | null | undefined => (value === null || (typeof value === 'string' && isShortcut(value)) ? value : undefined);
const parseColourName = (value: unknown): string | undefined => (typeof value === 'string' ? normaliseLine(value).slice(0, COLOUR_NAME_LENGTH_LIMIT) || undefined : undefined);

const fields = {
  language: z.enum(['system', ...languages]),
  theme: z.enum(['system', 'light', 'sepia', 'night', 'contrast']),
  typeface: z.enum(['serif', 'sans', 'legible']),
  textSize: z.int().min(14).max(30),
  lineHeight: z.number().min(1.2).max(2.2),
  measure: z.int().min(420).max(980),
  paragraphSpacing: z.number().min(0.3).max(2),
  isJustified: z.boolean(),
  isHyphenated: z.boolean(),
  speechRate: z.number().min(0.5).max(3),
  speechVoice: z.string().max(300).nullable(),
  notesArrangement: z.enum(['beside', 'in-order', 'by-tag']),
  sidebarWidth: z.int().min(180).max(480),
  notesWidth: z.int().min(260).max(640),
  highlightColour: colourSchema,
  openArticle: articleIdSchema.nullable(),
  sortBy: z.enum(columnNames),
  isSortReversed: z.boolean(),
  columns: columnsSchema,
  singleKeys: z.boolean(),
  shortcuts: eachGood(parseShortcut),
  colourNames: eachGood(parseColourName),
  dailyBackup: z.boolean(),
};

export const settingsSchema = z.object(fields);
/** What a window may change. None of it is a path: a folder is chosen in the system's dialog. */
export const settingsChangeSchema = settingsSchema.partial();

/**
 * How the app looks and what was open, kept with the library so that every door shows the same.
 * Lengths are CSS pixels, except `paragraphSpacing`, which counts in text sizes; `speechRate` is 1 for a voice's own pace,
 * `speechVoice` the platform's name of one, null for its usual; `singleKeys` turns shortcuts of a single letter on.
 * `isSortReversed` sorts the other way round from what is usual for `sortBy`: words from A to Z, dates and numbers
 * from the latest and the most.
 * `shortcuts` are those that the user changed, by command; null: none. `colourNames` are what the user calls the colours.
 */
export type Settings = Readonly<z.infer<typeof settingsSchema>>;
export type SettingsChange = Readonly<z.infer<typeof settingsChangeSchema>>;
/** A change of any setting, by Lectern itself. */
export type AnySettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

export const defaultSettings: Settings = {
  language: 'system', theme: 'system', typeface: 'serif', textSize: 19, lineHeight: 1.62, measure: 660, paragraphSpacing: 1.05, isJustified: false, isHyphenated: false,
  speechRate: 1, speechVoice: null, notesArrangement: 'beside', sidebarWidth: 264, notesWidth: 396,
  highlightColour: 'yellow', openArticle: null, sortBy: 'imported', isSortReversed: false, columns: [...defaultColumns], singleKeys: true, shortcuts: {}, colourNames: {}, dailyBackup: true,
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
