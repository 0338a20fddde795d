import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../article/testing/arbitrary-content.ts';
import { parseQuery } from './parse-query.ts';
import { toPlainText } from './plain-words.ts';
import { wantedOf } from './query.ts';
import { snippetsOf } from './snippets.ts';
import { tokenWords, wordsOf } from './text-words.ts';
import { tokenise } from './tokens.ts';

const letters = fc.constantFrom(...'aàAÉßæﬁªⅧ²½ÅøØıİſЖжЁйΣσςΑάϹאבعﻉक한글ㅏㅎ한ＡﾡΑΙᾳŉǆ', 'e\u0301', 'co\u00adop', '\u200d', '𝐀', '𐐀', '漢', 'ก', '👩‍🚀');
const spaces = fc.constantFrom(' ', ' ', '-', '’', '\n', '_', '…', '');
/** Texts of letters that are folded in every way there is, some of which can be looked up as they are. */
const arbitraryWords = fc.array(fc.oneof(letters, spaces, fc.constantFrom('the ', 'The ', 'fleet ', 'naïve '), fc.string({ unit: 'binary', maxLength: 1 })), { maxLength: 30 }).map((parts) => parts.join(''));
const anyText = fc.oneof(arbitraryWords, arbitraryText, fc.string({ unit: fc.constantFrom(...'abBé .-') }));
const wantedIn = (query: string) => wantedOf(parseQuery(query).query);
/** What a person asks of a text that has something of it: its words, beginnings and stretches of them. */
const askedOf = (text: string) => fc.record({ from: fc.nat(8), count: fc.integer({ min: 1, max: 3 }), cut: fc.nat(3), sign: fc.constantFrom('', '*') }).map(({ from, count, cut, sign }) => {
  const terms = tokenise(text).slice(from, from + count).map(({ term }) => term);
  return cut === 0 ? `"${terms.join(' ')}"` : `${terms.map((term) => [...term].slice(0, cut + 1).join('')).join(' ')}${sign}`;
});
const textAndQuery = anyText.chain((text) => fc.tuple(fc.constant(text), fc.array(askedOf(text), { maxLength: 3 }).map((parts) => parts.join(' '))));

describe('wordsOf', () => {
  it('finds in any text what its tokens say, and its words where they begin and end', () => {
    fc.assert(fc.property(textAndQuery, fc.nat(60), fc.nat(60), ([text, query], from, length) => {
      const [fast, slow] = [wordsOf(text, wantedIn(query)), tokenWords(text)];
      expect(fast.find(wantedIn(query))).toEqual(slow.find(wantedIn(query)));
      const start = slow.startIn(from, from + length);
      expect(fast.startIn(from, from + length)).toEqual(start);
      // Nothing is asked about an end but from where a word begins.
      if (start !== null) expect(fast.endIn(start, Math.min(text.length, start + length))).toEqual(slow.endIn(start, Math.min(text.length, start + length)));
    }), { numRuns: 2_000 });
  });

  it.each([
    ['plain ASCII', 'The fleet, 2024', true], ['accents, quote marks and emoji', 'Élan — “naïve” 🚀', true], ['Cyrillic', 'Свобода судоходства', true], ['Hebrew', 'חופש השיט', true], ['Arabic', 'حرية الملاحة', true], ['Korean', '항행의 자유', true],
    ['Chinese, which has no spaces', '航行自由', false], ['a soft hyphen', 'navi\u00adgation', false], ['a capital sigma, which its neighbours fold', 'ΟΔΟΣ', false], ['a ligature', 'ﬁeld', false],
  ])('knows at a glance whether a text can be looked up as it is: %s', (_, text, isPlain) => expect(toPlainText(text) !== null).toBe(isPlain));

  it('finds a word of more letters than are compared', () => {
    const text = `a ${'x'.repeat(70)} b`;
    const wanted = wantedIn('x'.repeat(70));
    expect(wordsOf(text, wanted).find(wanted)).toEqual([{ start: 2, end: 72 }]);
  });
});

describe('snippetsOf', () => {
  it('makes of any text the snippets that its tokens would make', () => {
    const long = fc.tuple(anyText, fc.integer({ min: 1, max: 40 })).map(([text, times]) => `${text} `.repeat(times));
    fc.assert(fc.property(long.chain((text) => fc.tuple(fc.constant(text), fc.array(askedOf(text), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')))), ([text, query]) => {
      const texts = [{ column: 'title', text: text.slice(0, 80) }, { column: 'text', text }] as const;
      expect(snippetsOf(texts, wantedIn(query))).toEqual(snippetsOf(texts, wantedIn(query), tokenWords));
    }), { numRuns: 500 });
  });
});
