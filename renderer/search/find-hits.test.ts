import { describe, expect, it } from 'vitest';
import { makeClient } from '../../core/api/client.ts';
import { type Client, contract } from '../../core/api/contract.ts';
import { type ArticleId, createArticleId } from '../../core/base/ids.ts';
import { fail, succeed } from '../../core/base/result.ts';
import type { SearchHit } from '../../core/library/ports.ts';
import { findHits, PAGE } from './find-hits.ts';

const hits = Array.from({ length: 130 }, (_, index): SearchHit => ({ articleId: createArticleId(index + 1, new Uint8Array(10)), title: `Article ${index}`, snippets: [] }));
const idsOf = (found: readonly SearchHit[]): readonly ArticleId[] => found.map(({ articleId }) => articleId);

/** A library that finds those hits, and where it was asked from. */
function clientOf(found: (offset: number) => readonly SearchHit[]): { client: Client; offsets: number[] } {
  const offsets: number[] = [];
  const client = makeClient(contract, async (_, input) => {
    const { limit, offset } = contract.search.find.parse(input);
    offsets.push(offset);
    const all = found(offset);
    return succeed({ hits: all.slice(offset, offset + limit), total: all.length, pending: 0, hint: null, tookMs: 3 });
  });
  return { client, offsets };
}

describe('findHits', () => {
  it('asks page after page for as many as are wanted, and no further than there are', async () => {
    const { client, offsets } = clientOf(() => hits);
    const first = await findHits(client, { query: 'a', isTyping: true, count: PAGE, have: null });
    expect(first).toMatchObject({ value: { total: 130, hits: { length: PAGE } } });
    const all = await findHits(client, { query: 'a', isTyping: true, count: 200, have: first.ok ? first.value : null });
    expect(all.ok && idsOf(all.value.hits)).toEqual(idsOf(hits));
    expect(offsets).toEqual([0, 25, 50, 75, 100, 125]);
  });

  it('has an article once that moved to the next page meanwhile', async () => {
    const moved = [...hits.slice(1), ...hits.slice(0, 1)].toSpliced(40, 0, ...hits.slice(129));
    const { client } = clientOf((offset) => (offset === 0 ? hits : [...hits.slice(60), ...moved.slice(0, 70)]));
    const found = await findHits(client, { query: 'a', isTyping: true, count: 130, have: null });
    const ids = found.ok ? idsOf(found.value.hits) : [];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('goes on behind a page of which an article could not be read', async () => {
    const client = makeClient(contract, async (_, input) => {
      const { limit, offset } = contract.search.find.parse(input);
      return succeed({ hits: hits.slice(offset, offset + limit).filter((_hit, index) => offset > 0 || index !== 3), total: 60, pending: 0, hint: null, tookMs: 3 });
    });
    const first = await findHits(client, { query: 'a', isTyping: true, count: PAGE, have: null });
    const more = await findHits(client, { query: 'a', isTyping: true, count: first.ok ? first.value.asked + PAGE : 0, have: first.ok ? first.value : null });
    expect(more.ok && idsOf(more.value.hits)).toEqual(idsOf(hits.slice(0, 50).toSpliced(3, 1)));
  });

  it('ends where the library has fewer than it said', async () => {
    const client = makeClient(contract, async () => succeed({ hits: [], total: 9, pending: 0, hint: null, tookMs: 1 }));
    expect(await findHits(client, { query: 'a', isTyping: true, count: 50, have: null })).toMatchObject({ value: { hits: [], total: 9 } });
  });

  it('says why there is no answer', async () => {
    const client = makeClient(contract, async () => fail({ code: 'connection-lost' }));
    expect(await findHits(client, { query: 'a', isTyping: true, count: 50, have: null })).toEqual(fail({ code: 'connection-lost' }));
  });
});
