import { expect, it } from 'vitest';
import { createArticle } from '../../core/article/article.ts';
import { libraryMarkdown } from '../../core/article/library-link.ts';
import { summariseArticle } from '../../core/article/summary.ts';
import { createArticleId, createHighlightId } from '../../core/base/ids.ts';
import { findBacklinks } from './backlinks.ts';

const now = '2021-11-24T00:00:00.000Z';
const chance = (seed: number) => new Uint8Array(10).fill(seed);
const hash = 'a'.repeat(64);
const original = { sha256: hash, extension: 'txt', bytes: 1, name: 'a.txt', mediaType: 'text/plain', encoding: 'utf-8' };
const here = createArticleId(1, chance(1));
const highlight = createHighlightId(1, chance(2));

function linking(seed: number, summary: string, binnedAt: string | null = null) {
  const details = { title: `Article ${seed}`, label: null, dek: null, byline: null, source: null, url: null, published: null, language: null, direction: 'ltr' as const, wordCount: 1, content: hash, original };
  return summariseArticle({ ...createArticle(details, { id: createArticleId(seed, chance(seed)), now }), summary, binnedAt });
}

it('who links to an article, and who to its highlights, is found; who lies in the bin is not', () => {
  const toArticle = linking(2, libraryMarkdown('see', { articleId: here, highlightId: null }));
  const toBoth = linking(3, `${libraryMarkdown('a', { articleId: here, highlightId: highlight })} ${libraryMarkdown('b', { articleId: here, highlightId: null })}`);
  const binned = linking(4, libraryMarkdown('see', { articleId: here, highlightId: null }), now);
  const elsewhere = linking(5, libraryMarkdown('see', { articleId: createArticleId(9, chance(9)), highlightId: null }));
  expect(findBacklinks([toArticle, toBoth, binned, elsewhere], here)).toEqual({ toArticle: [toArticle, toBoth], toHighlights: new Map([[highlight, [toBoth]]]) });
});
