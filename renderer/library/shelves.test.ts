import { describe, expect, it } from 'vitest';
import { articleIdSchema, createCollectionId, tagIdSchema } from '../../core/base/ids.ts';
import { createCollection, withMembers } from '../../core/collection/collection.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { articlesOnShelf, countCollections, countShelves, countTags } from './shelves.ts';
import { makeSummary } from './testing/library-window.ts';

const BINNED = '2026-01-02T00:00:00.000Z';
const tag = (name: string, letter: string): Tag => ({ id: tagIdSchema.parse(letter.repeat(26)), name, colour: 'blue', definition: '', createdAt: '2026-01-01T00:00:00.000Z' });
const [alliance, navigation, unused] = [tag('alliance', 'a'), tag('freedom of navigation', 'b'), tag('arms sales', 'c')];
const articles = [
  makeSummary({ title: 'one', tags: { [alliance.id]: 2, [navigation.id]: 1 } }),
  makeSummary({ title: 'two', status: 'archive', tags: { [navigation.id]: 4 } }),
  makeSummary({ title: 'three', status: 'reading' }),
  makeSummary({ title: 'four', binnedAt: BINNED, tags: { [alliance.id]: 9 } }),
];
const unknown = articleIdSchema.parse('9'.repeat(26));
const collectionOf = (name: string, seed: number, ids: readonly (typeof unknown)[]) => withMembers(createCollection(name, { id: createCollectionId(seed, new Uint8Array(10)), now: BINNED }), ids, true);
// The second has the article of the bin, and one that a sync program has yet to bring.
const collections = [collectionOf('Strait', 1, []), collectionOf('Canal', 2, [...articles.slice(2).map(({ id }) => id), unknown])];
const titles = (shelf: Parameters<typeof articlesOnShelf>[1]) => articlesOnShelf({ articles, collections }, shelf).map((article) => article.title);

describe('countShelves', () => {
  it('counts an article of the bin in the bin only', () => {
    expect(countShelves(articles)).toEqual({ inbox: 1, reading: 1, archive: 1, review: 0, bin: 1 });
  });

  it('counts what is to review with its status too, but not in the bin', () => {
    const toReview = articles.map((article) => ({ ...article, reviewCount: 2 }));
    expect(countShelves(toReview)).toEqual({ inbox: 1, reading: 1, archive: 1, review: 3, bin: 1 });
  });
});

describe('countTags', () => {
  it('counts highlights of articles that are not in the bin, the most used tag first, unused ones last', () => {
    expect(countTags(articles, [unused, alliance, navigation]).map(({ tag: { name }, count }) => [name, count])).toEqual([['freedom of navigation', 5], ['alliance', 2], ['arms sales', 0]]);
  });

  it('puts tags of equal use in the order of their names', () => {
    expect(countTags([], [navigation, unused, alliance]).map(({ tag: { name } }) => name)).toEqual(['alliance', 'arms sales', 'freedom of navigation']);
  });
});

describe('countCollections', () => {
  it('counts the articles that are there and not in the bin, by the name of the collection', () => {
    expect(countCollections({ articles, collections }).map(({ collection: { name }, count }) => [name, count])).toEqual([['Canal', 1], ['Strait', 0]]);
  });
});

describe('articlesOnShelf', () => {
  it('gives the articles of a collection, but not those of the bin', () => {
    const [strait, canal] = collections;
    if (!strait || !canal) throw new Error('two collections');
    expect([titles({ kind: 'collection', collectionId: canal.id }), titles({ kind: 'collection', collectionId: strait.id })]).toEqual([['three'], []]);
  });
  it('gives the articles of a status', () => expect(titles({ kind: 'status', status: 'inbox' })).toEqual(['one']));
  it('gives the articles of a tag, whatever their status, but not those of the bin', () => expect(titles({ kind: 'tag', tagId: alliance.id })).toEqual(['one']));
  it('gives what is to review', () => expect(articlesOnShelf({ articles: articles.map((article) => ({ ...article, reviewCount: article.title === 'two' ? 1 : 0 })), collections }, { kind: 'review' }).map(({ title }) => title)).toEqual(['two']));
  it('gives what lies in the bin', () => expect(titles({ kind: 'bin' })).toEqual(['four']));
});
