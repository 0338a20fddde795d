import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleId, createArticleId, createCollectionId, createSearchId, createTagId } from '../base/ids.ts';
import { fail } from '../base/result.ts';
import { type Collections, createCollection, noCollections } from '../collection/collection.ts';
import { colours } from '../highlight/colour.ts';
import { createSavedSearch, noSearches, type SavedSearches } from '../search/saved-search.ts';
import { type Codebook, createTag, emptyCodebook, type Tag } from '../tag/tag.ts';
import { editSchema } from './edit.ts';
import { type CodebookEdit, type CollectionEdit, editCodebook, editCollections, editSearches, type SearchEdit } from './record-edit.ts';
import { applyAll } from './testing/apply-all.ts';

const noon = '2024-05-01T12:00:00.000Z';
const chance = (seed: number) => new Uint8Array(10).fill(seed);
// A few ids and names, so that edits meet each other's records.
const seeds = [0, 1, 2, 3] as const;
const names = ['alliance', 'Élan', 'elan', 'deterrence', 'A2/AD'] as const;
const tagIds = seeds.map((seed) => createTagId(2_000 - seed, chance(seed)));

const tags: fc.Arbitrary<Tag> = fc.record({ id: fc.constantFrom(...tagIds), name: fc.constantFrom(...names), colour: fc.constantFrom(...colours), definition: fc.string() })
  .map((tag) => ({ ...tag, createdAt: noon }));
const codebookEdits: fc.Arbitrary<CodebookEdit> = fc.oneof(
  tags.map((tag) => ({ kind: 'put-tag' as const, tag })),
  fc.constantFrom(...tagIds).map((tagId) => ({ kind: 'remove-tag' as const, tagId })),
);
const applyToCodebook = (codebook: Codebook, edit: CodebookEdit) => editCodebook(codebook, edit, () => 0);

describe('editing the codebook', () => {
  it('is undone by the inverses, latest first', () => {
    fc.assert(fc.property(fc.array(codebookEdits, { maxLength: 20 }), fc.array(codebookEdits, { maxLength: 20 }), (before, row) => {
      const start = applyAll(emptyCodebook, before, applyToCodebook).value;
      const done = applyAll(start, row, applyToCodebook);
      const undone = applyAll(done.value, done.inverses, applyToCodebook);
      expect(undone.inverses).toHaveLength(done.inverses.length);
      expect(undone.value).toEqual(start);
    }), { numRuns: 1_000 });
  });

  const alliance = createTag('Alliance', emptyCodebook, { id: createTagId(1, chance(1)), now: noon });
  const codebook: Codebook = { tags: [alliance] };

  it.each(['alliance', 'ALLIANCE', ' Allïance '])('takes no second tag named %j', (name) => {
    const twin = createTag('other', codebook, { id: createTagId(2, chance(2)), now: noon });
    expect(editCodebook(codebook, { kind: 'put-tag', tag: { ...twin, name } }, () => 0)).toEqual(fail({ code: 'name-taken', record: 'tag', name: 'Alliance' }));
  });

  it('keeps a tag that highlights carry', () => {
    expect(editCodebook(codebook, { kind: 'remove-tag', tagId: alliance.id }, () => 3)).toEqual(fail({ code: 'tag-in-use', name: 'Alliance', count: 3 }));
  });

  it('says that a tag is not there', () => {
    const tagId = createTagId(9, chance(9));
    expect(editCodebook(codebook, { kind: 'remove-tag', tagId }, () => 0)).toEqual(fail({ code: 'record-missing', record: 'tag' }));
  });

  it.each(['', '   ', '\u200b'])('takes no tag named %j', (name) => {
    expect(editSchema.safeParse({ kind: 'put-tag', tag: { ...alliance, name } }).success).toBe(false);
  });

  it('takes a tag’s name without the spaces around it', () => {
    expect(editSchema.parse({ kind: 'put-tag', tag: { ...alliance, name: '  soft\n power ' } })).toMatchObject({ tag: { name: 'soft power' } });
  });
});

const articleIds = seeds.map((seed) => createArticleId(seed, chance(seed)));
const collectionIds = seeds.map((seed) => createCollectionId(3_000 - seed, chance(seed)));
const someArticles = fc.uniqueArray(fc.constantFrom(...articleIds));
const collectionEdits: fc.Arbitrary<CollectionEdit> = fc.oneof(
  fc.record({ id: fc.constantFrom(...collectionIds), name: fc.constantFrom(...names), articles: someArticles }).map((collection) => ({ kind: 'put-collection' as const, collection: { ...collection, createdAt: noon } })),
  fc.constantFrom(...collectionIds).map((collectionId) => ({ kind: 'remove-collection' as const, collectionId })),
  fc.record({ kind: fc.constant('collect' as const), collectionId: fc.constantFrom(...collectionIds), articleIds: someArticles, isIn: fc.boolean() }),
);
const searchIds = seeds.map((seed) => createSearchId(4_000 - seed, chance(seed)));
const searchEdits: fc.Arbitrary<SearchEdit> = fc.oneof(
  fc.record({ id: fc.constantFrom(...searchIds), name: fc.constantFrom(...names), query: fc.constantFrom('a', 'tag:b') }).map((search) => ({ kind: 'put-search' as const, search: { ...search, createdAt: noon } })),
  fc.constantFrom(...searchIds).map((searchId) => ({ kind: 'remove-search' as const, searchId })),
);

describe('editing the collections', () => {
  it('is undone by the inverses, latest first, and the inverses pass the contract', () => {
    fc.assert(fc.property(fc.array(collectionEdits, { maxLength: 20 }), fc.array(collectionEdits, { maxLength: 20 }), (before, row) => {
      const start = applyAll(noCollections, before, editCollections).value;
      const done = applyAll(start, row, editCollections);
      for (const inverse of done.inverses) expect(editSchema.parse(inverse)).toEqual(inverse);
      const undone = applyAll(done.value, done.inverses, editCollections);
      expect(undone.inverses).toHaveLength(done.inverses.length);
      expect(undone.value).toEqual(start);
    }), { numRuns: 1_000 });
  });

  const [first, second, third] = articleIds;
  const [collectionId] = collectionIds;
  if (!first || !second || !third || !collectionId) throw new Error('ids');
  const strait = { ...createCollection('The strait', { id: collectionId, now: noon }), articles: [first] };
  const collections: Collections = { collections: [strait] };
  const edited = (edit: CollectionEdit, of = collections) => {
    const done = editCollections(of, edit);
    if (!done.ok) throw new Error(done.fault.code);
    return done.value;
  };
  const collect = (ids: readonly ArticleId[], isIn = true): CollectionEdit => ({ kind: 'collect', collectionId, articleIds: [...ids], isIn });

  it('takes in each article once, and takes back those alone that were not in it', () => {
    const { next, inverse } = edited(collect([second, first, second]));
    expect(next.collections[0]?.articles).toEqual([first, second]);
    expect(inverse).toEqual(collect([second], false));
  });

  it('changes nothing where every article is as asked already', () => {
    expect(edited(collect([first])).next).toBe(collections);
    expect(edited(collect([second], false)).next).toBe(collections);
  });

  it('leaves its articles when it is renamed, also when the renaming is taken back after more came in', () => {
    const renamed = edited({ kind: 'put-collection', collection: { ...strait, name: 'The canal', articles: [] } });
    expect(renamed.next.collections[0]).toEqual({ ...strait, name: 'The canal' });
    const more = edited(collect([third]), renamed.next).next;
    expect(edited(renamed.inverse, more).next.collections[0]).toEqual({ ...strait, articles: [first, third] });
  });

  it('takes no second collection of one name', () => {
    const [, other] = collectionIds;
    if (!other) throw new Error('ids');
    expect(editCollections(collections, { kind: 'put-collection', collection: { ...strait, id: other, name: 'THE STRAIT', articles: [] } })).toEqual(fail({ code: 'name-taken', record: 'collection', name: 'The strait' }));
  });

  it('says that a collection is not there', () => {
    expect(editCollections(noCollections, collect([first]))).toEqual(fail({ code: 'record-missing', record: 'collection' }));
    expect(editCollections(noCollections, { kind: 'remove-collection', collectionId })).toEqual(fail({ code: 'record-missing', record: 'collection' }));
  });

  it('keeps what it does not know of a collection', () => {
    const later: Collections = { collections: [{ ...strait, ...{ shade: 'teal' } }] };
    expect(edited(collect([second]), later).next.collections[0]).toMatchObject({ shade: 'teal' });
  });
});

describe('editing the saved searches', () => {
  it('is undone by the inverses, latest first, and the inverses pass the contract', () => {
    fc.assert(fc.property(fc.array(searchEdits, { maxLength: 20 }), fc.array(searchEdits, { maxLength: 20 }), (before, row) => {
      const start = applyAll(noSearches, before, editSearches).value;
      const done = applyAll(start, row, editSearches);
      for (const inverse of done.inverses) expect(editSchema.parse(inverse)).toEqual(inverse);
      const undone = applyAll(done.value, done.inverses, editSearches);
      expect(undone.inverses).toHaveLength(done.inverses.length);
      expect(undone.value).toEqual(start);
    }), { numRuns: 500 });
  });

  it('takes no second search of one name, and says that one is not there', () => {
    const [id, other] = searchIds;
    if (!id || !other) throw new Error('ids');
    const search = createSavedSearch({ name: 'New notes', query: ' has:note ' }, { id, now: noon });
    expect(search.query).toBe('has:note');
    const searches: SavedSearches = { searches: [search] };
    expect(editSearches(searches, { kind: 'put-search', search: { ...search, id: other, name: 'new NOTES' } })).toEqual(fail({ code: 'name-taken', record: 'search', name: 'New notes' }));
    expect(editSearches(searches, { kind: 'remove-search', searchId: other })).toEqual(fail({ code: 'record-missing', record: 'search' }));
  });
});
