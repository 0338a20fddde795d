import { createTagId } from '../../core/base/ids.ts';
import { createTag, type Tag } from '../../core/tag/tag.ts';

/** A tag of that name, made now; it is in no codebook until an edit puts it there. */
export function newTag(name: string, tags: readonly Tag[]): Tag {
  return createTag(name, { tags }, { id: createTagId(Date.now(), crypto.getRandomValues(new Uint8Array(10))), now: new Date().toISOString() });
}
