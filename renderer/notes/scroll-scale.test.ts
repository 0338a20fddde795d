import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeScale, type Pair, readScale } from './scroll-scale.ts';

describe('a scale between text and notes', () => {
  const scale = makeScale([[100, 10], [200, 110]], [1_000, 500]);

  it.each([[0, 0], [100, 10], [150, 60], [200, 110], [1_000, 500], [5_000, 500]])('reads %d in the text as %d in the notes', (text, notes) => {
    expect(readScale(scale, 0, text)).toBe(notes);
  });

  it('reads back what it read', () => {
    expect(readScale(scale, 1, readScale(scale, 0, 640))).toBeCloseTo(640);
  });

  it('leaves out pairs that would lead back', () => {
    expect(makeScale([[100, 10], [90, 20], [110, 5]], [1_000, 500])).toEqual([[0, 0], [100, 10], [1_000, 500]]);
  });

  it('never leads back, whatever the pairs', () => {
    const pairs = fc.array(fc.tuple(fc.nat(2_000), fc.nat(2_000)).map((pair): Pair => pair));
    fc.assert(fc.property(pairs, fc.nat(1_500), fc.nat(1_500), (some, a, b) => {
      const made = makeScale(some, [1_000, 700]);
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expect(readScale(made, 0, low)).toBeLessThanOrEqual(readScale(made, 0, high) + 1e-9);
    }));
  });
});
