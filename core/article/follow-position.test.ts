import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followPosition } from './follow-position.ts';

const old = 'The first sentence stands here. The second sentence is where reading stopped. The third one follows it.';
const stopped = old.indexOf('The second');

describe('followPosition', () => {
  it('stays in a text that is the same', () => expect(followPosition(old, old, stopped)).toBe(stopped));
  it('follows its words when text is put before them', () => expect(followPosition(old, `A correction. ${old}`, stopped)).toBe(stopped + 14));
  it('follows its words when text before them is gone', () => expect(followPosition(old, old.slice(stopped), stopped)).toBe(0));
  it('takes the nearest of several places', () => {
    const twice = `${old} ${old}`;
    expect(followPosition(old, twice, stopped)).toBe(stopped);
  });
  it('keeps its share of the text when its words are gone', () => expect(followPosition('a'.repeat(100), 'b'.repeat(50), 40)).toBe(20));
  it('stays at the beginning', () => expect(followPosition(old, 'Something else.', 0)).toBe(0));

  it('never leaves the text', () => {
    fc.assert(fc.property(fc.string(), fc.string(), fc.nat(200), (before, after, position) => {
      const place = followPosition(before, after, Math.min(position, before.length));
      expect(place >= 0 && place <= Math.max(after.length, before === after ? before.length : 0)).toBe(true);
    }));
  });
});
