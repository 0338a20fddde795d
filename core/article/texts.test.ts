import { describe, expect, it } from 'vitest';
import { createArticleId } from '../base/ids.ts';
import { createArticle } from './article.ts';
import { textsOf } from './texts.ts';

const original = { sha256: 'b'.repeat(64), extension: 'txt', bytes: 1, name: 'first.txt', mediaType: 'text/plain', encoding: null };
const article = createArticle(
  { title: 'Title', label: null, dek: null, byline: null, source: null, url: null, published: null, language: null, direction: 'ltr', wordCount: 2, content: 'a'.repeat(64), original },
  { id: createArticleId(1, new Uint8Array(10)), now: '2026-01-01T00:00:00.000Z' },
);

describe('textsOf', () => {
  it('of an article that had no other text is that text', () => {
    expect(textsOf(article)).toEqual([{ content: 'a'.repeat(64), title: 'Title', name: 'first.txt', importedAt: '2026-01-01T00:00:00.000Z', wordCount: 2, isPresent: true }]);
  });

  it('begins with the oldest; the present one was imported when the last was replaced', () => {
    const earlier = { content: 'c'.repeat(64), original, wordCount: 1, title: 'Old title', importedAt: '2026-01-01T00:00:00.000Z', replacedAt: '2026-02-01T00:00:00.000Z' };
    expect(textsOf({ ...article, versions: [earlier] }).map(({ title, importedAt, isPresent }) => [title, importedAt, isPresent])).toEqual([
      ['Old title', '2026-01-01T00:00:00.000Z', false], ['Title', '2026-02-01T00:00:00.000Z', true],
    ]);
  });
});
