import { describe, expect, it } from 'vitest';
import { createArticleId, createHighlightId, createTagId } from '../base/ids.ts';
import { createHighlight } from '../highlight/highlight.ts';
import { createArticle } from './article.ts';
import { minutesLeft, readingMinutes, summariseArticle } from './summary.ts';

const now = '2024-05-01T12:00:00.000Z';
const hash = 'a'.repeat(64);
const [first, second] = [createTagId(1, new Uint8Array(10)), createTagId(2, new Uint8Array(10))];
const highlight = (age: number, draft: { note: string; tags: (typeof first)[] }) =>
  createHighlight({ anchor: { start: 0, end: 1, exact: 'a', prefix: '', suffix: '' }, colour: 'red', ...draft }, { id: createHighlightId(age, new Uint8Array(10)), now });
const article = createArticle(
  {
    title: 'Title', label: null, dek: null, byline: null, source: null, url: null, published: null, language: null, direction: 'ltr', wordCount: 460, content: hash,
    original: { sha256: hash, extension: 'txt', bytes: 1, name: 'a.txt', mediaType: 'text/plain', encoding: null },
  },
  { id: createArticleId(1, new Uint8Array(10)), now },
);

describe('a new article', () => {
  it('lies in the inbox, unread', () => {
    expect(article).toMatchObject({ status: 'inbox', progress: 0, position: 0, highlights: [], binnedAt: null, importedAt: now, changedAt: now });
  });
});

describe('summariseArticle', () => {
  it('counts highlights, notes that say something, and the uses of each tag', () => {
    const highlights = [highlight(1, { note: 'A note', tags: [first] }), highlight(2, { note: ' \n', tags: [first, second] }), highlight(3, { note: '', tags: [] })];
    expect(summariseArticle({ ...article, highlights })).toMatchObject({ title: 'Title', highlightCount: 3, noteCount: 1, tags: { [first]: 2, [second]: 1 } });
  });
});

describe('the reviews of a summary', () => {
  const anchor = { start: 0, end: 1, exact: 'a', prefix: '', suffix: '' };
  it('are the highlights whose place nobody has settled', () => {
    const highlights = ([null, 'moved', 'unsure', 'lost', 'orphan'] as const).map((kind, index) => ({ ...highlight(index, { note: '', tags: [] }), anchor, review: kind && { kind } }));
    expect(summariseArticle({ ...article, highlights }).reviewCount).toBe(3);
  });
});

describe('readingMinutes', () => {
  it.each([[0, 1], [100, 1], [460, 2], [2_300, 10]])('of %i words is %i', (words, minutes) => expect(readingMinutes(words)).toBe(minutes));
});

describe('minutesLeft', () => {
  it.each([[2_300, 0, 10], [2_300, 0.5, 5], [2_300, 1, 0], [100, 0.5, 0]])('of %i words, read as far as %d, are %i', (words, progress, minutes) => expect(minutesLeft(words, progress)).toBe(minutes));
});
