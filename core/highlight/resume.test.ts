import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeResume, findResume } from './resume.ts';

const hash = 'a'.repeat(64);
const old = 'The first sentence stands here. The second sentence is where reading stopped. The third one follows it, and so does a fourth.';
const stopped = old.indexOf('The second');

function follow(text: string, position: number, next: string): number | null {
  const resume = describeResume(text, position, hash);
  return resume && findResume(next, resume);
}

describe('the sentence at which reading goes on', () => {
  it.each([
    ['stays in a text that is the same', old, stopped],
    ['follows its words when text is put before them', `A correction, of some length. ${old}`, stopped + 30],
    ['follows its words when text before them is gone', old.slice(stopped), 0],
    ['is found where some of its words were changed', old.replace('is where reading stopped', 'was where the reading stopped'), stopped],
  ])('%s', (_, next, place) => expect(follow(old, stopped, next)).toBe(place));

  it('is lost with its words', () => expect(follow(old, stopped, 'Quite another text, of which nothing was said before.')).toBeNull());
  it('is nowhere at the end of a text', () => expect(describeResume(old, old.length, hash)).toBeNull());

  it('is always found again where nothing changed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), fc.nat(399), (text, at) => {
      const position = Math.min(at, text.length - 1);
      expect(follow(text, position, text)).toBe(position);
    }));
  });
});
