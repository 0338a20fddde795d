import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAfter, placeBefore } from './exact-places.ts';

const repetitive = fc.array(fc.constantFrom('a', 'b', 'ab'.repeat(40)), { maxLength: 12 }).map((parts) => parts.join(''));

describe('the places of a quote', () => {
  it('are those that a plain search finds', () => {
    fc.assert(fc.property(repetitive, repetitive, fc.nat(600), (text, quote, offset) => {
      fc.pre(quote !== '');
      expect(placeAfter(text, quote, offset)).toBe(text.indexOf(quote, offset));
      expect(placeBefore(text, quote, offset)).toBe(offset === 0 ? -1 : text.lastIndexOf(quote, offset - 1));
    }));
  });

  it('are given up where too many begin alike', () => {
    expect(placeAfter('a'.repeat(100_000), `${'a'.repeat(5_000)}b`, 0)).toBe(-1);
    expect(placeBefore('a'.repeat(100_000), `${'a'.repeat(5_000)}b`, 100_000)).toBe(-1);
  });
});
