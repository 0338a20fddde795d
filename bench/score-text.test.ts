import { describe, expect, it } from 'vitest';
import { f1Of, f1OfMeans, meanF1, scoreText } from './score-text.ts';

describe('scoreText', () => {
  it.each([
    ['the same text', 'a b c d e', 'a b c d e', { precision: 1, recall: 1 }],
    ['half of it', 'a b c d', 'a b c d e', { precision: 1, recall: 0.5 }],
    ['more than it', 'a b c d e', 'a b c d', { precision: 0.5, recall: 1 }],
    ['nothing', '', 'a b c d', { precision: 0, recall: 0 }],
    ['nothing where there is nothing', '', '', { precision: 1, recall: 1 }],
    ['said twice', 'a b c d a b c d', 'a b c d', { precision: 0.2, recall: 1 }],
    ['a text of fewer words than a run', 'a b', 'a b', { precision: 1, recall: 1 }],
  ])('scores %s', (_, found, truth, score) => expect(scoreText(found, truth, 4)).toEqual(score));

  it('compares words without their order', () => expect(scoreText('b a', 'a b', 1)).toEqual({ precision: 1, recall: 1 }));

  it('makes one number of many pages in two ways', () => {
    const scores = [{ precision: 1, recall: 0.5 }, { precision: 0.5, recall: 1 }];
    expect(f1Of({ precision: 1, recall: 0.5 })).toBeCloseTo(2 / 3);
    expect(meanF1(scores)).toBeCloseTo(2 / 3);
    expect(f1OfMeans(scores)).toBeCloseTo(0.75);
  });
});
