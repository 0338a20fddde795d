import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRange } from '../article/testing/arbitrary-content.ts';
import { type Anchor, describeAnchor } from './anchor.ts';
import { certainRange, findAll, findAnchor } from './find-anchor.ts';
import { editedOutside, hardText } from './testing/arbitrary-edit.ts';

const text = 'The fleet met the other fleet in the strait.';
const anchor = describeAnchor(text, { start: 24, end: 29 });
const long = 'Ships of all states enjoy the right of transit passage through straits that are used for international navigation. A coastal state may not hamper it. Warships give no notice, and submarines may stay under water. The minister denied that a frigate had asked for leave.';
const anchorOf = (quote: string, given = long) => describeAnchor(given, { start: given.indexOf(quote), end: given.indexOf(quote) + quote.length });
/** The words at which an anchor is found, marked with a question mark where that is for a person to review. */
function wordsAt(given: string, looked: Anchor): string | null {
  const placement = findAnchor(given, looked);
  return placement.kind === 'orphan' ? null : given.slice(placement.range.start, placement.range.end) + (placement.isCertain ? '' : '?');
}

describe('findAnchor', () => {
  it.each([
    ['finds the words where they were', text, { start: 24, end: 29 }, 'place'],
    ['follows them when text is added before', `On Monday: ${text}`, { start: 35, end: 40 }, 'quote'],
    ['follows them when text is added far behind', `${text}${' More.'.repeat(30)}`, { start: 24, end: 29 }, 'place'],
  ])('%s', (_, given, range, how) => expect(findAnchor(given, anchor)).toMatchObject({ kind: 'found', range, how, isCertain: true, score: 1 }));

  it.each([
    ['gives up when the words are gone', 'The ships met.', null],
    ['gives up in an empty text', '', null],
    ['asks when only the words are left, and not what was around them', 'Another fleet came.', 'fleet?'],
    ['gives up when the words stand in several places and none fits', 'One fleet, two fleets, no fleet.', null],
  ])('%s', (_, given, words) => expect(wordsAt(given, anchor)).toBe(words));

  it.each([
    ['a word within the quote was replaced', 'may not hamper it', 'must not hamper it', 'must not hamper it'],
    ['a word was put in', 'Warships give no notice', 'Warships give absolutely no notice', 'Warships give absolutely no notice'],
    ['a letter was mistaken', 'submarines may stay under water', 'submarinse may stay under water', 'submarinse may stay under water'],
    ['what is around it was changed', 'The minister denied that', 'Yet minister denied that', 'The minister denied that'],
    ['its end was deleted', 'the right of transit passage through straits', 'the right of transit passage through', 'the right of transit passage through'],
  ])('follows a quote when %s', (title, old, changed, words) => {
    const quote = title.startsWith('what') ? 'denied that a frigate had asked' : old;
    expect(wordsAt(`Preface. ${long.replace(old, changed)}`, anchorOf(quote))).toBe(title.startsWith('what') ? quote : words);
  });

  it('asks when two places are as good', () => {
    const rows = 'Monday: oats and two eggs.\n'.repeat(3);
    const second = describeAnchor(rows, { start: 27 + 8, end: 27 + 25 });
    expect(findAnchor(`Tuesday: oats and two eggs.\n${rows.replace('Monday', 'Tuesday')}`, { ...second, start: 3 })).toMatchObject({ kind: 'found', isCertain: false });
  });

  it('takes the signs at the edges of a quote with it, and a quote that begins within a word stays there', () => {
    const given = 'He said “we sail where the law allows,” and went on to say rather more about it than he had to.';
    expect(wordsAt(given.replace('sail', 'steam'), anchorOf('“we sail where the law allows,”', given))).toBe('“we steam where the law allows,”');
    expect(wordsAt(given.replace('law', 'rule'), anchorOf('ere the law all', given))).toBe('ere the rule all');
  });

  it.each([
    ['Chinese', '国际海峡中的过境通行权适用于所有船舶，沿海国不得阻碍通行。军舰无须事先通知，潜艇可以在水下航行。', '不得阻碍通行', '不可阻碍通行'],
    ['Thai', 'เรือทุกลำมีสิทธิผ่านช่องแคบระหว่างประเทศโดยไม่ถูกขัดขวางจากรัฐชายฝั่งและไม่ต้องแจ้งล่วงหน้า', 'โดยไม่ถูกขัดขวาง', 'โดยมิถูกขัดขวาง'],
    ['Hebrew', 'לכל האוניות יש זכות מעבר במצרים המשמשים לשיט בינלאומי, והמדינה אינה רשאית לעכב אותן בשום דרך.', 'זכות מעבר במצרים המשמשים', 'זכות מעבר במצרים הרחבים'],
  ])('follows a quote in %s', (_, given, old, changed) => expect(wordsAt(`… ${given.replace(old, changed)}`, anchorOf(old, given))?.replace('?', '')).toBe(changed));

  it('cuts no emoji and no accent from its letter', () => {
    const given = 'Launch day for the crew 👩‍🚀👨‍🚀 at the cafe\u0301 by the water was long and hot.';
    expect(wordsAt(given.replace('crew', 'Crew,'), anchorOf('crew 👩‍🚀👨‍🚀', given))).toBe('Crew, 👩‍🚀👨‍🚀');
    expect(wordsAt(given.replace('cafe\u0301', 'caf\u00e9').replace('Launch', 'Lunch'), anchorOf('at the cafe\u0301', given))).toBe('at the caf\u00e9');
  });

  it.each<[string, Partial<Anchor>, string | null]>([
    ['offsets past the end', { start: 10_000, end: 10_005 }, 'hamper it'],
    ['offsets that are not safe numbers', { start: Number.MAX_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER }, 'hamper it'],
    ['reversed offsets', { start: 60, end: 3 }, 'hamper it'],
    ['no context', { prefix: '', suffix: '', start: 0, end: 9 }, 'hamper it'],
    ['no context, at its place', { prefix: '', suffix: '' }, 'hamper it'],
    ['the context of something else', { prefix: 'one two three four five six ', suffix: ' seven eight nine ten eleven', start: 0 }, 'hamper it?'],
    ['no quote', { exact: '' }, null],
    ['a quote of 100,000 characters that are not there', { exact: 'xy '.repeat(33_334) }, null],
    ['context of 100,000 characters', { prefix: 'xy '.repeat(33_334), suffix: ' zz'.repeat(33_334), start: 0 }, 'hamper it?'],
  ])('takes an anchor with %s', (_, bad, words) => expect(wordsAt(long, { ...anchorOf('hamper it'), ...bad })).toBe(words));

  it('takes an anchor that begins within a surrogate pair', () => {
    const given = `A 👍 from the crew. ${long}`;
    const cut = describeAnchor(given, { start: 3, end: 8 });
    expect(certainRange(findAnchor(given, cut))).toEqual({ start: 3, end: 8 });
    expect(() => findAnchor(`B ${given.replace('crew', 'others')}`, { ...cut, start: 0 })).not.toThrow();
  });

  it('follows a quote of many paragraphs by its ends', () => {
    const paragraphs = Array.from({ length: 40 }, (_, at) => `Paragraph ${at} tells of the ${at * 7}th ship that passed the strait on day ${at * 13} of that year.`);
    const given = paragraphs.join('\n');
    const quote = describeAnchor(given, { start: given.indexOf('Paragraph 5 '), end: given.indexOf('Paragraph 30 ') });
    const words = wordsAt(['A word before.', ...paragraphs].join('\n').replace('Paragraph 12 tells of', 'The twelfth speaks of').replace('Paragraph 4 tells', 'The fourth tells'), quote);
    expect(words?.startsWith('Paragraph 5 ')).toBe(true);
    expect(words).toMatch(/on day 377 of that year\.\n?$/);
  });

  it('finds every range that was described', () => {
    fc.assert(fc.property(hardText.chain((given) => fc.tuple(fc.constant(given), arbitraryRange(given))), ([given, range]) => {
      fc.pre(range.start < range.end);
      expect(certainRange(findAnchor(given, describeAnchor(given, range)))).toEqual(range);
    }), { numRuns: 300 });
  });

  it('after an edit elsewhere finds the same words, or leaves it to a person', () => {
    fc.assert(fc.property(editedOutside, ({ text: given, range, after }) => {
      const described = describeAnchor(given, range);
      const found = certainRange(findAnchor(after, described));
      if (found) expect(after.slice(found.start, found.end)).toBe(described.exact);
    }), { numRuns: 500 });
  });

  it('stays within the text, gives what it finds a score, cuts no character of its own accord, and answers the same again', () => {
    fc.assert(fc.property(hardText.chain((given) => fc.tuple(fc.constant(given), arbitraryRange(given))), hardText, ([given, range], other) => {
      fc.pre(range.start < range.end);
      const described = describeAnchor(given, range);
      const placement = findAnchor(other, described);
      expect(findAnchor(other, described)).toEqual(placement);
      if (placement.kind === 'orphan') return;
      const { start, end } = placement.range;
      expect(0 <= start && start < end && end <= other.length).toBe(true);
      expect(placement.score).toBeGreaterThanOrEqual(0.5);
      expect(placement.score).toBeLessThanOrEqual(1);
      const isVerbatim = other.slice(start, end) === described.exact;
      for (const edge of isVerbatim ? [] : [start, end]) expect(/^[\ud800-\udbff][\udc00-\udfff]$/.test(other.slice(edge - 1, edge + 1))).toBe(false);
    }), { numRuns: 300 });
  });

  it('takes any anchor whatever', () => {
    const anyAnchor = fc.record({ start: fc.nat(), end: fc.nat(), exact: hardText, prefix: hardText, suffix: hardText });
    fc.assert(fc.property(hardText, anyAnchor, (given, looked) => {
      const placement = findAnchor(given, looked);
      if (placement.kind === 'found') expect(placement.range.end).toBeLessThanOrEqual(given.length);
    }), { numRuns: 300 });
  });
});

describe('findAll', () => {
  it.each([
    ['every place', 'a b a', 'a', [0, 4]], ['places that overlap', 'aaaa', 'aa', [0, 1, 2]], ['none of an empty quote', 'aaa', '', []], ['none where there is none', 'abc', 'x', []],
  ])('finds %s', (_, given, quote, starts) => expect(findAll(given, quote)).toEqual(starts.map((start) => ({ start, end: start + quote.length }))));
});
