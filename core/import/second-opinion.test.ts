import { describe, expect, it } from 'vitest';
import type { Block } from '../article/blocks.ts';
import { draftLeaf } from './number-leaves.ts';
import { chooseReading, isDoubtful, proseLengthOf } from './second-opinion.ts';

const sentence = (word: string) => `The ${word} crossed the strait in forty minutes and nobody in either town had ever thought of it as a ${word}.`;
const paragraph = (text: string): Block => ({ kind: 'paragraph', leaf: draftLeaf(text) });
const text = (...words: readonly string[]) => words.map((word) => paragraph(sentence(word)));
const short = text('ferry', 'lorry');
const long = [...short, ...text('ship', 'boat', 'train', 'barge', 'cart', 'bus')];

describe('isDoubtful', () => {
  it('asks again where little was found on a page that has much more', () => expect(isDoubtful(short, () => long)).toBe(true));
  it('does not where the page has no more', () => expect(isDoubtful(short, () => short)).toBe(false));
  it('does not look at the page where much was found', () => {
    const much = [...long, ...long, ...long];
    expect(isDoubtful(much, () => { throw new Error('looked'); })).toBe(false);
  });
});

describe('proseLengthOf', () => {
  it('counts neither links, captions nor what was set aside', () => {
    const linked: Block = { kind: 'paragraph', leaf: draftLeaf(sentence('link'), [{ kind: 'link', href: 'https://e.com/', start: 0, end: 90 }]) };
    expect(proseLengthOf([linked, paragraph('Too short.'), { kind: 'aside', id: '', reason: 'other', blocks: short }, { kind: 'figure', images: [], caption: draftLeaf(sentence('map')), credit: null, copies: 1 }])).toBe(0);
    expect(proseLengthOf(text('ferry'))).toBe(sentence('ferry').length);
  });
});

describe('chooseReading', () => {
  it('takes the second where it has the first and much more prose', () => expect(chooseReading(short, long, false)).toBe(long));

  it('keeps the first where the second has more lines but not more prose', () => {
    const headlines = [...short, ...Array.from({ length: 40 }, (_, index) => paragraph(`Headline number ${index} of the day`)), ...text('ship', 'boat', 'train')];
    expect(chooseReading(short, headlines, false)).toEqual(short);
  });

  it('takes the second where the first has next to nothing', () => expect(chooseReading([paragraph('Cookies.')], long, false)).toBe(long));

  it('takes what knows the site, where it found what the first did not', () => {
    const answers = [paragraph('Somebody answers here with thirteen words that appear on no other page at all.')];
    expect(chooseReading(long, answers, true)).toBe(answers);
    expect(chooseReading(long, short, true)).toEqual(long);
  });

  it('sets aside the short lines that only the first has, and keeps those of both', () => {
    const [own, shared] = [paragraph('Loading content …'), paragraph('He agreed.')];
    expect(chooseReading([...long, own, shared], [...long, shared], false).slice(-2)).toEqual([{ kind: 'aside', id: '', reason: 'other', blocks: [own] }, shared]);
  });

  it('sets nothing aside where the two found different things', () => {
    const first = [...text('ferry', 'lorry', 'ship'), paragraph('He agreed.')];
    expect(chooseReading(first, [paragraph('Nothing of it.')], false)).toBe(first);
  });
});
