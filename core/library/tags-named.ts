import type { TagId } from '../base/ids.ts';
import { nameSchema } from '../base/named-record.ts';
import { type Result, succeed } from '../base/result.ts';
import { createTag, findTagByName, type Tag, withTag } from '../tag/tag.ts';
import type { LibraryStore } from './ports.ts';

type Made = { readonly now: () => string; readonly nextId: () => TagId };

/** The tags of those names in their order, those that the codebook lacks made first, in one write. A name that can't be one is passed over. */
export async function tagsNamed(store: LibraryStore, names: readonly string[], { now, nextId }: Made): Promise<Result<readonly Tag[]>> {
  const wanted = names.flatMap((name) => nameSchema.safeParse(name).data ?? []);
  if (wanted.length === 0) return succeed([]);
  return store.updateCodebook((codebook) => {
    let next = codebook;
    const tags = wanted.map((name) => {
      const known = findTagByName(next, name);
      const tag = known ?? createTag(name, next, { id: nextId(), now: now() });
      if (!known) next = withTag(next, tag);
      return tag;
    });
    return succeed({ next, answer: tags });
  });
}
