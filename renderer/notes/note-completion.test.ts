import { describe, expect, it } from 'vitest';
import { createArticle } from '../../core/article/article.ts';
import { summariseArticle } from '../../core/article/summary.ts';
import { createArticleId, createHighlightId, createTagId } from '../../core/base/ids.ts';
import { tagSlugs } from '../../core/export/tag-slugs.ts';
import { createHighlight } from '../../core/highlight/highlight.ts';
import { createTag, emptyCodebook } from '../../core/tag/tag.ts';
import { articleAsked, completeLink, completeTags, findCompleting, takeCompletion } from './note-completion.ts';

const now = '2021-11-24T00:00:00.000Z';
const chance = (seed: number) => new Uint8Array(10).fill(seed);
const original = { sha256: 'a'.repeat(64), extension: 'txt', bytes: 1, name: 'a.txt', mediaType: 'text/plain', encoding: 'utf-8' };

function article(title: string, quotes: readonly string[], seed: number) {
  const made = createArticle({ title, label: null, dek: null, byline: null, source: null, url: null, published: null, language: 'en', direction: 'ltr', wordCount: 1, content: 'a'.repeat(64), original }, { id: createArticleId(seed, chance(seed)), now });
  const highlights = quotes.map((exact, index) => createHighlight({ anchor: { start: 0, end: exact.length, exact, prefix: '', suffix: '' }, colour: 'blue' }, { id: createHighlightId(seed * 10 + index, chance(index)), now }));
  return { ...made, highlights };
}

const strait = article('A strait is not a street', ['innocent passage', 'the coastal state'], 1);
const entente = article('The entente', ['no limits'], 2);
const articles = [strait, entente].map(summariseArticle);
const navigation = createTag('freedom of navigation', emptyCodebook, { id: createTagId(1, chance(1)), now });

describe('what is being completed', () => {
  it.each([
    ['see [[ent', { kind: 'link', start: 4, query: 'ent' }],
    ['[[', { kind: 'link', start: 0, query: '' }],
    ['a #free', { kind: 'tag', start: 2, query: 'free' }],
    ['#élan', { kind: 'tag', start: 0, query: 'élan' }],
    ['# ', null],
    ['C#', null],
    ['a#b', null],
    ['[[done]] and', null],
    ['[[over\na line', null],
  ])('in %j', (text, found) => {
    expect(findCompleting(text, text.length)).toEqual(found);
  });
});

describe('completions', () => {
  it('are articles by words of their title, and highlights of the open article by words of theirs', () => {
    const found = completeLink('state', { articles, highlighted: strait });
    expect(found.map((each) => each.kind === 'link' && each.label)).toEqual(['the coastal state']);
    expect(completeLink('str', { articles, highlighted: entente }).map((each) => each.kind === 'link' && each.label)).toEqual(['A strait is not a street']);
  });

  it('are the highlights of the article before a "#"', () => {
    expect(articleAsked('entente#lim', articles)?.id).toBe(entente.id);
    expect(completeLink('entente#lim', { articles, highlighted: entente })).toMatchObject([{ label: 'no limits', of: 'The entente' }]);
  });

  it('leave out what lies in the bin', () => {
    expect(completeLink('entente', { articles: articles.map((each) => ({ ...each, binnedAt: now })), highlighted: null })).toEqual([]);
  });

  it('are tags by name, typed as their slug', () => {
    const [tag] = completeTags('free-nav', [navigation], tagSlugs([navigation]));
    expect(tag).toMatchObject({ kind: 'tag', slug: 'freedom-of-navigation' });
    expect(tag && takeCompletion(tag, { kind: 'tag', start: 2, query: 'free-nav' }, 11)).toEqual({ start: 2, end: 11, text: '#freedom-of-navigation ', selection: { start: 25, end: 25 } });
  });
});
