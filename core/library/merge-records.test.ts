import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticleId, createCollectionId, createSearchId, createTagId } from '../base/ids.ts';
import type { Stamp } from '../base/register.ts';
import { type Collections, createCollection, noCollections } from '../collection/collection.ts';
import { createSavedSearch, noSearches, type SavedSearches } from '../search/saved-search.ts';
import { type Codebook, createStandIn, createTag, emptyCodebook } from '../tag/tag.ts';
import { mergeCodebooks, mergeCollections, mergeSearches } from './merge.ts';
import { type CollectionEdit, editCodebook, editCollections, editSearches } from './record-edit.ts';
import { reviseCodebook, reviseCollections, reviseSearches } from './revise.ts';

const chance = (seed: number) => new Uint8Array(10).fill(seed);
const now = '2026-01-01T00:00:00.000Z';
const articleIds = [1, 2, 3].map((seed) => createArticleId(seed, chance(seed)));
const collectionAt = (seed: number, name: string) => ({ ...createCollection(name, { id: createCollectionId(seed, chance(seed)), now }), articles: [] });
const stamp = (copy: number, count: number): Stamp => ({ session: `session000${copy}`, count });

function edited(collections: Collections, edit: CollectionEdit, by: Stamp): Collections {
  const done = editCollections(collections, edit);
  return done.ok ? reviseCollections(collections, done.value.next, by) : collections;
}
const join = (a: Collections, b: Collections) => mergeCollections(a, b).merged;

type Step = { readonly copy: number; readonly seed: number; readonly what: 'put' | 'remove' | 'in' | 'out' | 'take-in'; readonly name: string; readonly articles: readonly number[] };
const someSteps = fc.array(fc.record<Step>({
  copy: fc.nat(2), seed: fc.integer({ min: 1, max: 3 }), what: fc.constantFrom('put', 'remove', 'in', 'in', 'out', 'take-in'), name: fc.constantFrom('strait', 'Strait', 'canal', 'strait (2)'), articles: fc.subarray([0, 1, 2]),
}), { maxLength: 24 });

function editOf({ what, seed, name, articles }: Step): CollectionEdit {
  const collection = collectionAt(seed, name);
  const collectionId = collection.id;
  if (what === 'put') return { kind: 'put-collection', collection };
  if (what === 'remove') return { kind: 'remove-collection', collectionId };
  return { kind: 'collect', collectionId, articleIds: articles.flatMap((index) => articleIds[index] ?? []), isIn: what === 'in' };
}

function play(steps: readonly Step[]): readonly Collections[] {
  const copies: Collections[] = [noCollections, noCollections, noCollections];
  steps.forEach((step, count) => {
    const mine = copies[step.copy] ?? noCollections;
    copies[step.copy] = step.what === 'take-in' ? join(mine, copies[step.seed % 3] ?? noCollections) : edited(mine, editOf(step), stamp(step.copy, count + 1));
  });
  return copies;
}

describe('merging collections', () => {
  it('gives the same in whatever order and however often, with no two names alike', () => {
    fc.assert(fc.property(someSteps, (steps) => {
      const [a = noCollections, b = noCollections, c = noCollections] = play(steps);
      expect(join(a, b)).toEqual(join(b, a));
      expect(join(join(a, b), c)).toEqual(join(a, join(b, c)));
      expect(join(join(a, b), b)).toEqual(join(a, b));
      const names = join(join(a, b), c).collections.map(({ name }) => name.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
    }), { numRuns: 500 });
  });

  const [first, second, third] = articleIds;
  if (!first || !second || !third) throw new Error('three ids');
  const start: Collections = { collections: [{ ...collectionAt(1, 'strait'), articles: [first] }] };
  const collect = (id: typeof first, isIn: boolean): CollectionEdit => ({ kind: 'collect', collectionId: collectionAt(1, '').id, articleIds: [id], isIn });

  it('keeps what either put in, and leaves out what one took out', () => {
    const a = edited(edited(start, collect(second, true), stamp(1, 1)), collect(first, false), stamp(1, 2));
    const b = edited(start, collect(third, true), stamp(2, 1));
    expect(join(a, b).collections[0]?.articles).toEqual([second, third]);
  });

  it('keeps a collection that one removed while the other went on collecting', () => {
    const a = edited(start, { kind: 'remove-collection', collectionId: collectionAt(1, '').id }, stamp(1, 1));
    const b = edited(start, collect(second, true), stamp(2, 1));
    expect(join(a, start).collections).toEqual([]);
    expect(join(a, b).collections[0]?.articles).toEqual([first, second]);
  });
});

describe('merging saved searches', () => {
  it('keeps those of both, a removed one removed, and numbers the later of two of one name', () => {
    const at = (seed: number, name: string) => createSavedSearch({ name, query: `word${seed}` }, { id: createSearchId(seed, chance(seed)), now });
    const put = (searches: SavedSearches, search: ReturnType<typeof at>, by: Stamp) => {
      const done = editSearches(searches, { kind: 'put-search', search });
      return done.ok ? reviseSearches(searches, done.value.next, by) : searches;
    };
    const start = put(noSearches, at(1, 'Old'), stamp(0, 1));
    const a = reviseSearches(start, noSearches, stamp(1, 1));
    const b = put(put(start, at(2, 'Notes'), stamp(2, 1)), at(4, 'Navy'), stamp(2, 2));
    const c = put(start, at(3, 'notes'), stamp(3, 1));
    const merged = [a, b, c].reduce((one, other) => mergeSearches(one, other).merged);
    expect(merged.searches.map(({ name, query }) => [name, query])).toEqual([['Notes', 'word2'], ['notes (2)', 'word3'], ['Navy', 'word4']]);
    expect([c, a, b].reduce((one, other) => mergeSearches(one, other).merged)).toEqual(merged);
  });
});

describe('merging codebooks', () => {
  const id = createTagId(1, chance(1));
  const alliance = { ...createTag('alliance', emptyCodebook, { id, now }), definition: 'Who stands by whom.', colour: 'grey' as const };
  const standIn: Codebook = { tags: [createStandIn(emptyCodebook, { id, now: '2026-06-01T00:00:00.000Z' })] };
  const real: Codebook = { tags: [alliance] };
  const merge = (a: Codebook, b: Codebook) => mergeCodebooks(a, b).merged;

  it('takes the tag itself and nothing of what stood in for it, and calls that no conflict', () => {
    expect(mergeCodebooks(standIn, real)).toEqual({ merged: real, conflicts: [] });
    expect(mergeCodebooks(real, standIn)).toEqual({ merged: real, conflicts: [] });
  });

  it('keeps the name that somebody has given a stand-in, where nobody knows another', () => {
    const named = reviseCodebook(standIn, { tags: standIn.tags.map((tag) => ({ ...tag, name: 'allies' })) }, stamp(1, 1));
    expect(merge(standIn, named)).toEqual(named);
    expect(merge(named, standIn)).toEqual(named);
  });

  it('keeps the definition that somebody has given a stand-in, beside that of the tag itself', () => {
    const defined = reviseCodebook(standIn, { tags: standIn.tags.map((tag) => ({ ...tag, definition: 'As in 1907.' })) }, stamp(1, 1));
    for (const { merged } of [mergeCodebooks(defined, real), mergeCodebooks(real, defined)]) {
      expect(merged.tags.map(({ name }) => name)).toEqual(['alliance']);
      expect(merged.tags[0]?.definition).toContain('As in 1907.');
      expect(merged.tags[0]?.definition).toContain('Who stands by whom.');
    }
  });

  it('keeps a tag that was only known as a stand-in where it was removed', () => {
    const removed = reviseCodebook(standIn, emptyCodebook, stamp(1, 1));
    expect(merge(removed, real).tags).toEqual([alliance]);
    expect(merge(removed, standIn).tags).toEqual([]);
  });

  it('gives the same in whatever order and however often, stand-ins or not', () => {
    const someTags = fc.array(fc.record({ seed: fc.integer({ min: 1, max: 3 }), name: fc.constantFrom('recovered tag 1', 'recovered tag 2', 'alliance', 'strait', null), definition: fc.constantFrom('', '', 'As in 1907.'), copy: fc.nat(2), from: fc.nat(2) }), { maxLength: 20 });
    fc.assert(fc.property(someTags, (steps) => {
      const copies: Codebook[] = [emptyCodebook, emptyCodebook, emptyCodebook];
      const at = (copy: number) => copies[copy] ?? emptyCodebook;
      steps.forEach(({ seed, name, definition, copy, from }, count) => {
        const tag = createTagId(seed, chance(seed));
        if (name === null) copies[copy] = merge(at(copy), at(from));
        else {
          const done = editCodebook(at(copy), { kind: 'put-tag', tag: { ...createTag(name, at(copy), { id: tag, now }), definition } }, () => 0);
          if (done.ok) copies[copy] = reviseCodebook(at(copy), done.value.next, stamp(copy, count + 1));
        }
      });
      const [a, b, c] = [at(0), at(1), at(2)];
      expect(merge(a, b)).toEqual(merge(b, a));
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      expect(merge(merge(a, b), b)).toEqual(merge(a, b));
    }), { numRuns: 150 });
  });
});
