import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRange, arbitraryText } from '../article/testing/arbitrary-content.ts';
import { describeAnchor } from './anchor.ts';
import { findAll, findAnchor } from './find-anchor.ts';

const text = 'The fleet met the other fleet in the strait.';
const anchor = describeAnchor(text, { start: 24, end: 29 });

describe('findAnchor', () => {
  it.each([
    ['finds the words where they were', text, { start: 24, end: 29 }],
    ['follows them when text is added before', `On Monday: ${text}`, { start: 35, end: 40 }],
    ['follows them when text is added far behind', `${text}${' More.'.repeat(30)}`, { start: 24, end: 29 }],
    ['follows the only place left when the words around changed', 'Another fleet came.', { start: 8, end: 13 }],
    ['gives up when the words stand in several places and none fits', 'One fleet, two fleets, no fleet.', null],
    ['gives up when the words are gone', 'The ships met.', null],
    ['gives up in an empty text', '', null],
  ])('%s', (_, given, range) => expect(findAnchor(given, anchor)).toEqual(range));

  it('never leads past the end of the text, whatever end the anchor states', () => {
    expect(findAnchor('a fleet', { ...anchor, start: 2, end: 1_000, exact: 'fleet' })).toEqual({ start: 2, end: 7 });
  });

  it('finds every range that was described', () => {
    fc.assert(fc.property(arbitraryText.chain((given) => fc.tuple(fc.constant(given), arbitraryRange(given))), ([given, range]) => {
      fc.pre(range.start < range.end);
      expect(findAnchor(given, describeAnchor(given, range))).toEqual(range);
    }));
  });

  it('finds the same words after an edit elsewhere, or none', () => {
    const given = fc.tuple(arbitraryText, arbitraryText, arbitraryText, arbitraryText);
    fc.assert(fc.property(given, ([before, quote, after, inserted]) => {
      fc.pre(quote.length > 0);
      const described = describeAnchor(before + quote + after, { start: before.length, end: before.length + quote.length });
      for (const changed of [inserted + before + quote + after, before + inserted + quote + after, before + quote + inserted + after]) {
        const found = findAnchor(changed, described);
        if (found) expect(changed.slice(found.start, found.end)).toBe(quote);
      }
    }));
  });
});

describe('findAll', () => {
  it.each([
    ['every place', 'a b a', 'a', [0, 4]], ['places that overlap', 'aaaa', 'aa', [0, 1, 2]], ['none of an empty quote', 'aaa', '', []], ['none where there is none', 'abc', 'x', []],
  ])('finds %s', (_, given, quote, starts) => expect(findAll(given, quote)).toEqual(starts.map((start) => ({ start, end: start + quote.length }))));
});
