import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleCodebook } from './testing/example-article.ts';
import { tagSlugs } from './tag-slugs.ts';

const slugsOf = (...names: readonly string[]) => [...tagSlugs(exampleCodebook(...names).tags).values()];

describe('tagSlugs', () => {
  it.each([
    ['freedom of navigation', 'freedom-of-navigation'],
    ['alliance', 'alliance'],
    ['NATO', 'NATO'],
    ['China/Russia', 'China/Russia'],
    ['/ odd // nesting /', 'odd/nesting'],
    ['1984', 'y1984'],
    ['1984-85', '1984-85'],
    ['Élysée', 'Élysée'],
    ['حرية الملاحة', 'حرية-الملاحة'],
    ['snake_case', 'snake_case'],
    ['#hash', 'hash'],
    ['???', 'tag'],
  ])('writes %j as #%s', (name, slug) => expect(slugsOf(name)).toEqual([slug]));

  it('keeps tags apart that would become one', () => {
    expect(slugsOf('C', 'C++', 'c#', 'C-2', 'c')).toEqual(['C', 'C-2', 'c-3', 'C-2-2', 'c-4']);
  });

  it('makes of any names slugs that Obsidian takes, no two of them equal', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('a b', 'a-b', 'A B', '1', 'y1', 'tag', '!', '?', 'İ', 'i̇', 'a/b', 'a//b'));
    fc.assert(fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), (names) => {
      const slugs = slugsOf(...names);
      expect(new Set(slugs.map((slug) => slug.toLowerCase())).size).toBe(names.length);
      for (const slug of slugs) {
        expect(slug).toMatch(/^[\p{L}\p{N}\p{M}_/-]+$/u);
        expect(slug).toMatch(/[^\p{N}]/u);
        expect(slug).not.toMatch(/^\/|\/\/|\/$/);
      }
    }), { numRuns: 2_000 });
  });
});
