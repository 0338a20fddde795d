import { describe, expect, it } from 'vitest';
import { createArticle } from '../../core/article/article.ts';
import { createContent } from '../../core/article/blocks.ts';
import { createArticleId, createHighlightId } from '../../core/base/ids.ts';
import { describeAnchor } from '../../core/highlight/anchor.ts';
import { createHighlight } from '../../core/highlight/highlight.ts';
import { openWhole, withArticle, withReadArticle } from './open-article.ts';

const now = '2026-01-01T00:00:00.000Z';
const details = { title: 'Title', label: null, dek: null, byline: null, source: null, url: null, published: null, language: 'en', direction: 'ltr' } as const;
const original = { sha256: 'a'.repeat(64), extension: 'txt', bytes: 1, name: 'a.txt', mediaType: 'text/plain', encoding: 'utf-8' };
const article = createArticle({ ...details, wordCount: 3, content: 'b'.repeat(64), original }, { id: createArticleId(1, new Uint8Array(10)), now });
const content = createContent([{ kind: 'paragraph', leaf: { id: 'l1', text: 'One two three', marks: [] } }]);

describe('withArticle', () => {
  it('has the changed document itself, so that the next edit is of that', () => {
    const highlight = createHighlight({ anchor: describeAnchor('One two three', { start: 4, end: 7 }), colour: 'yellow' }, { id: createHighlightId(1, new Uint8Array(10)), now });
    const changed = { ...article, highlights: [highlight] };
    const open = withArticle(openWhole(article, content), changed);
    expect(open.article).toBe(changed);
    expect(open.highlights.map((placed) => placed.highlight)).toEqual([highlight]);
  });
});

describe('withReadArticle', () => {
  const text = 'One two three';
  const highlightAt = (start: number, end: number) => createHighlight({ anchor: describeAnchor(text, { start, end }), colour: 'yellow' }, { id: createHighlightId(start, new Uint8Array(10)), now });
  const open = openWhole({ ...article, highlights: [highlightAt(0, 3), highlightAt(4, 7)] }, content);
  const [first, second] = open.article.highlights;

  it('keeps what is derived from the highlights when the document says the same of them', () => {
    const read = withReadArticle(open, { ...structuredClone(open.article), progress: 0.5 });
    expect(read.article.progress).toBe(0.5);
    expect(read.highlights).toBe(open.highlights);
  });

  it('takes up the highlight that was changed, and keeps the others', () => {
    const changed = structuredClone(open.article);
    const read = withReadArticle(open, { ...changed, highlights: changed.highlights.map((each) => (each.id === second?.id ? { ...each, note: 'New.' } : each)) });
    expect(read.article.highlights[0]).toBe(first);
    expect(read.article.highlights[1]?.note).toBe('New.');
    expect(read.byLeaf).toEqual(new Map([['l1', [expect.objectContaining({ hasNote: false }), expect.objectContaining({ hasNote: true })]]]));
  });

  it('knows of highlights that came and went', () => {
    const third = highlightAt(8, 13);
    const read = withReadArticle(open, { ...open.article, highlights: [...(second ? [second] : []), third] });
    expect(read.highlights.map(({ highlight }) => highlight)).toEqual([second, third]);
  });
});
