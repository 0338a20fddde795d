import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseQuery } from '../../core/search/parse-query.ts';
import { type Query, searchColumns } from '../../core/search/query.ts';
import { tokenise } from '../../core/search/tokens.ts';
import { stepsOf, weightSteps } from './index-rows.ts';
import { matchingOf } from './match-condition.ts';
import { IN_MEMORY, type IndexedArticle } from './search-calls.ts';
import { openSearchIndex, type SearchIndex } from './search-index.ts';

let folder: string;
const opened: SearchIndex[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-search-'));
});
afterEach(async () => {
  for (const index of opened.splice(0)) index.close();
  await rm(folder, { recursive: true, force: true });
});

function open(file = IN_MEMORY): SearchIndex {
  const index = openSearchIndex(file);
  opened.push(index);
  return index;
}

const all = '\ue001all\ue001';
const article = (id: string, texts: Partial<Record<(typeof searchColumns)[number], string>>): IndexedArticle =>
  ({ id, stamp: '1', facts: [all], texts: searchColumns.flatMap((column) => (texts[column] === undefined ? [] : [{ column, text: texts[column] }])) });
const matching = (query: string) => matchingOf(parseQuery(query).query, { tags: [], collections: [] });
const find = (index: SearchIndex, query: string) => index.match({ ...matching(query), limit: 100, offset: 0 }).ids;

/** Reads a text word by word, with nothing of the index's. */
function scan(query: Query, { texts }: IndexedArticle): boolean {
  switch (query.kind) {
    case 'words': return texts.some(({ column, text }) => {
      const terms = ` ${tokenise(text).map((token) => token.term).join(' ')} `;
      return (query.columns === null || query.columns.includes(column)) && terms.includes(` ${query.terms.join(' ')}${query.isPrefix ? '' : ' '}`);
    });
    case 'near': return texts.some(({ column, text }) => {
      const terms = tokenise(text).map((token) => token.term);
      const isIn = query.columns === null || query.columns.includes(column);
      const places = query.parts.map((part) => terms.flatMap((_, from) => (scan(part, { id: '', stamp: '', facts: [], texts: [{ column, text: terms.slice(from, from + part.terms.length).join(' ') }] }) ? [from] : [])));
      return isIn && terms.some((_, last) => places.some((each) => each.includes(last)) && places.every((each, part) => each.some((from) => from <= last && last - (from + (query.parts[part]?.terms.length ?? 0)) <= query.distance)));
    });
    case 'and': return query.parts.every((part) => scan(part, { id: '', stamp: '', facts: [], texts }));
    case 'or': return query.parts.some((part) => scan(part, { id: '', stamp: '', facts: [], texts }));
    case 'not': return !scan(query.part, { id: '', stamp: '', facts: [], texts });
    default: return true;
  }
}

const word = fc.constantFrom('free', 'freedom', 'Freedom', 'sea', 'seas', 'élan', 'elan', 'навигация', '自由', 'เดินเรือ', 'שלום', 'co-op', 'a');
const arbitraryTexts = fc.record({ title: fc.array(word, { maxLength: 3 }), text: fc.array(word, { maxLength: 9 }), notes: fc.array(word, { maxLength: 4 }) });
const { query: arbitraryQuery } = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    word.map((each) => `${each}*`),
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `"${words.join(' ')}"`),
    fc.tuple(word, word, fc.nat(3)).map(([a, b, distance]) => `NEAR(${a} ${b}*, ${distance})`),
    fc.tuple(word, fc.constantFrom('title', 'notes', 'text')).map(([each, column]) => `(in:${column} ${each})`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} OR ${b})`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `${a} ${b}`),
    tie('query').map((each) => `-(${each})`),
  ),
}));

describe('the index', () => {
  it('finds what a naive scan finds: words, phrases, beginnings, near, or, not, fields', () => {
    fc.assert(fc.property(fc.array(arbitraryTexts, { minLength: 1, maxLength: 5 }), fc.array(arbitraryQuery, { minLength: 1, maxLength: 5 }), (library, queries) => {
      const index = openSearchIndex(IN_MEMORY);
      const articles = library.map((texts, number) => article(`id-${number}`, { title: texts.title.join(' '), text: texts.text.join(' '), notes: texts.notes.join(' ') }));
      index.put(articles);
      for (const query of queries) {
        const expected = articles.filter((each) => scan(parseQuery(query).query, each)).map(({ id }) => id);
        expect({ query, ids: [...find(index, query)].sort() }).toEqual({ query, ids: expected });
      }
      index.close();
    }), { numRuns: 200 });
  });

  it.each(['NOT ', '-(', '-(a OR b -(', '(in:title a OR b -'])('answers however deep it is nested: %s', (opening) => {
    const index = open();
    for (let depth = 1; depth <= 60; depth += 1) expect(find(index, `${opening.repeat(depth)}a`)).toEqual([]);
  });

  it('answers whatever is written', () => {
    const index = open();
    index.put([article('one', { text: 'Freedom of navigation' })]);
    const piece = fc.constantFrom('a', 'OR', 'AND', 'NOT', '-', '(', ')', '"', '*', 'NEAR(', 'NEAR/2', ', 3)', 'tag:x', 'in:notes', 'before:2024', 'status:inbox', ' ', '自由', '^', '{', ':', '\0', "'");
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(piece, { maxLength: 200 }).map((parts) => parts.join(''))), (text) => {
      expect(Array.isArray(find(index, text))).toBe(true);
    }), { numRuns: 300 });
    expect(find(index, Array.from({ length: 490 }, (_, number) => `${number % 2 ? 'x' : '-y'}`).join(' '))).toEqual([]);
    expect(find(index, Array.from({ length: 240 }, () => 'x').join(' OR '))).toEqual([]);
  });

  it('puts a hit in the title or a note before one in the text', () => {
    const index = open();
    index.put([article('text', { text: 'alliance and other words' }), article('title', { title: 'Alliance', text: 'and other words' }), article('note', { notes: 'alliance', text: 'and other words' })]);
    expect(find(index, 'alliance')).toEqual(['title', 'note', 'text']);
  });

  it('lets no phrase reach from one note to the next', () => {
    const index = open();
    index.put([{ id: 'one', stamp: '1', facts: [all], texts: [{ column: 'notes', text: 'freedom of' }, { column: 'notes', text: 'navigation' }] }]);
    expect(find(index, '"freedom of navigation"')).toEqual([]);
    expect(find(index, 'freedom navigation')).toEqual(['one']);
  });

  it('knows an article as it was put last, and forgets one that was removed', () => {
    const index = open(join(folder, 'search.sqlite'));
    index.put([article('one', { text: 'old words' }), article('two', { text: 'old words' })]);
    index.put([{ ...article('one', { text: 'new words' }), stamp: '2' }]);
    expect([find(index, 'old'), find(index, 'new')]).toEqual([['two'], ['one']]);
    index.remove(['two', 'none']);
    expect(find(index, 'words')).toEqual(['one']);
    expect([...index.stamps()]).toEqual([['one', '2']]);
  });

  it('pages through what it found, and counts all of it', () => {
    const index = open();
    index.put(Array.from({ length: 25 }, (_, number) => article(`id-${String(number).padStart(2, '0')}`, { text: 'fleet' })));
    const pages = [0, 10, 20].map((offset) => index.match({ ...matching('fleet'), limit: 10, offset }));
    expect(index.match({ ...matching('fleet'), limit: 10, offset: 30 })).toEqual({ ids: [], total: 25 });
    expect(pages.map(({ total, ids }) => [total, ids.length])).toEqual([[25, 10], [25, 10], [25, 5]]);
    expect(new Set(pages.flatMap(({ ids }) => ids)).size).toBe(25);
  });

  it('keeps the texts of an article as they were put last', () => {
    const index = open();
    index.put([article('one', { text: 'old words' })]);
    index.put([article('one', { title: 'Words', text: 'new words' })]);
    expect(index.textsOf('one')).toEqual([{ column: 'title', text: 'Words' }, { column: 'text', text: 'new words' }]);
    index.remove(['one']);
    expect(index.textsOf('one')).toEqual([]);
  });
});

describe('the order of hits', () => {
  const often = fc.tuple(word, fc.constantFrom(1, 1, 2, 3, 7, 21, 130)).map(([each, times]) => `${each} `.repeat(times));
  const someTexts = fc.record({ title: often, text: fc.array(often, { maxLength: 6 }), notes: fc.array(often, { maxLength: 3 }), quotes: fc.array(often, { maxLength: 3 }), summary: often });
  type Texts = typeof someTexts extends fc.Arbitrary<infer T> ? T : never;
  const put = (id: string, { title, text, notes, quotes, summary }: Texts): IndexedArticle => ({
    id, stamp: '1', facts: [all, '\ue001date\ue00120240501'],
    texts: [{ column: 'title', text: title }, ...notes.map((note) => ({ column: 'notes', text: note }) as const), { column: 'summary', text: summary }, ...quotes.map((quote) => ({ column: 'quotes', text: quote }) as const), { column: 'text', text: text.join('') }],
  });
  const change = fc.record({ id: fc.nat(9), texts: fc.option(someTexts, { freq: 4 }) });

  it('is by FTS5’s bm25 over every place of every word, to the last bit, though it is told from fewer, whatever was put and removed', () => {
    const file = join(folder, 'search.sqlite');
    const index = open(file);
    const every = new DatabaseSync(file);
    const reference = every.prepare('SELECT article.id FROM words JOIN article ON article.rowid = words.rowid WHERE words MATCH ? ORDER BY bm25(words, 10, 1, 3, 6, 5, 1, 1, 0), article.id DESC');
    const queries = fc.array(arbitraryQuery, { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), queries, (changes, asked) => {
      for (const { id, texts } of changes) {
        if (texts) index.put([put(`id-${id}`, texts)]);
        else index.remove([`id-${id}`]);
      }
      for (const query of asked) {
        const expected = reference.all(matching(query).expression).map(({ id }) => id);
        expect({ query, ...index.match({ ...matching(query), limit: 100, offset: 0 }) }).toEqual({ query, ids: expected, total: expected.length });
      }
    }), { numRuns: 150 });
    every.close();
  });

  it('asks for places of words only where a query speaks of them', () => {
    expect(['free', 'fre*', 'free -sea', 'a OR has:note', '自由'].map((query) => matching(query).isPlain)).toEqual([true, true, true, true, true]);
    expect(['"free sea"', 'in:title free', 'NEAR(free sea, 3)', 'collection:x free'].map((query) => matching(query).isPlain)).toEqual([false, false, false, false]);
  });
});

describe('stepsOf', () => {
  it('makes up any weight, of no more steps than there are places that can have made it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), (weight) => {
      const steps = stepsOf(weight);
      expect(steps.reduce((sum, step) => sum + (weightSteps[step] ?? 0), 0)).toBe(weight);
      expect(steps.length).toBeLessThanOrEqual(Math.ceil(weight / 10));
    }));
  });
});
