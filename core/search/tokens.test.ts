import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../article/testing/arbitrary-content.ts';
import { tokenise } from './tokens.ts';

const terms = (text: string) => tokenise(text).map((token) => token.term);

describe('tokenise', () => {
  it.each([
    ['folds case and diacritics', 'Élan vital, ŠKODA', ['elan', 'vital', 'skoda']],
    ['folds the same text composed or decomposed', 'e\u0301lan élan', ['elan', 'elan']],
    ['cuts at hyphens and apostrophes', 'the navy’s co-operation', ['the', 'navy', 's', 'co', 'operation']],
    ['keeps digits', 'In 2016, 3.5%', ['in', '2016', '3', '5']],
    ['cuts Chinese into words', '航行自由是原则', ['航行', '自由', '是', '原则']],
    ['cuts Japanese into words', '航行の自由', ['航行', 'の', '自由']],
    ['cuts Thai into words', 'เสรีภาพในการเดินเรือ', ['เสรีภาพ', 'ใน', 'การ', 'เดิน', 'เรือ']],
    ['reads Hebrew and Arabic', 'חופש השיט حرية الملاحة', ['חופש', 'השיט', 'حرية', 'الملاحة']],
    ['reads over a soft hyphen and a joiner', 'navi\u00adgation می\u200cخواهم', ['navigation', 'میخواهم']],
    ['finds no word in signs', '— … “” 👩‍🚀', []],
  ])('%s', (_, text, expected) => expect(terms(text)).toEqual(expected));

  it('finds words in order, none over another, each where it says', () => {
    fc.assert(fc.property(arbitraryText, (text) => {
      let end = 0;
      for (const token of tokenise(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        expect(terms(text.slice(token.start, token.end)).join('')).toBe(token.term);
        end = token.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }));
  });

  it('makes terms of letters, digits and marks alone, also of a word of a hundred thousand letters', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const term of terms(text)) expect(term).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
    }));
    expect(terms('x'.repeat(100_000))).toEqual(['x'.repeat(64)]);
  });
});
