import { describe, expect, it } from 'vitest';
import { createArticleId, createHighlightId, createTagId } from '../base/ids.ts';
import { describeAnchor } from '../highlight/anchor.ts';
import { createHighlight } from '../highlight/highlight.ts';
import { type Article, createArticle } from './article.ts';
import { compareVersions } from './compare-versions.ts';

const now = '2026-01-01T00:00:00.000Z';
const highlight = createHighlight({ anchor: describeAnchor('The cat sat.', { start: 4, end: 7 }), colour: 'yellow', note: 'A note' }, { id: createHighlightId(1, new Uint8Array(10)), now });
const hash = 'a'.repeat(64);
const article = createArticle(
  { title: 'A cat', label: null, dek: null, byline: null, source: null, url: null, published: null, language: 'en', direction: 'ltr', wordCount: 3, content: hash, original: { sha256: hash, extension: 'txt', bytes: 12, name: 'cat.txt', mediaType: 'text/plain', encoding: null } },
  { id: createArticleId(1, new Uint8Array(10)), now },
);
const before: Article = { ...article, highlights: [highlight], summary: '', status: 'inbox', binnedAt: null, putBack: [] };
const withOne = (change: Partial<typeof highlight>): Article => ({ ...before, highlights: [{ ...highlight, ...change }] });

describe('compareVersions', () => {
  it.each([
    ['nothing', before, []],
    ['nothing of how far it was read', { ...before, progress: 1, position: 9, changedAt: now }, []],
    ['a highlight removed', { ...before, highlights: [] }, [{ kind: 'highlight-removed', quote: 'cat' }]],
    ['a note changed', withOne({ note: 'Another' }), [{ kind: 'note-changed', quote: 'cat' }]],
    ['a note removed', withOne({ note: '' }), [{ kind: 'note-removed', quote: 'cat' }]],
    ['tags changed', withOne({ tags: [createTagId(1, new Uint8Array(10))] }), [{ kind: 'tags-changed', quote: 'cat' }]],
    ['a colour changed', withOne({ colour: 'red' }), [{ kind: 'colour-changed', quote: 'cat' }]],
    ['a highlight on other words', withOne({ anchor: describeAnchor('The cat sat.', { start: 0, end: 7 }) }), [{ kind: 'highlight-moved', quote: 'The cat' }]],
    ['the summary changed', { ...before, summary: 'x' }, [{ kind: 'summary-changed' }]],
    ['the status changed', { ...before, status: 'archive' }, [{ kind: 'status-changed', status: 'archive' }]],
    ['put into the bin', { ...before, binnedAt: now }, [{ kind: 'binned' }]],
    ['an aside put back', { ...before, putBack: ['a1'] }, [{ kind: 'asides-changed' }]],
    ['the title changed', { ...before, title: 'Other' }, [{ kind: 'detail-changed', field: 'title' }]],
  ] as const)('tells of %s', (_, after, changes) => expect(compareVersions(before, after)).toEqual(changes));

  it('tells the opposite the other way round', () => {
    expect(compareVersions({ ...before, highlights: [] }, before)).toEqual([{ kind: 'highlight-added', quote: 'cat' }]);
    expect(compareVersions(withOne({ note: '' }), before)).toEqual([{ kind: 'note-added', quote: 'cat' }]);
    expect(compareVersions({ ...before, binnedAt: now }, before)).toEqual([{ kind: 'taken-out' }]);
  });
});
