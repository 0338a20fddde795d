import { describe, expect, it } from 'vitest';
import { type ArticleId, createArticleId, createCollectionId } from '../base/ids.ts';
import { articlesIn, createCollection, withMembers } from './collection.ts';

const ids = [1, 2, 3].map((seed) => createArticleId(seed, new Uint8Array(10)));
const [first, second, third] = ids;
if (!first || !second || !third) throw new Error('three ids');
const strait = createCollection('  The\n strait ', { id: createCollectionId(1, new Uint8Array(10)), now: '2026-01-01T00:00:00.000Z' });

describe('a new collection', () => {
  it('has its name on one line, and no articles', () => expect(strait).toMatchObject({ name: 'The strait', articles: [] }));
});

describe('withMembers', () => {
  it('has each article once, in the order of the ids', () => {
    expect(withMembers(withMembers(strait, [third, first], true), [second, third], true).articles).toEqual(ids);
  });

  it('leaves out those that are taken out, and knows when nothing changes', () => {
    const full = withMembers(strait, ids, true);
    expect(withMembers(full, [second], false).articles).toEqual([first, third]);
    expect(withMembers(full, [first], true)).toBe(full);
    expect(withMembers(strait, [first], false)).toBe(strait);
  });
});

describe('articlesIn', () => {
  it('gives the members that are there and not in the bin, in the order of the list', () => {
    const at = (id: ArticleId, binnedAt: string | null = null) => ({ id, binnedAt });
    const collection = withMembers(strait, ids, true);
    expect(articlesIn([at(third), at(second, '2026-01-02T00:00:00.000Z')], collection).map(({ id }) => id)).toEqual([third]);
  });
});
