import { describe, expect, it } from 'vitest';
import { createArticle } from '../article/article.ts';
import { type ArticleSummary, summariseArticle } from '../article/summary.ts';
import { articleIdSchema } from '../base/ids.ts';
import { findByAddress, findKnown } from './known-articles.ts';

const sha256 = 'ab'.repeat(32);

function makeSummary(seed: number, changes: Partial<ArticleSummary> = {}): ArticleSummary {
  const draft = { title: `Article ${seed}`, label: null, dek: null, byline: null, source: null, url: null, published: null, language: null, direction: 'ltr' as const, wordCount: 1, content: sha256 };
  const original = { sha256: String(seed).repeat(64), extension: 'html', bytes: 1, name: 'a.html', mediaType: 'text/html', encoding: 'utf-8' };
  return { ...summariseArticle(createArticle({ ...draft, original }, { id: articleIdSchema.parse(String(seed).repeat(26)), now: '2026-01-01T00:00:00.000Z' })), ...changes };
}

describe('findKnown', () => {
  const [bytes, address, front] = [makeSummary(1), makeSummary(2, { url: 'https://www.example.org/fleet/?utm_source=x' }), makeSummary(3, { url: 'https://example.com/' })];
  const all = [bytes, address, front];

  it.each([
    ['the same bytes, whatever the address', { sha256: '1'.repeat(64), url: 'https://example.org/fleet' }, { article: bytes, isSame: true }],
    ['another text of the same address', { sha256, url: 'http://example.org/fleet#top' }, { article: address, isSame: false }],
    ['nothing of a page that names the front of its site', { sha256, url: 'https://example.com/' }, null],
    ['nothing of what is new', { sha256, url: null }, null],
  ])('finds %s', (_, file, known) => expect(findKnown(all, file)).toEqual(known));

  it('does not know what lies in the bin', () => {
    expect(findKnown([{ ...bytes, binnedAt: '2026-01-01T00:00:00.000Z' }], { sha256: '1'.repeat(64), url: null })).toBeNull();
  });
});

it('finds an article by any of several addresses, the front page of a site too', () => {
  const front = makeSummary(3, { url: 'https://example.com/' });
  expect(findByAddress([front], [null, 'http://www.example.com'])).toBe(front);
  expect(findByAddress([front], [null])).toBeNull();
});
