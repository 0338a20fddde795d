import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRange, arbitraryText } from '../article/testing/arbitrary-content.ts';
import { findQuote } from './find-quote.ts';

const text = 'The alliance’s “freedom of navigation” – a right,\nnot a favour. The right is old.';
const found = (quote: string) => findQuote(text, quote).map(({ start, end }) => text.slice(start, end));

describe('findQuote', () => {
  it.each([
    ['finds the words as they stand', 'freedom of navigation', ['freedom of navigation']],
    ['finds them with plain quote marks and dashes', '\'s "freedom of navigation" - a', ['’s “freedom of navigation” – a']],
    ['finds them across a line break', 'right, not a favour', ['right,\nnot a favour']],
    ['finds every place', 'right', ['right', 'right']],
    ['minds case', 'Freedom', []],
    ['finds nothing for nothing', '', []],
  ])('%s', (_, quote, places) => expect(found(quote)).toEqual(places));

  it('prefers the exact places to those that only look alike', () => {
    expect(findQuote('it\'s and it’s', 'it’s')).toEqual([{ start: 9, end: 13 }]);
  });

  it('finds every stretch of a text in it', () => {
    fc.assert(fc.property(arbitraryText.chain((given) => fc.tuple(fc.constant(given), arbitraryRange(given))), ([given, range]) => {
      fc.pre(range.start < range.end);
      expect(findQuote(given, given.slice(range.start, range.end))).toContainEqual(range);
    }));
  });
});
