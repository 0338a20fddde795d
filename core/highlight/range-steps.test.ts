import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createContent } from '../article/blocks.ts';
import { projectContent, trimRange } from '../article/projection.ts';
import { arbitraryContent } from '../article/testing/arbitrary-content.ts';
import { type Bound, moveBound, placeBound } from './range-steps.ts';

const projection = projectContent(createContent(['One two, three.', 'Four five'].map((text, index) => ({ kind: 'paragraph', leaf: { id: `p${index}`, text, marks: [] } }))));
const words = ({ start, end }: { start: number; end: number }) => projection.text.slice(start, end);
const two = { start: 4, end: 7 };
const step = (bound: Bound, direction: 1 | -1, unit: 'character' | 'word' = 'word') => ({ bound, direction, unit, locale: 'en' });

describe('moveBound', () => {
  it.each([
    ['the end a word on', two, step('end', 1), 'two, three'],
    ['the end a word back', { start: 4, end: 14 }, step('end', -1), 'two'],
    ['the start a word back', two, step('start', -1), 'One two'],
    ['the start a word on', { start: 0, end: 7 }, step('start', 1), 'two'],
    ['the end a character on', two, step('end', 1, 'character'), 'two,'],
    ['the end a character on, over a space', { start: 4, end: 8 }, step('end', 1, 'character'), 'two, t'],
    ['the start a character back, over a space', two, step('start', -1, 'character'), 'e two'],
    ['the end into the next paragraph', { start: 9, end: 14 }, step('end', 1), 'three.\nFour'],
  ])('moves %s', (_, range, by, quote) => expect(words(moveBound(projection, range, by))).toBe(quote));

  it.each([
    ['its last word', two, step('end', -1)],
    ['its last word, from the start', two, step('start', 1)],
    ['its last character', { start: 4, end: 5 }, step('end', -1, 'character')],
    ['what is not there', { start: 0, end: 25 }, step('end', 1)],
  ])('keeps %s', (_, range, by) => expect(moveBound(projection, range, by)).toEqual(range));

  it('never empties a range nor ends it in white space, and moves one end alone', () => {
    fc.assert(fc.property(arbitraryContent, fc.nat(), fc.nat(), fc.constantFrom<Bound>('start', 'end'), fc.constantFrom<1 | -1>(1, -1), fc.constantFrom('character' as const, 'word' as const), (content, a, b, bound, direction, unit) => {
      const given = projectContent(content);
      const [start, end] = [a % (given.text.length + 1), b % (given.text.length + 1)].sort((x, y) => x - y);
      const range = trimRange(given.text, { start: start ?? 0, end: end ?? 0 });
      if (!range) return;
      const moved = moveBound(given, range, { bound, direction, unit, locale: null });
      expect(trimRange(given.text, moved)).toEqual(moved);
      const other = bound === 'start' ? 'end' : 'start';
      expect(moved[other]).toBe(range[other]);
    }));
  });
});

describe('placeBound', () => {
  it('takes the nearest edge of a word, or exactly the place', () => {
    const place = (bound: Bound, offset: number, isExact = false) => words(placeBound(projection, two, { bound, offset, isExact, locale: 'en' }));
    expect(place('end', 12)).toBe('two, three');
    expect(place('end', 10)).toBe('two');
    expect(place('end', 12, true)).toBe('two, thr');
    expect(place('start', 1)).toBe('One two');
    expect(place('start', 2, true)).toBe('e two');
  });

  it('keeps the range where the ends would meet or cross', () => {
    expect(placeBound(projection, two, { bound: 'end', offset: 1, isExact: false, locale: 'en' })).toEqual(two);
    expect(placeBound(projection, two, { bound: 'start', offset: 7, isExact: true, locale: 'en' })).toEqual(two);
  });
});
