import { describe, expect, it } from 'vitest';
import { snapToClusters } from './clusters.ts';

describe('snapToClusters', () => {
  it.each([
    ['leaves a range that cuts nothing', 'The cat sat.', [4, 7], 'cat'],
    ['takes in a whole surrogate pair', 'a 𝔸 b', [3, 4], '𝔸'],
    ['takes in an emoji of several parts', 'crew 👩‍🚀 left', [7, 8], '👩‍🚀'],
    ['takes in the accent of a letter', 'cafe\u0301 bar', [0, 4], 'cafe\u0301'],
    ['takes in both halves of a line end', 'one\r\ntwo', [0, 4], 'one\r\n'],
    ['takes in a flag', 'in 🇳🇴 now', [5, 7], '🇳🇴'],
  ] as const)('%s', (_, text, [start, end], words) => {
    const range = snapToClusters(text, { start, end });
    expect(text.slice(range.start, range.end)).toBe(words);
  });
});
