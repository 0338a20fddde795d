import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hardText } from './testing/arbitrary-edit.ts';
import { cutWords, indexText, wordAt } from './text-index.ts';

const words = (text: string) => {
  const { starts, ends } = cutWords(text);
  return Array.from(starts, (start, at) => text.slice(start, ends[at]));
};

describe('cutWords', () => {
  it.each([
    ['words and numbers', 'The 3rd fleet’s ships, met.', ['The', '3rd', 'fleet', 's', 'ships', 'met']],
    ['each character where words have no spaces', '中文 ที่นี่ かな', ['中', '文', 'ที่', 'นี่', 'か', 'な']],
    ['letters with the marks on them', 'cafe\u0301 שָׁלוֹם', ['cafe\u0301', 'שָׁלוֹם']],
    ['emoji and signs', '👩‍🚀 at 5 €, 🇳🇴🇸🇪', ['👩‍🚀', 'at', '5', '€', '🇳🇴', '🇸🇪']],
    ['nothing of signs between words', ' — “…” \n', []],
  ])('cuts %s', (_, text, expected) => expect(words(text)).toEqual(expected));

  it('compares words whatever their case and the form of their accents', () => {
    expect(cutWords('CAFÉ cafe\u0301').terms).toEqual(['café', 'café']);
  });

  it('never cuts through a surrogate pair', () => {
    fc.assert(fc.property(hardText, (text) => {
      for (const word of words(text)) expect(word.isWellFormed()).toBe(true);
    }));
  });
});

describe('indexText', () => {
  it('knows every place of every word', () => {
    fc.assert(fc.property(hardText, (text) => {
      const index = indexText(text).words();
      index.terms.forEach((term, number) => {
        expect(index.numberOf(term)).toBe(number);
        for (const place of index.placesOf(number)) expect(index.words[place]).toBe(number);
      });
      expect(index.terms.reduce((sum, _, number) => sum + index.placesOf(number).length, 0)).toBe(index.words.length);
    }));
  });

  it('finds the word at an offset, or the next', () => {
    const index = indexText('one  two').words();
    expect([0, 2, 3, 4, 7, 8].map((offset) => wordAt(index, offset))).toEqual([0, 0, 1, 1, 1, 2]);
  });
});
