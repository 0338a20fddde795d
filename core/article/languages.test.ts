import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SaidLanguage } from './blocks.ts';
import { languageRuns, type Spoken, spokenOfBlock } from './languages.ts';
import { arbitraryText } from './testing/arbitrary-content.ts';

const english: Spoken = { language: 'en', direction: 'ltr' };
const arabic: Spoken = { language: 'ar', direction: 'rtl' };
const leafOf = (text: string, languages?: readonly SaidLanguage[]) => ({ id: 'a', text, marks: [], languages });
const runsOf = (text: string, around: Spoken = english) => languageRuns(leafOf(text), around).map(({ start, end, language, direction }) => [text.slice(start, end), language, direction]);

describe('languageRuns', () => {
  it.each<[string, Spoken, string, readonly (readonly [string, string | null, string])[]]>([
    ['a text in the article’s own script has none', english, 'Café, “naïve” – 12 €', []],
    ['a whole paragraph in another script', english, '«Это было давно», 1917.', [['«Это было давно», 1917.', 'ru', 'ltr']]],
    ['a paragraph from right to left', english, 'שלום לכולם.', [['שלום לכולם.', 'he', 'rtl']]],
    ['words in another script', english, 'The word مرحبا بالعالم means hello.', [['مرحبا بالعالم', 'ar', 'rtl']]],
    ['Persian is told from Arabic by its letters', english, 'چه خبر', [['چه خبر', 'fa', 'rtl']]],
    ['Japanese is told from Chinese by its kana', english, 'In 東京に, and 北京 too', [['東京に', 'ja', 'ltr'], ['北京', 'zh', 'ltr']]],
    ['a single foreign letter is a sign, not a language', english, 'The angle α and ΔE', []],
    ['a Chinese article is not foreign to itself', { language: 'zh', direction: 'ltr' }, '北京是首都', []],
    ['an English paragraph in an Arabic article runs from left to right', arabic, 'This is English.', [['This is English.', null, 'ltr']]],
    ['an English name in an Arabic article', arabic, 'قال الرئيس John Smith ذلك اليوم', [['John Smith', null, 'ltr']]],
    ['a paragraph mostly in Arabic with an English name in it runs from right to left', english, 'قال الرئيس John ذلك اليوم', [['قال الرئيس John ذلك اليوم', 'ar', 'rtl'], ['John', null, 'ltr']]],
  ])('%s', (_, around, text, runs) => expect(runsOf(text, around)).toEqual(runs));

  it('what the source says comes before what the letters say', () => {
    const leaf = leafOf('A Kurdish word: سڵاو', [{ start: 16, end: 20, language: 'ckb', direction: 'rtl' }]);
    expect(languageRuns(leaf, english)).toEqual([{ start: 16, end: 20, language: 'ckb', direction: 'rtl' }]);
  });

  it('a part that is said to be in the article’s language, of whatever country, is no other language', () => {
    expect(languageRuns(leafOf('Colour', [{ start: 0, end: 6, language: 'en-GB', direction: 'ltr' }]), english)).toEqual([]);
    expect(languageRuns(leafOf('漢字', [{ start: 0, end: 2, language: 'zh-Hant', direction: null }]), { language: 'zh', direction: 'ltr' })).toHaveLength(1);
  });

  it('what a document says of places outside of the text is passed over', () => {
    expect(languageRuns(leafOf('abc', [{ start: 1, end: 9, language: 'fr', direction: null }, { start: 2, end: 1, language: 'fr', direction: null }]), english)).toEqual([]);
  });

  it('runs lie in the text, and none overlaps another but the one over all of it', () => {
    fc.assert(fc.property(arbitraryText, fc.constantFrom(english, arabic, { language: null, direction: 'ltr' } as const), (text, around) => {
      const inside = languageRuns(leafOf(text), around).filter(({ start, end }) => !(start === 0 && end === text.length));
      inside.forEach(({ start, end }, index) => {
        expect(start).toBeGreaterThanOrEqual(inside[index - 1]?.end ?? 0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      });
    }));
  });
});

describe('spokenOfBlock', () => {
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, leaf: leafOf(text) });
  it('a quote whose paragraphs are all in one other language is in that', () => {
    expect(spokenOfBlock({ kind: 'quote', blocks: [paragraph('Доброе утро'), paragraph('Добрый вечер')] }, english)).toEqual({ language: 'ru', direction: 'ltr' });
    expect(spokenOfBlock({ kind: 'quote', blocks: [paragraph('Доброе утро'), paragraph('Good evening')] }, english)).toBeNull();
  });
});
