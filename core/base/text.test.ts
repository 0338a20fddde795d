import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, foldText, normaliseLine, normaliseText, shorten } from './text.ts';

const anyText = fc.string({ unit: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom('\r', '\n', '\u2028', '\u200b', '\u00ad', '\ufeff', '\u00a0', ' ', '\u3000', '\ud83d', '\ude00', 'e', '\u0301')) });

describe('normaliseText', () => {
  it.each([
    ['makes every line end "\\n"', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['makes runs of spaces one, and keeps line breaks', 'a \u00a0\t b\n\n c', 'a b\n\n c'],
    ['takes out what is not seen', '\ufeffa\u200bb\u00adc', 'abc'],
    ['composes letters', 'e\u0301', 'é'],
    ['keeps what joins emoji and letters', '👩‍🚀 می‌خواهم', '👩‍🚀 می‌خواهم'],
    ['replaces half a surrogate pair', 'a\ud83d', 'a\ufffd'],
  ])('%s', (_, text, normal) => expect(normaliseText(text)).toBe(normal));

  it('does nothing to what is normal', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      expect(normaliseLine(normaliseLine(text))).toBe(normaliseLine(text));
    }), { numRuns: 2_000 });
  });
});

describe('normaliseLine', () => {
  it('is one line, trimmed', () => {
    expect(normaliseLine('  soft \n\n power\t')).toBe('soft power');
    fc.assert(fc.property(anyText, (text) => {
      expect(normaliseLine(text)).not.toMatch(/^\s|\n|\s$/);
    }));
  });
});

describe('foldText', () => {
  it.each([
    ['case', 'ALLIANCE', 'alliance'], ['accents', 'Élan', 'elan'], ['composed and decomposed letters', 'e\u0301', '\u00e9'], ['ligatures', 'ﬁre', 'fire'], ['wide letters', 'ＮＡＴＯ', 'nato'],
    ['the Turkish İ', 'İstanbul', 'istanbul'], ['Greek accents', 'Άμυνα', 'αμυνα'],
  ])('makes equal what differs in %s', (_, a, b) => expect(foldText(a)).toBe(foldText(b)));

  it.each([
    ['Devanagari vowels', 'कि', 'का'], ['Thai vowels', 'ดี', 'ดู'], ['Japanese voicing', 'かき', 'がき'], ['Hangul', '가', '나'],
  ])('keeps apart what differs in %s', (_, a, b) => expect(foldText(a)).not.toBe(foldText(b)));

  it('does nothing to what is folded', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }));
  });
});

describe('countWords', () => {
  it.each([
    ['', 0], ['one', 1], ['two words', 2], ["don’t well-known A.D. 3.5", 4], ['— … !', 0], ['one—two', 2], ['Élan e\u0301lan', 2], ['自由航行', 2], ['北约 NATO', 2],
  ])('of %j is %i', (text, count) => expect(countWords(text)).toBe(count));
});

describe('shorten', () => {
  it.each([
    ['leaves a short text', 'a short text', 20, 'a short text'],
    ['cuts at a word', 'freedom of navigation in the strait', 26, 'freedom of navigation in…'],
    ['cuts a long word where it must', 'a'.repeat(30), 10, `${'a'.repeat(9)}…`],
    ['cuts no pair in two', '😀😀😀', 4, '😀…'],
  ])('%s', (_, text, length, short) => expect(shorten(text, length)).toBe(short));

  it('is never longer than it may be, and well-formed where the text is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 30 }), (text, length) => {
      const short = shorten(text, length);
      expect(short.length).toBeLessThanOrEqual(length);
      expect(short.isWellFormed()).toBe(true);
    }));
  });
});
