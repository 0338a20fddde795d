import { z } from 'zod';

/** The colours of highlights and tags, by the names that Zotero gives its eight, in its order: key 1 is the first. */
export const colours = ['yellow', 'red', 'green', 'blue', 'purple', 'magenta', 'orange', 'grey'] as const;

export const colourSchema = z.enum(colours);
export type Colour = (typeof colours)[number];

/** What the user calls each colour ("disputed"), where it was given a name. */
export type ColourLegend = Readonly<Record<string, string>>;
export const COLOUR_NAME_LENGTH_LIMIT = 60;

/** A colour's own name, with the user's in brackets. */
export function nameColour(own: string, given: string | undefined): string {
  return given === undefined ? own : `${own} (${given})`;
}

/** A colour as a document has it: one of another program, or of a later Lectern, is kept as it is. */
export const storedColourSchema = z.string().min(1).max(100);
export type StoredColour = z.infer<typeof storedColourSchema>;

/** The colour that a highlight is shown in. One that nobody here knows is grey. */
export function shownColour(stored: StoredColour): Colour {
  return colours.find((colour) => colour === stored) ?? 'grey';
}
