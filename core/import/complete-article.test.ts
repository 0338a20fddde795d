import { describe, expect, it } from 'vitest';
import { detailsSchema } from '../article/article.ts';
import type { Block } from '../article/blocks.ts';
import { completeArticle } from './complete-article.ts';
import { nothingFound } from './found-article.ts';
import { draftLeaf } from './number-leaves.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', leaf: draftLeaf(text) });
const unsure = () => null;

describe('completeArticle', () => {
  it('counts the words of the body alone', () => {
    const blocks: Block[] = [
      { kind: 'title', leaf: draftLeaf('Two towns') }, { kind: 'byline', leaf: draftLeaf('By Ann') }, paragraph('One two three.'), { kind: 'figure', images: [], caption: draftLeaf('A ship'), credit: null, copies: 1 },
      { kind: 'aside', id: '', reason: 'newsletter', blocks: [paragraph('Subscribe now')] }, { kind: 'quote', blocks: [paragraph('Four five.')] },
    ];
    expect(completeArticle({ found: nothingFound, blocks }, { name: 'a.txt', origin: 'file' }, unsure).wordCount).toBe(5);
  });

  it.each([
    ['a file by its name', { name: 'ferry notes.txt', origin: 'file' } as const, 'ferry notes'],
    ['a file without an extension by its name', { name: '.profile', origin: 'file' } as const, '.profile'],
    ['a paste by its first words', { name: 'Pasted text', origin: 'paste' } as const, 'The ferry did not run today, nor the day before, and in the harbour they have…'],
  ])('names %s', (_, source, title) => {
    expect(completeArticle({ found: nothingFound, blocks: [paragraph('The ferry did not run today, nor the day before, and in the harbour they have begun to count.')] }, source, unsure).details.title).toBe(title);
  });

  it('tells the direction and asks for the language when the source does not say', () => {
    const { details } = completeArticle({ found: nothingFound, blocks: [paragraph('وقعت الصين وروسيا خارطة طريق')] }, { name: 'a.txt', origin: 'file' }, () => 'ar');
    expect(details).toMatchObject({ language: 'ar', direction: 'rtl' });
    expect(completeArticle({ found: { ...nothingFound, language: 'en-GB' }, blocks: [paragraph('x')] }, { name: 'a', origin: 'file' }, () => 'fr').details).toMatchObject({ language: 'en-GB', direction: 'ltr' });
  });

  it('leaves out what a document may not hold and shortens what is too long', () => {
    const found = { ...nothingFound, title: 'x '.repeat(3_000), byline: 'y'.repeat(3_000), published: 'yesterday', language: 'not a tag', source: ' ' };
    const { details } = completeArticle({ found, blocks: [paragraph('x')] }, { name: 'a', origin: 'file' }, unsure);
    expect(detailsSchema.safeParse(details).success).toBe(true);
    expect(details).toMatchObject({ published: null, language: null, source: null });
  });
});
