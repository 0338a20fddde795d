import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../core/library/settings.ts';
import { sortArticles } from './sort-articles.ts';
import { makeSummary } from './testing/library-window.ts';

const articles = [
  makeSummary({ title: 'Part 10', published: '2021-11', source: null, importedAt: '2026-01-03T00:00:00.000Z', progress: 0.5 }),
  makeSummary({ title: 'part 9', published: null, source: 'Meridian Post', importedAt: '2026-01-01T00:00:00.000Z', progress: 1 }),
  makeSummary({ title: 'Élan', published: '2022', source: 'Gulf Review', importedAt: '2026-01-02T00:00:00.000Z', progress: 0.5 }),
];
const titles = (sortBy: Settings['sortBy']) => sortArticles(articles, sortBy).map((article) => article.title);

describe('sortArticles', () => {
  it.each([
    ['imported', 'the newest import first', ['Part 10', 'Élan', 'part 9']],
    ['published', 'the newest publication first, undated last', ['Élan', 'Part 10', 'part 9']],
    ['title', 'by title, as a person counts, whatever the case', ['Élan', 'part 9', 'Part 10']],
    ['source', 'by source, those without one last', ['Élan', 'part 9', 'Part 10']],
    ['progress', 'the furthest read first, and among equals the newest', ['part 9', 'Part 10', 'Élan']],
  ] as const)('sorts by %s: %s', (sortBy, _, expected) => expect(titles(sortBy)).toEqual(expected));

  it('neither loses nor doubles an article, and does not depend on the order before', () => {
    const order = fc.constantFrom('imported' as const, 'published' as const, 'title' as const, 'source' as const, 'progress' as const);
    fc.assert(fc.property(order, fc.shuffledSubarray(articles, { minLength: articles.length }), (sortBy, shuffled) => {
      expect(sortArticles(shuffled, sortBy)).toEqual(sortArticles(articles, sortBy));
    }));
  });
});
