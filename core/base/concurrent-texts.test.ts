import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinConcurrentTexts } from './concurrent-texts.ts';

describe('joinConcurrentTexts', () => {
  it.each([
    ['takes mine where nobody else wrote', { base: 'A', mine: 'A, and more', theirs: 'A' }, 'A, and more'],
    ['takes theirs where I wrote nothing', { base: 'A', mine: 'A', theirs: 'A, and theirs' }, 'A, and theirs'],
    ['takes theirs where it is a part of what I have', { base: 'A, typed', mine: 'A, typed', theirs: 'A' }, 'A'],
    ['keeps both where both wrote into the same line', { base: 'A', mine: 'A, mine', theirs: 'A, theirs' }, 'A, mine\n\n---\n\nA, theirs'],
    ['keeps lines that were added under what I go on writing', { base: 'A', mine: 'A, mine', theirs: 'A\n\nTheirs.' }, 'A, mine\n\nTheirs.'],
    ['keeps lines that were added over it', { base: 'A', mine: 'A, mine', theirs: 'Theirs.\n\nA' }, 'Theirs.\n\nA, mine'],
    ['goes on in my part of a text that was joined before', { base: 'mine', mine: 'mine, longer', theirs: 'one\n\n---\n\nmine\n\n---\n\ntwo' }, 'one\n\n---\n\nmine, longer\n\n---\n\ntwo'],
    ['keeps both where I added lines to what somebody else went on with', { base: 'A', mine: 'A\n\nMine.', theirs: 'A, theirs' }, 'A\n\nMine.\n\n---\n\nA, theirs'],
    ['keeps what was written against a removal', { base: 'A', mine: '', theirs: 'A, theirs' }, 'A, theirs'],
    ['keeps what I wrote against a removal', { base: 'A', mine: 'A, mine', theirs: '' }, 'A, mine'],
  ])('%s', (_, texts, joined) => expect(joinConcurrentTexts(texts)).toBe(joined));

  it('holds the words that each added, whatever the texts', () => {
    const words = fc.array(fc.constantFrom('a', 'b', '\n', ' ', 'cd'), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(fc.property(words, words, words, (base, added, theirs) => {
      const mine = `${base}\n${added}MINE`;
      const other = `${theirs}THEIRS`;
      const joined = joinConcurrentTexts({ base, mine, theirs: other });
      expect(joined).toContain('MINE');
      expect(joined).toContain('THEIRS');
    }));
  });

  it('changes nothing when it is done again', () => {
    fc.assert(fc.property(fc.string(), fc.string(), fc.string(), (base, mine, theirs) => {
      const joined = joinConcurrentTexts({ base, mine, theirs });
      expect(joinConcurrentTexts({ base, mine, theirs: joined })).toBe(joined);
    }), { numRuns: 1_000 });
  });
});
