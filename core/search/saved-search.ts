import { z } from 'zod';
import { type SearchId, searchIdSchema } from '../base/ids.ts';
import type { Known } from '../base/known.ts';
import { keptNameSchema, NAME_LENGTH_LIMIT } from '../base/named-record.ts';
import { type Revisions, revisionsSchema } from '../base/register.ts';
import { normaliseLine } from '../base/text.ts';
import { QUERY_LENGTH_LIMIT } from './query.ts';

export const savedSearchSchema = z.looseObject({
  id: searchIdSchema,
  name: keptNameSchema,
  query: z.string().min(1).max(QUERY_LENGTH_LIMIT),
  createdAt: z.iso.datetime(),
});

/** A query under a name, as it was written. What it finds is found anew each time. */
export type SavedSearch = Readonly<Known<z.infer<typeof savedSearchSchema>>>;

export const savedSearchesSchema = z.looseObject({ searches: z.array(savedSearchSchema), removed: z.array(savedSearchSchema).optional(), revisions: revisionsSchema.optional() });

/** All saved searches of a library, in the order they were made; no two have one name. `removed` and `revisions` are the store's. */
export type SavedSearches = { readonly searches: readonly SavedSearch[]; readonly removed?: readonly SavedSearch[] | undefined; readonly revisions?: Revisions | undefined };

export const noSearches: SavedSearches = { searches: [] };

export function createSavedSearch({ name, query }: Pick<SavedSearch, 'name' | 'query'>, made: { id: SearchId; now: string }): SavedSearch {
  return { id: made.id, name: normaliseLine(name).slice(0, NAME_LENGTH_LIMIT), query: query.trim(), createdAt: made.now };
}
