import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnNames } from '../../core/library/columns.ts';
import { tagIdSchema } from '../../core/base/ids.ts';
import { directionOf, nextSort, sortArticles } from './sort-articles.ts';
import { makeSummary } from './testing/library-window.ts';

const tag = (letter: string) => tagIdSchema.parse(letter.repeat(26));
const ten = makeSummary({ title: 'Part 10', byline: 'B. Writer', published: '2021-11', source: null, importedAt: '2026-01-03T00:00:00.000Z', changedAt: '2026-02-01T00:00:00.000Z', status: 'archive', progress: 0.5, wordCount: 900, highlightCount: 4, noteCount: 1, tags: { [tag('a')]: 4 } });
const nine = makeSummary({ title: 'part 9', byline: 'a. writer', published: null, source: 'Meridian Post', importedAt: '2026-01-01T00:00:00.000Z', changedAt: '2026-02-03T00:00:00.000Z', status: 'inbox', progress: 1, wordCount: 80, highlightCount: 9, noteCount: 0 });
const elan = makeSummary({ title: 'Élan', byline: null, published: '2022', source: 'Gulf Review', importedAt: '2026-01-02T00:00:00.000Z', changedAt: '2026-02-02T00:00:00.000Z', status: 'reading', progress: 0.5, wordCount: 1_000, highlightCount: 0, noteCount: 3, tags: { [tag('a')]: 1, [tag('b')]: 1 } });
const articles = [ten, nine, elan];

const sort = fc.record({ by: fc.constantFrom(...columnNames), isReversed: fc.boolean() });

describe('sortArticles', () => {
  it.each([
    ['imported', 'the newest import first', [ten, elan, nine]],
    ['changed', 'the latest change first', [nine, elan, ten]],
    ['published', 'the newest publication first, undated last', [elan, ten, nine]],
    ['title', 'by title, as a person counts, whatever the case', [elan, nine, ten]],
    ['byline', 'by author, those without one last', [nine, ten, elan]],
    ['source', 'by source, those without one last', [elan, nine, ten]],
    ['status', 'from the inbox to the archive', [nine, elan, ten]],
    ['progress', 'the furthest read first, and among equals the newest', [nine, ten, elan]],
    ['words', 'the longest first', [elan, ten, nine]],
    ['highlights', 'the most highlights first', [nine, ten, elan]],
    ['notes', 'the most notes first', [elan, ten, nine]],
    ['tags', 'the most tags first', [elan, ten, nine]],
  ] as const)('sorts by %s: %s', (by, _, expected) => expect(sortArticles(articles, { by, isReversed: false })).toEqual(expected));

  it.each([
    ['title', 'from Z to A', [ten, nine, elan]],
    ['published', 'the oldest first, undated still last', [ten, elan, nine]],
    ['progress', 'the least read first, and among equals still the newest', [ten, elan, nine]],
  ] as const)('sorts by %s reversed: %s', (by, _, expected) => expect(sortArticles(articles, { by, isReversed: true })).toEqual(expected));

  it('neither loses nor doubles an article, and does not depend on the order before', () => {
    fc.assert(fc.property(sort, fc.shuffledSubarray(articles, { minLength: articles.length }), (chosen, shuffled) => {
      expect(sortArticles(shuffled, chosen)).toEqual(sortArticles(articles, chosen));
    }));
  });
});

describe('nextSort', () => {
  it.each([
    ['another column: as is usual for it', { by: 'title', isReversed: true }, 'published', { by: 'published', isReversed: false }],
    ['the same column: the other way round', { by: 'title', isReversed: false }, 'title', { by: 'title', isReversed: true }],
    ['the same column again: back', { by: 'title', isReversed: true }, 'title', { by: 'title', isReversed: false }],
    ['none before: as is usual', null, 'title', { by: 'title', isReversed: false }],
  ] as const)('%s', (_, before, by, expected) => expect(nextSort(before, by)).toEqual(expected));
});

describe('directionOf', () => {
  it('turns round when it is reversed', () => {
    fc.assert(fc.property(sort, (chosen) => {
      expect(directionOf(chosen)).not.toBe(directionOf({ ...chosen, isReversed: !chosen.isReversed }));
    }));
  });
});
