import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryContent } from './testing/arbitrary-content.ts';
import { createContent } from './blocks.ts';
import { projectContent } from './projection.ts';
import { type Direction, nextWordBound, stepText, type StepUnit } from './text-steps.ts';

const paragraphs = (...texts: readonly string[]) => projectContent(createContent(texts.map((text, index) => ({ kind: 'paragraph', leaf: { id: `p${index}`, text, marks: [] } }))));
const projection = paragraphs('He left. “Why?” she asked.', '', 'No answer came.');
const units: readonly StepUnit[] = ['character', 'word', 'sentence', 'paragraph', 'text'];

/** Every place that steps lead to from one end of the text to the other, with the first. */
function walk(from: number, unit: StepUnit, direction: Direction): readonly number[] {
  const next = stepText(projection, from, { unit, direction, locale: 'en' });
  return next === from ? [from] : [from, ...walk(next, unit, direction)];
}

describe('stepText', () => {
  it('goes forward to the ends of words, and to the end of the leaf after its last', () => {
    expect(walk(0, 'word', 1)).toEqual([0, 2, 7, 13, 19, 25, 26, 30, 37, 42, 43]);
  });

  it('goes back to the starts of words, and to the start of the leaf before its first', () => {
    expect(walk(43, 'word', -1)).toEqual([43, 38, 31, 28, 20, 16, 10, 3, 0]);
  });

  it('goes from one sentence’s start to the next', () => {
    expect(walk(0, 'sentence', 1)).toEqual([0, 9, 16, 28, 43]);
    expect(walk(43, 'sentence', -1)).toEqual([43, 28, 16, 9, 0]);
  });

  it('goes from one paragraph’s start to the next, over an empty one', () => {
    expect(walk(0, 'paragraph', 1)).toEqual([0, 28, 43]);
    expect(walk(30, 'paragraph', -1)).toEqual([30, 28, 0]);
  });

  it('takes what is read as one character as one', () => {
    const family = paragraphs('a👩‍👩‍👧é.');
    expect(stepText(family, 1, { unit: 'character', direction: 1, locale: null })).toBe(9);
    expect(stepText(family, 9, { unit: 'character', direction: -1, locale: null })).toBe(1);
  });

  it('takes a language that is no tag for none', () => {
    expect(stepText(projection, 0, { unit: 'word', direction: 1, locale: 'x' })).toBe(2);
  });

  it('stays where there is no text', () => {
    const empty = projectContent(createContent([]));
    for (const unit of units) expect(stepText(empty, 0, { unit, direction: 1, locale: null })).toBe(0);
  });

  it('always comes nearer to the end it goes to, and reaches it', () => {
    fc.assert(fc.property(arbitraryContent, fc.constantFrom(...units), fc.constantFrom<Direction>(1, -1), (content, unit, direction) => {
      const given = projectContent(content);
      const shown = given.leaves.filter(({ leaf }) => leaf.text !== '');
      const [first, last] = [shown[0], shown.at(-1)];
      if (!first || !last) return;
      const ends = [first.start, last.start + last.leaf.text.length];
      let at = ends[direction === 1 ? 0 : 1] ?? 0;
      for (let next = stepText(given, at, { unit, direction, locale: null }); next !== at; next = stepText(given, at, { unit, direction, locale: null })) {
        expect(Math.sign(next - at)).toBe(direction);
        at = next;
      }
      const goal = unit === 'text' ? (direction === 1 ? given.text.length : 0) : ends[direction === 1 ? 1 : 0];
      expect(at).toBe(goal);
    }));
  });
});

describe('nextWordBound', () => {
  it('finds starts and ends of words in any direction, over leaves', () => {
    expect(nextWordBound(projection, 25, { bound: 'end', direction: 1, locale: 'en' })).toBe(30);
    expect(nextWordBound(projection, 30, { bound: 'end', direction: -1, locale: 'en' })).toBe(25);
    expect(nextWordBound(projection, 0, { bound: 'start', direction: -1, locale: 'en' })).toBeNull();
  });
});
