import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTokens, type Match } from './align-tokens.ts';

function align(before: readonly string[], after: readonly string[]): readonly Match[] {
  const steps = alignTokens(before, after);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
const matched = (matches: readonly Match[]) => matches.reduce((sum, { length }) => sum + length, 0);
const numbered = (word: string, count: number) => Array.from({ length: count }, (_, index) => `${word}${index}`);

describe('alignTokens', () => {
  it('matches equal tokens alone, in the order of both lists', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'only', ...numbered('n', 40)), { maxLength: 120 });
    fc.assert(fc.property(list, list, (before, after) => {
      let [at, other] = [0, 0];
      for (const match of align(before, after)) {
        expect(match.before).toBeGreaterThanOrEqual(at);
        expect(match.after).toBeGreaterThanOrEqual(other);
        [at, other] = [match.before + match.length, match.after + match.length];
        expect(before.slice(match.before, at)).toEqual(after.slice(match.after, other));
      }
      expect(at).toBeLessThanOrEqual(before.length);
      expect(other).toBeLessThanOrEqual(after.length);
    }));
  });

  it('leaves nothing unmatched of lists that are the same', () => expect(align(['a', 'a', 'b'], ['a', 'a', 'b'])).toEqual([{ before: 0, after: 0, length: 3 }]));
  it('matches nothing of lists that have nothing in common', () => expect(align(numbered('a', 5_000), numbered('b', 5_000))).toEqual([]));

  it('finds what stays between very many changes in long lists', () => {
    const before = numbered('w', 100_000).flatMap((word) => [word, ' ']);
    const after = before.flatMap((word, index) => (index % 20 === 0 ? ['new', ' ', 'words', ' '] : index % 26 === 0 ? [] : [word]));
    expect(matched(align(before, after))).toBeGreaterThan(before.length * 0.9);
  });

  it('of a stretch that was moved matches the rest', () => {
    const [first, second, third] = [numbered('a', 1_000), numbered('b', 300), numbered('c', 1_000)];
    expect(matched(align([...first, ...second, ...third], [...first, ...third, ...second]))).toBe(2_000);
  });

  it('stops often, so that somebody else has a turn', () => {
    const before = numbered('w', 20_000);
    let steps = 0;
    for (const _ of alignTokens(before, before.map((word, index) => (index % 50 === 0 ? 'new' : word)))) steps += 1;
    expect(steps).toBeGreaterThan(100);
  });
});
