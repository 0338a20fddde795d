import { describe, expect, it } from 'vitest';
import { formerWording, isToReview } from './highlight.ts';

const anchorOf = (exact: string) => ({ start: 0, end: exact.length, exact, prefix: '', suffix: '' });

describe('isToReview', () => {
  it.each([[undefined, false], [null, false], ['moved', true], ['unsure', true], ['lost', true], ['orphan', false]] as const)('of %s is %s', (kind, expected) => expect(isToReview({ review: kind && { kind } })).toBe(expected));
});

describe('formerWording', () => {
  const anchor = anchorOf('Three ships');
  it.each([
    ['is what was quoted before the words were changed', 'moved', 'Two ships', 'Two ships'],
    ['is nothing where the same words stand elsewhere', 'moved', 'Three ships', null],
    ['is nothing where the place is only a guess', 'unsure', 'Two ships', null],
  ] as const)('%s', (_, kind, before, expected) => expect(formerWording({ anchor, review: { kind, before: anchorOf(before) } })).toBe(expected));
  it('is nothing where nothing is to be settled', () => expect(formerWording({ anchor, review: null })).toBeNull());
});
