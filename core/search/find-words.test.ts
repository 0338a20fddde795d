import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWanted } from './find-words.ts';
import { parseQuery } from './parse-query.ts';
import { wantedOf } from './query.ts';
import { tokenise } from './tokens.ts';

const word = fc.constantFrom('the', 'a', 'sea', 'free', 'fleet');
const phrase = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '));

/** The words of a text that stand in a row of words which has every phrase, none of them more than `distance` words before the last to begin: tried out one by one. */
function tryOut(words: readonly string[], phrases: readonly string[], distance: number): ReadonlySet<number> {
  const places = phrases.map((each) => words.flatMap((_, from) => (words.slice(from, from + each.split(' ').length).join(' ') === each ? [{ from, to: from + each.split(' ').length }] : [])));
  const marked = new Set<number>();
  for (const last of words.keys()) {
    if (!places.flat().some(({ from }) => from === last)) continue;
    const near = places.map((each) => each.filter(({ from, to }) => from <= last && last - to <= distance));
    if (near.every((each) => each.length > 0)) for (const { from, to } of near.flat()) for (let index = from; index < to; index += 1) marked.add(index);
  }
  return marked;
}

describe('findWanted', () => {
  it('marks of words near each other those that trying out every place marks', () => {
    fc.assert(fc.property(fc.array(word, { maxLength: 30 }), fc.array(phrase, { minLength: 2, maxLength: 3 }), fc.nat({ max: 12 }), (words, phrases, distance) => {
      const tokens = tokenise(words.join(' '));
      const query = `NEAR(${phrases.map((each) => `"${each}"`).join(' ')}, ${distance})`;
      const ranges = findWanted(tokens, wantedOf(parseQuery(query).query));
      const marked = tokens.flatMap(({ start, end }, index) => (ranges.some((range) => range.start <= start && end <= range.end) ? [index] : []));
      expect(marked).toEqual([...tryOut(words, phrases, distance)].sort((a, b) => a - b));
    }));
  });
});
