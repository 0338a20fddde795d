import { describe, expect, it } from 'vitest';
import { alignWords, likeness } from './align-words.ts';
import { makePattern } from './anchor-pattern.ts';
import { indexText } from './text-index.ts';

describe('likeness', () => {
  it.each([
    ['a letter mistaken', 'strait', 'streit', 5 / 6], ['two swapped', 'strait', 'strati', 4 / 6], ['one lost', 'strait', 'strit', 5 / 6], ['an ending', 'ship', 'ships', 4 / 5],
    ['another word', 'strait', 'harbour', 0], ['a short word', 'the', 'she', 0], ['nothing', '', '', 0],
  ])('knows %s', (_, a, b, expected) => {
    expect(likeness(a, b)).toBeCloseTo(expected);
    expect(likeness(b, a)).toBeCloseTo(expected);
  });
});

describe('alignWords', () => {
  const aligned = (quote: string, text: string) => {
    const index = indexText(text).words();
    const pattern = makePattern({ start: 0, end: 0, exact: quote, prefix: '', suffix: '' }, index);
    return alignWords(pattern, index, { first: 0, slack: index.words.length }).map((each) => [...each]);
  };

  it.each([
    ['words in a row', 'two three', 'one two three four', [1, 2]],
    ['a word that was put in', 'two three', 'one two more three four', [1, 3]],
    ['a word that was taken out', 'one two three', 'zero one three four', [1, -1, 2]],
    ['a word in place of another', 'one two three', 'zero one deux three', [1, 2, 3]],
  ])('finds %s', (_, quote, text, expected) => expect(aligned(quote, text)[0]).toEqual(expected));

  it('tells of a second place that fits as well', () => {
    expect(aligned('oats and eggs', 'oats and eggs then tea oats and eggs')).toEqual([[0, 1, 2], [5, 6, 7]]);
  });
});
