import { describe, expect, it } from 'vitest';
import { projectContent } from '../core/article/projection.ts';
import { editArticle } from '../core/library/edit.ts';
import { generateArticle, generateContent, generateHighlights, timeOf } from './generate-article.ts';
import { generateEdits } from './generate-edits.ts';
import { makeNewsText } from './generate-text.ts';
import { makeRandom } from './random.ts';

const wordsOf = (text: string) => text.split(/\s+/).length;
const generated = (seed: number) => {
  const random = makeRandom(seed);
  const content = generateContent(random, 2_000);
  const highlights = generateHighlights(random, content, { count: 30, tags: [] });
  const article = generateArticle(random, 1, { content: 'a'.repeat(64), wordCount: 2_000 });
  return { content, highlights, article, edits: generateEdits(random, article, { count: 100, highlights }) };
};

describe('generators', () => {
  it('the same seed gives the same article, highlights and edits, and another seed others', () => {
    expect(generated(7)).toEqual(generated(7));
    expect(generated(7)).not.toEqual(generated(8));
  });

  it('a generated text has about as many words as asked for', () => {
    expect(Math.abs(wordsOf(makeNewsText(makeRandom(1), 5_000)) - 5_000)).toBeLessThan(100);
  });

  it('every highlight quotes the text at its place', () => {
    const { content, highlights } = generated(3);
    const { text } = projectContent(content);
    for (const { anchor } of highlights) expect(text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
  });

  it('the edits can be applied one after the other', () => {
    const { article, edits } = generated(5);
    let now = article;
    for (const [index, edit] of edits.entries()) {
      const edited = editArticle(now, edit, timeOf(index));
      if (!edited.ok) throw new Error(edited.fault.code);
      now = edited.value.next;
    }
    expect(now.highlights.length).toBeGreaterThan(5);
  });
});
