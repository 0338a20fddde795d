import { describe, expect, it } from 'vitest';
import { afterSentence, queueFrom, stepQueue } from './speech-queue.ts';

const sentences = [{ start: 0, end: 4 }, { start: 5, end: 9 }, { start: 12, end: 20 }].map((range) => ({ ...range, language: 'en' }));

describe('queueFrom', () => {
  it.each([[0, 0], [3, 0], [4, 1], [10, 2], [19, 2], [20, 2]])('begins for offset %i with sentence %i', (offset, index) => expect(queueFrom(sentences, offset)).toEqual({ sentences, index, isPlaying: true }));
  it('plays nothing where nothing is', () => expect(queueFrom([], 3)).toEqual({ sentences: [], index: 0, isPlaying: false }));
});

describe('stepQueue', () => {
  it.each([[0, 1, 1], [1, -1, 0], [0, -1, 0], [2, 1, 2]] as const)('from sentence %i by %i comes to %i', (index, step, next) => {
    expect(stepQueue({ sentences, index, isPlaying: false }, step)).toEqual({ sentences, index: next, isPlaying: false });
  });
});

describe('afterSentence', () => {
  it('goes on with the next', () => expect(afterSentence(queueFrom(sentences, 0))).toMatchObject({ index: 1, isPlaying: true }));
  it('comes to rest on the last', () => expect(afterSentence(queueFrom(sentences, 12))).toMatchObject({ index: 2, isPlaying: false }));
});
