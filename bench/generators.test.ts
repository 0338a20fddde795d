import { describe, expect, it } from 'vitest';
import { projectContent } from '../core/article/projection.ts';
import { editArticle } from '../core/library/edit.ts';
import { generateArticle, generateContent, generateHighlights, timeOf } from './generate-article.ts';
import { generateEdits } from './generate-edits.ts';
import { makeNewsText, makeParagraphs } from './generate-text.ts';
import { generateQuotes, generateTextEdits } from './generate-text-edits.ts';
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

  const paragraphs = makeParagraphs(makeRandom(2), 3_000);
  const before = paragraphs.join('\n');
  const quotes = generateQuotes(makeRandom(3), paragraphs, 200);

  it('a text that was edited not at all but for its paragraphs has each quote where it is said to be', () => {
    const { text, placesOf } = generateTextEdits(makeRandom(4), paragraphs, 0);
    const within = quotes.filter(({ start, end }) => !before.slice(start, end).includes('\n'));
    for (const quote of within) for (const { start, end } of placesOf(quote)) expect(text.slice(start, end)).toBe(before.slice(quote.start, quote.end));
    expect(within.filter((quote) => placesOf(quote).length === 0).length).toBeLessThan(within.length / 10);
  });

  it('an edited text has about the share of its words changed that was asked for', () => {
    const { text, placesOf } = generateTextEdits(makeRandom(4), paragraphs, 0.2);
    const words = [...before.matchAll(/\S+/g)];
    const kept = words.filter(({ 0: word, index }) => placesOf({ start: index, end: index + word.length }).some(({ start, end }) => text.slice(start, end) === word));
    // A fifth is changed, of which what has a word put after it is still itself; a fiftieth went with its paragraph.
    expect(Math.abs(kept.length / words.length - 0.98 * (1 - 0.2 * 0.85))).toBeLessThan(0.05);
  });

  it('quotes are whole words: an eighth of one or two, a twelfth across paragraphs', () => {
    const words = quotes.map(({ start, end }) => before.slice(start, end).split(/\s+/));
    expect(words.filter(({ length }) => length <= 2)).toHaveLength(24);
    expect(quotes.filter(({ start, end }) => before.slice(start, end).includes('\n'))).toHaveLength(16);
    for (const { start, end } of quotes) expect(`${before.charAt(start - 1)}${before.charAt(end)}`.trim()).toBe('');
  });
});
