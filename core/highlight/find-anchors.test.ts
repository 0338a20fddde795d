import { describe, expect, it } from 'vitest';
import { describeAnchor } from './anchor.ts';
import { expectPlace, findAnchors } from './find-anchors.ts';
import { indexText, type TextIndex } from './text-index.ts';

const day = (at: number) => `Day ${at}: oats, two eggs and a cup of tea.`;
const days = Array.from({ length: 60 }, (_, at) => day(at));
const text = days.join('\n');
const onDay = (at: number) => {
  const start = text.indexOf(day(at)) + day(at).indexOf('oats');
  return describeAnchor(text, { start, end: start + 'oats, two eggs'.length });
};
/** An index that may not be asked for its words. */
const withoutWords = (given: string): TextIndex => ({ ...indexText(given), words: () => { throw new Error('the words were indexed'); } });

describe('findAnchors', () => {
  it('indexes no words where every anchor is at its place', () => {
    const anchors = [3, 30, 59].map(onDay);
    expect(findAnchors(withoutWords(text), anchors)).toMatchObject(anchors.map(({ start }) => ({ how: 'place', range: { start } })));
  });

  it('tells lines that are nearly the same apart by where their neighbours went', () => {
    const after = ['A line before all others, of some length and more.', ...days].join('\n').replace('Day 30: oats', 'Day XXX: oats').replace('Day 31', 'DAY 31');
    const shift = after.length - text.length;
    const [, placement] = findAnchors(after, [onDay(20), onDay(30), onDay(40)]);
    expect(placement).toMatchObject({ kind: 'found', range: { start: onDay(30).start + shift } });
  });

  it('does not take the twin of a line without asking when the line itself was changed', () => {
    const twins = [...days.slice(0, 30), 'Subscribe to our letter for more.', ...days.slice(30), ...days, 'Subscribe to our letter for more.', ...days].join('\n');
    const start = twins.indexOf('Subscribe to our');
    const anchors = [...[5, 10, 20, 28].map(onDay), { ...describeAnchor(twins, { start, end: start + 32 }), prefix: '', suffix: '' }, ...[33, 40, 50].map(onDay)];
    const placements = findAnchors(twins.replace('Subscribe to our letter', 'Subscribe to the letter'), anchors);
    expect(placements[4]).toMatchObject({ kind: 'found', isCertain: false });
  });

  it('answers the same twice', () => {
    const after = days.toReversed().join('\n');
    const anchors = [1, 20, 45].map(onDay);
    expect(findAnchors(after, anchors)).toEqual(findAnchors(after, anchors));
  });
});

describe('expectPlace', () => {
  const landmarks = [{ before: 10, after: 110 }, { before: 20, after: 120 }, { before: 30, after: 9_000 }, { before: 40, after: 140 }, { before: 1_000, after: 1_050 }];

  it('goes with most of the neighbours, whatever one of them does', () => expect(expectPlace(landmarks.slice(0, 4), 25)).toBe(125));
  it('stays where nothing is known', () => expect(expectPlace([], 25)).toBe(25));
});
