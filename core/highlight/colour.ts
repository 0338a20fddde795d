import { z } from 'zod';

/** The colours of highlights and tags, by the names that Zotero gives its eight, in its order: key 1 is the first. */
export const colours = ['yellow', 'red', 'green', 'blue', 'purple', 'magenta', 'orange', 'grey'] as const;

export const colourSchema = z.enum(colours);
export type Colour = (typeof colours)[number];
