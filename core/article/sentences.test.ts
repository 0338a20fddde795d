import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, createContent } from './blocks.ts';
import { projectContent } from './projection.ts';
import { sentencesOf, sentencesToSpeak, sentenceStart } from './sentences.ts';
import { arbitraryText } from './testing/arbitrary-content.ts';

const cut = (text: string, language: string | null = 'en') => sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));
const paragraph = (id: string, text: string): Block => ({ kind: 'paragraph', leaf: { id, text, marks: [] } });

describe('sentencesOf', () => {
  it.each([
    ['cuts at full stops, question marks and quotation marks', 'It sailed. Why? “Because.” Nobody knew.', ['It sailed.', 'Why?', '“Because.”', 'Nobody knew.']],
    ['does not cut after initials', 'The U.S. Navy came. Then it left.', ['The U.S. Navy came.', 'Then it left.']],
    ['does not cut after a title', 'Mr. Xi and Gen. Li met.', ['Mr. Xi and Gen. Li met.']],
    ['cuts at a line break', 'One line\nAnother', ['One line', 'Another']],
    ['has one sentence where nothing ends', 'No full stop here', ['No full stop here']],
    ['has none where nothing is', '  ', []],
  ] as const)('%s', (_, text, sentences) => expect(cut(text)).toEqual(sentences));

  it('cuts Chinese at its own full stop', () => expect(cut('南海很大。船很多。', 'zh')).toEqual(['南海很大。', '船很多。']));
  it('takes a language that is none for any', () => expect(cut('One. Two.', 'x')).toEqual(['One.', 'Two.']));

  it('holds every letter of the text once, in order', () => {
    fc.assert(fc.property(arbitraryText, (text) => {
      const spaceless = (part: string) => part.replace(/\s/g, '');
      expect(spaceless(cut(text).join(''))).toBe(spaceless(text));
    }));
  });
});

describe('sentenceStart', () => {
  const projection = projectContent(createContent([paragraph('a', 'One. Two three. Four.'), paragraph('b', 'Five.')]));
  it.each([[0, 0], [3, 0], [4, 0], [5, 5], [9, 5], [15, 5], [16, 16], [21, 16], [22, 22], [25, 22], [99, 22]])('of offset %i is %i', (offset, start) => expect(sentenceStart(projection, offset, 'en')).toBe(start));
  it('is 0 where there is no text', () => expect(sentenceStart(projectContent(createContent([])), 4, 'en')).toBe(0));
});

describe('sentencesToSpeak', () => {
  it('leaves out code, sentences without a word, and what is set aside until it is put back', () => {
    const content = createContent([
      paragraph('a', 'One. ***'), { kind: 'code', language: '', leaf: { id: 'b', text: 'let x;', marks: [] } },
      { kind: 'aside', id: 'x', reason: 'related', blocks: [paragraph('c', 'Read also.')] }, { kind: 'quote', blocks: [paragraph('d', 'Two.')] },
    ]);
    const projection = projectContent(content);
    const spoken = (putBack: readonly string[]) => sentencesToSpeak(content, projection, { putBack, language: 'en', direction: 'ltr' }).map(({ start, end }) => projection.text.slice(start, end));
    expect(spoken([])).toEqual(['One.', 'Two.']);
    expect(spoken(['x'])).toEqual(['One.', 'Read also.', 'Two.']);
  });

  it('a sentence that is wholly in another language is read in that', () => {
    const languages = [{ start: 12, end: 25, language: 'fr', direction: null }, { start: 36, end: 46, language: 'fr', direction: null }];
    const leaf = { id: 'a', text: 'He said so. C’est la vie. And then “c’est tout” again.', marks: [], languages };
    const content = createContent([{ kind: 'paragraph', leaf }, paragraph('b', 'Это было давно.')]);
    const sentences = sentencesToSpeak(content, projectContent(content), { putBack: [], language: 'en', direction: 'ltr' });
    expect(sentences.map(({ language }) => language)).toEqual(['en', 'fr', 'en', 'ru']);
  });
});
