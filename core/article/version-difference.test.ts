import { describe, expect, it } from 'vitest';
import { createArticleId, createHighlightId, createTagId } from '../base/ids.ts';
import { describeAnchor } from '../highlight/anchor.ts';
import { createHighlight, type Highlight } from '../highlight/highlight.ts';
import { type Article, createArticle } from './article.ts';
import { compareStates, isNoDifference } from './version-difference.ts';

const now = '2026-01-01T00:00:00.000Z';
const hash = 'a'.repeat(64);
const highlightAt = (seed: number, start: number, change: Partial<Highlight> = {}): Highlight => ({
  ...createHighlight({ anchor: describeAnchor('The cat sat on the mat.', { start, end: start + 3 }), colour: 'yellow', note: 'A note' }, { id: createHighlightId(seed, new Uint8Array(10)), now }), ...change,
});
const [cat, sat] = [highlightAt(2, 4), highlightAt(1, 8)];
const base: Article = {
  ...createArticle(
    { title: 'A cat', label: null, dek: null, byline: null, source: null, url: null, published: null, language: 'en', direction: 'ltr', wordCount: 6, content: hash, original: { sha256: hash, extension: 'txt', bytes: 12, name: 'cat.txt', mediaType: 'text/plain', encoding: null } },
    { id: createArticleId(1, new Uint8Array(10)), now },
  ),
  highlights: [cat], summary: 'The gist.',
};
const tag = createTagId(1, new Uint8Array(10));
const difference = (change: Partial<Article>) => compareStates(base, { ...base, ...change });

describe('compareStates', () => {
  it('tells nothing of equal states, nor of how far one was read', () => {
    expect(isNoDifference(difference({ progress: 1, position: 4, changedAt: '2026-02-01T00:00:00.000Z' }))).toBe(true);
  });

  it('marks the words of the summary that come and go', () => {
    expect(difference({ summary: 'The point.' }).summary).toEqual([{ kind: 'same', text: 'The ' }, { kind: 'removed', text: 'gist' }, { kind: 'added', text: 'point' }, { kind: 'same', text: '.' }]);
  });

  it('tells of highlights by their places, with what became of note, colour and tags', () => {
    const { highlights } = difference({ highlights: [sat, { ...cat, colour: 'red', tags: [tag], note: '' }] });
    expect(highlights).toEqual([
      { id: cat.id, kind: 'changed', quote: 'cat', note: [{ kind: 'removed', text: 'A note' }], colour: { before: 'yellow', after: 'red' }, tagsAdded: [tag], tagsRemoved: [] },
      { id: sat.id, kind: 'added', quote: 'sat', note: [{ kind: 'added', text: 'A note' }], colour: null, tagsAdded: [], tagsRemoved: [] },
    ]);
    expect(difference({ highlights: [] }).highlights).toMatchObject([{ kind: 'removed', quote: 'cat', note: [{ kind: 'removed', text: 'A note' }] }]);
  });

  it('tells of details, status, asides and the bin', () => {
    expect(difference({ title: 'The cat', byline: 'Ana', status: 'archive', putBack: ['a1'], binnedAt: now })).toMatchObject({
      details: [{ name: 'title', before: 'A cat', after: 'The cat' }, { name: 'byline', before: null, after: 'Ana' }],
      status: { before: 'inbox', after: 'archive' }, areAsidesChanged: true, isBinChanged: true,
    });
  });
});
