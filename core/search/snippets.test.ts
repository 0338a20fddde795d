import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../article/testing/arbitrary-content.ts';
import { createHighlightId } from '../base/ids.ts';
import { parseQuery } from './parse-query.ts';
import { wantedOf } from './query.ts';
import type { SearchedText } from './searched-article.ts';
import { snippetsOf } from './snippets.ts';
import { tokenise } from './tokens.ts';

const highlightId = createHighlightId(0, new Uint8Array(10));
const find = (query: string, ...texts: readonly SearchedText[]) => snippetsOf(texts, wantedOf(parseQuery(query).query));
const marksOf = (query: string, text: string) => find(query, { column: 'text', text }).flatMap((snippet) => snippet.marks.map(({ start, end }) => snippet.text.slice(start, end)));
const graphemesOf = (text: string) => [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);

describe('snippetsOf', () => {
  it.each([
    ['marks a word however it is written', 'elan', 'Its Élan and its E\u0301LAN', ['Élan', 'E\u0301LAN']],
    ['marks a phrase as one', '"freedom of navigation"', 'Freedom of\nnavigation, freedom', ['Freedom of navigation']],
    ['marks a word by its beginning', 'nav*', 'navy, navigate, knave', ['navy', 'navigate']],
    ['marks words that are near each other, and not those that are far', 'NEAR(free sea, 1)', 'free sea; one two three; free and open sea', ['free', 'sea']],
    ['does not mark what is not wanted', 'fleet -strait', 'A fleet in the strait', ['fleet']],
    ['marks Chinese', '自由', '他们说航行自由是原则', ['自由']],
    ['marks Thai', 'เดินเรือ', 'เสรีภาพในการเดินเรือ', ['เดินเรือ']],
    ['marks Hebrew', 'השיט', 'חופש השיט', ['השיט']],
    ['finds nothing in another field', 'in:notes fleet', 'A fleet', []],
  ])('%s', (_, query, text, marks) => expect(marksOf(query, text)).toEqual(marks));

  it('shows a stretch of a long text around the hit, from word to word, and where that is', () => {
    const text = `${'before '.repeat(100)}the alliance ${'after '.repeat(100)}`;
    const [snippet] = find('alliance', { column: 'text', text });
    expect(snippet?.text).toMatch(/^…(before )+the alliance (after )+after…$/);
    expect(snippet?.text.length).toBeLessThan(220);
    expect(snippet?.position).toEqual({ start: 704, end: 712 });
  });

  it('prefers the stretch that has the most of what was wanted', () => {
    const text = `freedom ${'word '.repeat(100)} freedom of navigation ${'word '.repeat(100)}`;
    expect(find('freedom navigation', { column: 'text', text })[0]?.text).toContain('freedom of navigation');
  });

  it('leads to the highlight of a note and of a quote', () => {
    expect(find('legal', { column: 'notes', text: 'The legal frame', highlightId }, { column: 'quotes', text: 'a legal term', highlightId })).toMatchObject([
      { where: 'note', highlightId, marks: [{ start: 4, end: 9 }] },
      { where: 'quote', highlightId, marks: [{ start: 2, end: 7 }] },
    ]);
  });

  it('cuts no grapheme, and marks words that are there, in any text', () => {
    fc.assert(fc.property(fc.array(arbitraryText, { maxLength: 60 }), arbitraryText, (parts, query) => {
      const text = parts.join('');
      const wanted = wantedOf(parseQuery(query).query);
      const known = new Set(graphemesOf(text.replace(/\s/g, ' ')));
      for (const snippet of snippetsOf([{ column: 'text', text }], wanted)) {
        for (const grapheme of graphemesOf(snippet.text.replace(/^…|…$/g, ''))) expect(known).toContain(grapheme);
        expect(snippet.marks.length).toBeGreaterThan(0);
        for (const { start, end } of snippet.marks) expect(tokenise(snippet.text.slice(start, end)).length).toBeGreaterThan(0);
      }
    }));
  });
});
