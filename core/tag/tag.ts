import { z } from 'zod';
import { type TagId, tagIdSchema } from '../base/ids.ts';
import type { Known } from '../base/known.ts';
import { findById, findByName, keptNameSchema, NAME_LENGTH_LIMIT, withRecord } from '../base/named-record.ts';
import { type Revisions, revisionsSchema } from '../base/register.ts';
import { foldText, normaliseLine } from '../base/text.ts';
import { compareNames } from '../base/language.ts';
import { type Colour, colourSchema, colours } from '../highlight/colour.ts';

export const tagSchema = z.looseObject({
  id: tagIdSchema,
  name: keptNameSchema,
  colour: colourSchema,
  definition: z.string(),
  createdAt: z.iso.datetime(),
});

/** An entry of the codebook. Highlights refer to it by id, so a rename is one write. */
export type Tag = Readonly<Known<z.infer<typeof tagSchema>>>;

export const codebookSchema = z.looseObject({ tags: z.array(tagSchema), removed: z.array(tagSchema).optional(), revisions: revisionsSchema.optional() });

/** All tags of a library, in the order they were made. No two names are equal when case and diacritics are folded. `removed` and `revisions` are the store's. */
export type Codebook = { readonly tags: readonly Tag[]; readonly removed?: readonly Tag[] | undefined; readonly revisions?: Revisions | undefined };

export const emptyCodebook: Codebook = { tags: [] };

/** Makes a tag; its colour is the one that the codebook uses least. */
export function createTag(name: string, codebook: Codebook, made: { id: TagId; now: string }): Tag {
  const uses = (colour: Colour) => codebook.tags.filter((tag) => tag.colour === colour).length;
  const offered: readonly Colour[] = ['blue', 'red', 'green', 'yellow', 'purple', 'orange', 'magenta', 'grey'];
  const colour = offered.reduce((best, candidate) => (uses(candidate) < uses(best) ? candidate : best), offered[0] ?? colours[0]);
  return { id: made.id, name: normaliseLine(name).slice(0, NAME_LENGTH_LIMIT), colour, definition: '', createdAt: made.now };
}

const STAND_IN = 'recovered tag';
const STAND_IN_PATTERN = new RegExp(`^${STAND_IN} \\d+( \\(\\d+\\))?$`);

/** An entry for a tag of which nothing but its id is known. */
export function createStandIn(codebook: Codebook, made: { id: TagId; now: string }): Tag {
  let number = 1;
  while (findTagByName(codebook, `${STAND_IN} ${number}`)) number += 1;
  return createTag(`${STAND_IN} ${number}`, codebook, made);
}

/** True for the name of an entry that stands in for one which could not be read. */
export const isStandInName = (name: string): boolean => STAND_IN_PATTERN.test(name);

/** The codebook with a tag, new or in place of the one with its id. */
export function withTag(codebook: Codebook, tag: Tag): Codebook {
  return { ...codebook, tags: withRecord(codebook.tags, tag) };
}

/** The tag of that name, case and diacritics folded; null when the codebook has none. */
export function findTagByName(codebook: Codebook, name: string): Tag | null {
  return findByName(codebook.tags, name);
}

export function findTag(codebook: Codebook, id: TagId): Tag | null {
  return findById(codebook.tags, id);
}

/** Tags whose name holds what was typed, those that begin with it first, then by use. */
export function completeTag(codebook: Codebook, typed: string, useOf: (id: TagId) => number): readonly Tag[] {
  const wanted = foldText(normaliseLine(typed));
  return codebook.tags
    .map((tag) => ({ tag, at: foldText(tag.name).indexOf(wanted) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => Number(a.at !== 0) - Number(b.at !== 0) || useOf(b.tag.id) - useOf(a.tag.id) || compareNames(a.tag.name, b.tag.name))
    .map(({ tag }) => tag);
}
