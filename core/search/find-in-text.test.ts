import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range } from '../base/range.ts';
import { hitFrom, makeTextFinder, type Wanted } from './find-in-text.ts';

const plain = (words: string): Wanted => ({ words, isCaseKept: false, areWordsWhole: false });
const found = (text: string, wanted: Wanted) => makeTextFinder(text)(wanted).map(({ start, end }) => text.slice(start, end));

describe('makeTextFinder', () => {
  it.each([
    ['folds case', 'The Entente, the entente', plain('ENTENTE'), ['Entente', 'entente']],
    ['folds diacritics on either side', 'Élan, elan, élan', plain('elán'), ['Élan', 'elan', 'élan']],
    ['takes in marks that stand after their letter', 'e\u0301lan', plain('e'), ['e\u0301']],
    ['takes curly quote marks for straight ones', 'It’s “so”', plain('it\'s "so"'), ['It’s “so”']],
    ['takes a line break for a space', 'freedom of\nnavigation', plain('of nav'), ['of\nnav']],
    ['takes a final sigma for any other', 'ΟΔΥΣΣΕΥΣ Οδυσσεύς', plain('οδυσσευσ'), ['ΟΔΥΣΣΕΥΣ', 'Οδυσσεύς']],
    ['does not overlap hits', 'aaaa', plain('aa'), ['aa', 'aa']],
    ['takes a ligature whole or not at all', 'ﬁnd', plain('f'), []],
    ['finds through a ligature', 'ﬁnd', plain('find'), ['ﬁnd']],
    ['finds part of no Hangul syllable', '각', plain('가'), []],
    ['keeps case when asked', 'US us Us', { ...plain('US'), isCaseKept: true }, ['US']],
    ['keeps diacritics with case', 'résumé resume', { ...plain('resume'), isCaseKept: true }, ['resume']],
    ['finds whole words alone', 'art, start, artful, Art.', { ...plain('art'), areWordsWhole: true }, ['art', 'Art']],
    ['takes a number for part of a word', 'F16 F1', { ...plain('f1'), areWordsWhole: true }, ['F1']],
    ['cuts no pair of surrogates', '𝒜𝒞', { ...plain('\udc9c'), isCaseKept: true }, []],
    ['takes letters beyond the first plane for letters', '𝒜b b', { ...plain('b'), isCaseKept: true, areWordsWhole: true }, ['b']],
    ['finds nothing of nothing', 'text', plain(''), []],
    ['finds nothing of marks alone', 'text', plain('\u0301'), []],
  ] as const)('%s', (_, text, wanted, expected) => expect(found(text, wanted)).toEqual(expected));

  const text = fc.string({ unit: fc.constantFrom('a', 'A', 'á', 'b', 'B', ' ', '\n', '𝒜', '1', 'ß', 'ﬁ', 'İ', '’', '-'), maxLength: 60 });
  const foldOne = (character: string) => (/\s/.test(character) ? ' ' : character === '’' ? "'" : character.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase());

  /** The same by trying every row of characters at every place. */
  function findNaively(whole: string, { words, isCaseKept, areWordsWhole }: Wanted): readonly Range[] {
    const fold = (row: readonly string[]) => (isCaseKept ? row.join('') : row.map(foldOne).join(''));
    const characters = [...whole];
    const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}\p{M}_]/u.test(character);
    const isEdge = (index: number) => !isWord(characters[index - 1]) || !isWord(characters[index]);
    const sought = fold([...words]);
    const hits: Range[] = [];
    for (let from = 0; from < characters.length && sought !== ''; from += 1) {
      for (let to = from + 1; to <= characters.length; to += 1) {
        if (fold(characters.slice(from, to)) !== sought || (areWordsWhole && !(isEdge(from) && isEdge(to)))) continue;
        const start = characters.slice(0, from).join('').length;
        hits.push({ start, end: start + characters.slice(from, to).join('').length });
        from = to - 1;
        break;
      }
    }
    return hits;
  }

  it('finds what trying every place finds', () => {
    fc.assert(fc.property(text, fc.string({ unit: fc.constantFrom('a', 'A', 'á', 'b', ' ', '1', '𝒜', 'f', 'i', "'"), minLength: 1, maxLength: 3 }), fc.boolean(), fc.boolean(), (whole, words, isCaseKept, areWordsWhole) => {
      const wanted = { words, isCaseKept, areWordsWhole };
      expect(makeTextFinder(whole)(wanted)).toEqual(findNaively(whole, wanted));
    }), { numRuns: 2_000 });
  });

  it('finds every piece of a text in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (whole, a, b) => {
      const characters = [...whole.normalize('NFC').toWellFormed()];
      const from = a % characters.length;
      const words = characters.slice(from, from + 1 + (b % (characters.length - from))).join('');
      expect(makeTextFinder(characters.join(''))({ words, isCaseKept: true, areWordsWhole: false }).length).toBeGreaterThan(0);
    }));
  });
});

describe('hitFrom', () => {
  const hits = [{ start: 3, end: 5 }, { start: 10, end: 12 }];
  it.each([[0, 0], [3, 0], [4, 1], [10, 1], [11, 0]])('goes from %i to hit %i', (offset, index) => expect(hitFrom(hits, offset)).toBe(index));
  it('goes nowhere without hits', () => expect(hitFrom([], 4)).toBe(-1));
});
