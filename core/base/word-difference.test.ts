import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords, type Piece } from './word-difference.ts';

const marks = { same: '', added: '+', removed: '-' } as const;
const written = (pieces: readonly Piece[]) => pieces.map(({ kind, text }) => (kind === 'same' ? text : `[${marks[kind]}${text}]`)).join('');

describe('compareWords', () => {
  it.each([
    ['marks a word that was changed', 'Who says so?', 'Who wrote so?', 'Who [-says][+wrote] so?'],
    ['marks what was added at the end', 'Check', 'Check the date', 'Check[+ the date]'],
    ['marks what was taken away', 'Check the date', 'date', '[-Check the ]date'],
    ['says nothing of equal texts', 'Same.', 'Same.', 'Same.'],
    ['has nothing to say of empty texts', '', '', ''],
    ['knows the words of a text without spaces', '航行自由是原则', '航行自由是权利', '航行自由是[-原则][+权利]'],
    ['takes words that were changed in a row as one change', 'They left at dawn today.', 'They came by noon today.', 'They [-left at dawn][+came by noon] today.'],
    ['keeps lines apart', 'One line.\nTwo lines.', 'A line.\nTwo words.', '[-One][+A] line.\nTwo [-lines][+words].'],
    ['marks a line that is new', 'One.\nThree.', 'One.\nTwo.\nThree.', 'One.\n[+Two.\n]Three.'],
    ['marks lines that are new at the end', 'One.', 'One.\nTwo.', 'One.[+\nTwo.]'],
    ['marks lines that are gone at the end', 'One.\nTwo.', 'One.', 'One.[-\nTwo.]'],
    ['keeps right-to-left words whole', 'حرية الملاحة', 'حرية التجارة', 'حرية [-الملاحة][+التجارة]'],
  ])('%s', (_, before, after, expected) => expect(written(compareWords(before, after))).toBe(expected));

  it('holds both texts, whatever they are', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(fc.constantFrom('the ', 'strait ', 'navy\n', '海峡', '. '), { maxLength: 40 }).map((parts) => parts.join('')));
    fc.assert(fc.property(text, text, (before, after) => {
      const pieces = compareWords(before, after);
      const without = (kind: Piece['kind']) => pieces.filter((piece) => piece.kind !== kind).map((piece) => piece.text).join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
    }));
  });

  it('gives up on texts that have nothing in common, and still holds both', () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
    const [before, after] = [many('a'), many('b')];
    expect(compareWords(before, after)).toEqual([{ kind: 'removed', text: before }, { kind: 'added', text: after }]);
  });
});
