import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createArticleId, createCollectionId } from '../../core/base/ids.ts';
import type { Collection } from '../../core/collection/collection.ts';
import { parseQuery } from '../../core/search/parse-query.ts';
import type { Query } from '../../core/search/query.ts';
import { tokenise } from '../../core/search/tokens.ts';
import { matchingOf } from './match-condition.ts';
import { IN_MEMORY, type IndexedArticle } from './search-calls.ts';
import { openSearchIndex } from './search-index.ts';

const seeds = [0, 1, 2, 3, 4, 5];
const ids = seeds.map((seed) => createArticleId(seed + 1, new Uint8Array(10)));
const word = fc.constantFrom('free', 'freedom', 'sea', 'Élan', '自由');
const name = fc.constantFrom('strait', 'canal', 'house');
const someWords = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
/** The text of each article, and whether it is in the bin. */
const someArticles = fc.array(fc.record({ text: someWords, isBinned: fc.boolean() }), { minLength: seeds.length, maxLength: seeds.length });
const someCollections = fc.uniqueArray(fc.record({ name, articles: fc.subarray(ids) }), { selector: (each) => each.name })
  .map((all) => all.map((each, seed): Collection => ({ ...each, id: createCollectionId(seed + 1, new Uint8Array(10)), createdAt: '2026-01-01T00:00:00.000Z' })));

const { query: someQuery } = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    name.map((each) => `collection:${each}`),
    fc.constantFrom('fre*', '"free sea"', 'status:bin'),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} ${b})`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} OR ${b})`),
    // Two signs in a row are no sign, but part of a word.
    tie('query').map((each) => (each.startsWith('-') ? `-(${each})` : `-${each}`)),
  ),
}));

type Seen = { readonly id: string; readonly text: string; readonly isBinned: boolean };

/** Reads an article word by word, and looks into the collections themselves. */
function scan(query: Query, article: Seen, collections: readonly Collection[]): boolean {
  const inner = (part: Query) => scan(part, article, collections);
  switch (query.kind) {
    case 'words': return ` ${tokenise(article.text).map(({ term }) => term).join(' ')} `.includes(` ${query.terms.join(' ')}${query.isPrefix ? '' : ' '}`);
    case 'collection': return collections.some((collection) => collection.name === query.name && collection.articles.some((id) => id === article.id));
    case 'status': return article.isBinned;
    case 'and': return query.parts.every(inner);
    case 'or': return query.parts.some(inner);
    case 'not': return !inner(query.part);
    default: throw new Error(query.kind);
  }
}

const asksForBin = (query: string) => query.includes('status:bin');
const indexed = ({ id, text, isBinned }: Seen): IndexedArticle =>
  ({ id, stamp: '1', texts: [{ column: 'text', text }], facts: ['\ue001all\ue001', `\ue001status\ue001${isBinned ? 'bin' : 'inbox'}`] });

describe('matchingOf', () => {
  it('finds and counts what reading every article and every collection finds, and every hit on one page alone', () => {
    const index = openSearchIndex(IN_MEMORY);
    onTestFinished(() => index.close());
    fc.assert(fc.property(someArticles, someCollections, someQuery, (texts, collections, text) => {
      const articles = texts.map((each, seed): Seen => ({ id: ids[seed] ?? '', ...each }));
      index.put(articles.map(indexed));
      const { query } = parseQuery(text);
      const matching = matchingOf(query, { tags: [], collections });
      const expected = articles.filter((each) => (asksForBin(text) || !each.isBinned) && scan(query, each, collections)).map(({ id }) => id);
      const { ids: found, total } = index.match({ ...matching, limit: 100, offset: 0 });
      expect([[...found].sort(), total, index.count(matching)]).toEqual([expected, expected.length, expected.length]);
      expect([0, 2, 4].flatMap((offset) => index.match({ ...matching, limit: 2, offset }).ids)).toEqual(found);
    }), { numRuns: 1_000 });
  });

  it('leaves a query without collections to the index alone', () => {
    expect(matchingOf(parseQuery('free -sea').query, { tags: [], collections: [] }).condition).toBeNull();
  });
});
