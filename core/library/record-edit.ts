import { z } from 'zod';
import type { RecordKind } from '../base/named-record.ts';
import { findById, findByName, type NamedRecord, nameSchema, withRecord } from '../base/named-record.ts';
import { articleIdSchema, collectionIdSchema, searchIdSchema, type TagId, tagIdSchema } from '../base/ids.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import { type Collection, type Collections, collectionSchema, withMembers } from '../collection/collection.ts';
import { type SavedSearch, type SavedSearches, savedSearchSchema } from '../search/saved-search.ts';
import { type Codebook, type Tag, tagSchema } from '../tag/tag.ts';

export const COLLECTED_AT_ONCE = 100_000;

export const recordEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('put-tag'), tag: tagSchema.extend({ name: nameSchema }) }),
  z.object({ kind: z.literal('remove-tag'), tagId: tagIdSchema }),
  z.object({ kind: z.literal('put-collection'), collection: collectionSchema.extend({ name: nameSchema }) }),
  z.object({ kind: z.literal('remove-collection'), collectionId: collectionIdSchema }),
  z.object({ kind: z.literal('collect'), collectionId: collectionIdSchema, articleIds: z.array(articleIdSchema).max(COLLECTED_AT_ONCE), isIn: z.boolean() }),
  z.object({ kind: z.literal('put-search'), search: savedSearchSchema.extend({ name: nameSchema }) }),
  z.object({ kind: z.literal('remove-search'), searchId: searchIdSchema }),
]);

/** One step in a document of named records: put a record (new, or in place of the one with its id), remove it, or collect articles. */
export type RecordEdit = z.infer<typeof recordEditSchema>;
export type CodebookEdit = Extract<RecordEdit, { kind: 'put-tag' | 'remove-tag' }>;
export type CollectionEdit = Extract<RecordEdit, { kind: 'put-collection' | 'remove-collection' | 'collect' }>;
export type SearchEdit = Extract<RecordEdit, { kind: 'put-search' | 'remove-search' }>;

const kinds: Readonly<Record<RecordEdit['kind'], RecordKind>> = {
  'put-tag': 'tag', 'remove-tag': 'tag', 'put-collection': 'collection', 'remove-collection': 'collection', collect: 'collection', 'put-search': 'search', 'remove-search': 'search',
};

/** Which document an edit is of. */
export const recordKindOf = (edit: RecordEdit): RecordKind => kinds[edit.kind];

/** A changed value, and the edit that takes it back. */
export type Edited<T, E> = { readonly next: T; readonly inverse: E };

/** The records after one was put among them, and the record whose place it took. */
function putRecord<R extends NamedRecord>(records: readonly R[], record: R, kind: RecordKind): Result<{ next: readonly R[]; old: R | null }> {
  const namesake = findByName(records, record.name);
  if (namesake && namesake.id !== record.id) return fail({ code: 'name-taken', record: kind, name: namesake.name });
  return succeed({ next: withRecord(records, record), old: findById(records, record.id) });
}

/** The records after one of them was removed, and that one. */
function removeRecord<R extends NamedRecord>(records: readonly R[], id: R['id'], kind: RecordKind): Result<{ next: readonly R[]; old: R }> {
  const old = findById(records, id);
  return old ? succeed({ next: records.filter((record) => record !== old), old }) : fail({ code: 'record-missing', record: kind });
}

/** The codebook after an edit, and the edit's inverse. `useOf` counts the highlights that carry a tag; one in use is not removed. */
export function editCodebook(codebook: Codebook, edit: CodebookEdit, useOf: (id: TagId) => number): Result<Edited<Codebook, CodebookEdit>> {
  const put = (tag: Tag): CodebookEdit => ({ kind: 'put-tag', tag });
  if (edit.kind === 'put-tag') {
    const done = putRecord<Tag>(codebook.tags, edit.tag, 'tag');
    if (!done.ok) return done;
    const { next, old } = done.value;
    return succeed({ next: { ...codebook, tags: next }, inverse: old ? put(old) : { kind: 'remove-tag', tagId: edit.tag.id } });
  }
  const done = removeRecord(codebook.tags, edit.tagId, 'tag');
  if (!done.ok) return done;
  const { next, old } = done.value;
  const count = useOf(old.id);
  return count > 0 ? fail({ code: 'tag-in-use', name: old.name, count }) : succeed({ next: { ...codebook, tags: next }, inverse: put(old) });
}

/** Puts articles into a collection or takes them out. The inverse is about those alone that were not as asked before. */
function collect(collections: Collections, edit: Extract<CollectionEdit, { kind: 'collect' }>): Result<Edited<Collections, CollectionEdit>> {
  const { collectionId, articleIds, isIn } = edit;
  const old = findById(collections.collections, collectionId);
  if (!old) return fail({ code: 'record-missing', record: 'collection' });
  const members = new Set(old.articles);
  const changed = [...new Set(articleIds)].filter((id) => members.has(id) !== isIn);
  const next = changed.length === 0 ? collections : { ...collections, collections: withRecord(collections.collections, withMembers(old, changed, isIn)) };
  return succeed({ next, inverse: { kind: 'collect', collectionId, articleIds: changed, isIn: !isIn } });
}

/** The collections after an edit, and the edit's inverse. Putting one that is there leaves its articles: those are for `collect` to change. */
export function editCollections(collections: Collections, edit: CollectionEdit): Result<Edited<Collections, CollectionEdit>> {
  const put = ({ articles, ...collection }: Collection): CollectionEdit => ({ kind: 'put-collection', collection: { ...collection, articles: [...articles] } });
  switch (edit.kind) {
    case 'collect': return collect(collections, edit);
    case 'put-collection': {
      const { id, articles } = edit.collection;
      const present = findById(collections.collections, id);
      const done = putRecord<Collection>(collections.collections, { ...edit.collection, articles: present?.articles ?? [...new Set(articles)].sort() }, 'collection');
      if (!done.ok) return done;
      const { next, old } = done.value;
      return succeed({ next: { ...collections, collections: next }, inverse: old ? put(old) : { kind: 'remove-collection', collectionId: id } });
    }
    case 'remove-collection': {
      const done = removeRecord(collections.collections, edit.collectionId, 'collection');
      return done.ok ? succeed({ next: { ...collections, collections: done.value.next }, inverse: put(done.value.old) }) : done;
    }
  }
}

/** The saved searches after an edit, and the edit's inverse. */
export function editSearches(searches: SavedSearches, edit: SearchEdit): Result<Edited<SavedSearches, SearchEdit>> {
  const put = (search: SavedSearch): SearchEdit => ({ kind: 'put-search', search });
  if (edit.kind === 'put-search') {
    const done = putRecord<SavedSearch>(searches.searches, edit.search, 'search');
    if (!done.ok) return done;
    const { next, old } = done.value;
    return succeed({ next: { ...searches, searches: next }, inverse: old ? put(old) : { kind: 'remove-search', searchId: edit.search.id } });
  }
  const done = removeRecord(searches.searches, edit.searchId, 'search');
  return done.ok ? succeed({ next: { ...searches, searches: done.value.next }, inverse: put(done.value.old) }) : done;
}
