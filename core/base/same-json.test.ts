import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { isSameJson } from './same-json.ts';

const plain = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.constantFrom(1, 'x', null), fc.array(fc.constantFrom(1, 2, null), { maxLength: 2 }), fc.dictionary(fc.constantFrom('d', 'e'), fc.constantFrom(1, 2))));

describe('isSameJson', () => {
  it('is true just when both are spelt alike', () => {
    fc.assert(fc.property(plain, plain, (a, b) => {
      expect(isSameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
    }), { numRuns: 500 });
  });

  it('is true of a copy', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(isSameJson(value, structuredClone(value))).toBe(true);
    }));
  });

  it.each([
    ['a list and an object', [], {}, false],
    ['nothing and an object', null, {}, false],
    ['a list and a longer one', [1], [1, 2], false],
    ['a key without a value and none', { a: undefined }, {}, true],
    ['a value and a key without one', { a: 1 }, { a: undefined }, false],
  ])('tells %s', (_, a, b, isSame) => {
    expect(isSameJson(a, b)).toBe(isSame);
    expect(isSameJson(b, a)).toBe(isSame);
  });
});
