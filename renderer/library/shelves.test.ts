import { describe, expect, it } from 'vitest';
import { tagIdSchema } from '../../core/base/ids.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { articlesOnShelf, countShelves, countTags } from './shelves.ts';
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
const titles = (shelf: Parameters<typeof articlesOnShelf>[1]) => articlesOnShelf(articles, shelf).map((article) => article.title);

describe('countShelves', () => {
  it('counts an article of the bin in the bin only', () => {
    expect(countShelves(articles)).toEqual({ inbox: 1, reading: 1, archive: 1, bin: 1 });
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

describe('articlesOnShelf', () => {
  it('gives the articles of a status', () => expect(titles({ kind: 'status', status: 'inbox' })).toEqual(['one']));
  it('gives the articles of a tag, whatever their status, but not those of the bin', () => expect(titles({ kind: 'tag', tagId: alliance.id })).toEqual(['one']));
  it('gives what lies in the bin', () => expect(titles({ kind: 'bin' })).toEqual(['four']));
});
