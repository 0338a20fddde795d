import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleIdSchema, createId } from './ids.ts';

const timeMs = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('an id', () => {
  it('is one that the schema takes', () => {
    fc.assert(fc.property(timeMs, chance, (time, bytes) => {
      expect(articleIdSchema.safeParse(createId(time, bytes)).success).toBe(true);
    }));
  });

  it('sorts by time', () => {
    fc.assert(fc.property(timeMs, timeMs, chance, chance, (first, second, a, b) => {
      fc.pre(first !== second);
      expect(createId(first, a) < createId(second, b)).toBe(first < second);
    }));
  });

  it('differs where chance differs', () => {
    fc.assert(fc.property(timeMs, chance, chance, (time, a, b) => {
      expect(createId(time, a) === createId(time, b)).toBe(a.every((byte, index) => byte === b[index]));
    }));
  });

  it.each(['', '..', '../../etc/passwd', '01m82pj0fder5389wb2y9030aC', 'o1m82pj0fder5389wb2y9030ac', '01m82pj0fder5389wb2y9030ac\n', '__proto__'])('is not %j', (text) => {
    expect(articleIdSchema.safeParse(text).success).toBe(false);
  });
});
