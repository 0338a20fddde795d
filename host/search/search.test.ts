import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeClient } from '../../core/api/client.ts';
import { type Client, contract, type Event } from '../../core/api/contract.ts';
import type { Article } from '../../core/article/article.ts';
import { createContent } from '../../core/article/blocks.ts';
import { summariseArticle } from '../../core/article/summary.ts';
import { type ArticleId, createCollectionId } from '../../core/base/ids.ts';
import { succeed } from '../../core/base/result.ts';
import { createCollection } from '../../core/collection/collection.ts';
import { articleWithNotes } from '../../core/export/testing/example-article.ts';
import { noChange } from '../../core/library/events.ts';
import { parseQuery } from '../../core/search/parse-query.ts';
import { startLibrary, type StartedLibrary } from '../start-library.ts';
import { makeScratchFolder } from '../store/testing/fixtures.ts';
import { makeSearch } from './search.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
const started: StartedLibrary[] = [];
const logged: unknown[] = [];
const cacheBefore = process.env['LECTERN_CACHE'];
beforeEach(async () => {
  scratch = await makeScratchFolder();
  process.env['LECTERN_CACHE'] = join(scratch.folder, 'cache');
  logged.length = 0;
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((each) => each.close()));
  process.env['LECTERN_CACHE'] = cacheBefore;
  await scratch.remove();
});

async function start(mode: 'write' | 'read' = 'write'): Promise<{ client: Client; library: StartedLibrary['library']; file: string; close(): Promise<void> }> {
  const folder = join(scratch.folder, 'Reading');
  const library = await startLibrary({ folder, door: 'command', mode, root: new URL('file:///'), workerUrl: new URL('../import/import-worker.ts', import.meta.url), log: (error) => logged.push(error) });
  if (!library.ok) throw new Error(JSON.stringify(library.fault));
  started.push(library.value);
  const { id } = JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')) as { id: string };
  return { client: makeClient(contract, library.value.router.dispatch), library: library.value.library, file: join(scratch.folder, 'cache', id, 'search.sqlite'), close: () => library.value.close() };
}

async function paste(client: Client, text: string): Promise<ArticleId> {
  const imported = await client.articles.import({ source: { kind: 'paste', text, mediaType: 'text/plain' } });
  if (!imported.ok || imported.value.kind !== 'article') throw new Error('no article');
  return imported.value.article.id;
}

async function find(client: Client, query: string) {
  const found = await client.search.find({ query, limit: 20, offset: 0, isComplete: true });
  if (!found.ok) throw new Error(JSON.stringify(found.fault));
  return found.value;
}
const titles = async (client: Client, query: string) => (await find(client, query)).hits.map(({ title }) => title).sort();

const strait = 'A fleet in the strait\n\nThe alliance sent three ships through the strait on Monday, its first such passage this year.\n\nOfficials called it an exercise in freedom of navigation, and said more would follow in the spring.\n';
const speech = 'A speech in the house\n\nThe minister spoke of the alliance for an hour, and of its price for a minute, while the house was half empty.\n\nNobody asked what the price would be, or who would pay it.\n';

describe('search over a library', () => {
  it('finds an article by its text, and shows where', async () => {
    const { client } = await start();
    const id = await paste(client, strait);
    const { hits, total, pending, hint } = await find(client, '"freedom of navigation"');
    expect({ total, pending, hint }).toEqual({ total: 1, pending: 0, hint: null });
    expect(hits).toMatchObject([{ articleId: id, title: 'A fleet in the strait', snippets: [{ where: 'text' }] }]);
    const [snippet] = hits[0]?.snippets ?? [];
    expect(snippet?.marks.map((mark) => snippet.text.slice(mark.start, mark.end))).toEqual(['freedom of navigation']);
  });

  it('finds notes, quotes, tags, colours, summaries and status as they are now', async () => {
    const { client } = await start();
    const id = await paste(client, strait);
    await paste(client, speech);
    const highlight = await client.notes.highlightQuote({ articleId: id, quote: 'three ships', tags: ['Freedom of the seas'], note: 'Élan, but whose?', colour: 'blue' });
    const of = (...queries: readonly string[]) => Promise.all(queries.map((query) => titles(client, query)));
    const fleet = ['A fleet in the strait'];
    expect(await of('elan', 'in:notes whose', 'in:quotes ships', 'tag:"freedom of the seas"', 'seas', 'colour:blue', 'has:note', 'has:tag alliance', '-has:highlight')).toEqual([fleet, fleet, fleet, fleet, fleet, fleet, fleet, fleet, ['A speech in the house']]);
    expect(await of('colour:red', 'has:summary', 'in:summary fleet', 'has:review')).toEqual([[], [], [], []]);
    if (!highlight.ok) throw new Error('no highlight');
    const { id: highlightId, anchor } = highlight.value;
    await client.library.edit({ edits: [{ kind: 'move-highlight', articleId: id, highlightId, anchor, review: { kind: 'moved', before: anchor } }] });
    expect(await of('has:review', '-has:review')).toEqual([fleet, ['A speech in the house']]);
    const { hits } = await find(client, 'whose');
    expect(hits[0]?.snippets[0]).toMatchObject({ where: 'note', highlightId: highlight.ok ? highlight.value.id : '' });
    await client.library.edit({ edits: [{ kind: 'summarise-article', articleId: id, summary: 'On a fleet.' }, { kind: 'set-status', articleId: id, status: 'archive' }] });
    expect(await of('in:summary fleet', 'status:archive', 'status:inbox')).toEqual([fleet, fleet, ['A speech in the house']]);
  });

  it('finds by author, source and date, and by the day of the import where there is no other', async () => {
    const { client } = await start();
    const id = await paste(client, strait);
    await paste(client, speech);
    await client.library.edit({ edits: [{ kind: 'describe-article', articleId: id, details: { byline: 'María Núñez', source: 'The Strait Times', published: '2024-05-13' } }] });
    const fleet = ['A fleet in the strait'];
    for (const query of ['author:nunez', 'source:"strait times"', 'on:2024', 'on:2024-05', 'on:2024-05-13', 'before:2024-06', 'before:2024-05-14 after:2024-05-12', 'after:2023 before:2025']) expect([query, await titles(client, query)]).toEqual([query, fleet]);
    for (const query of ['before:2024-05', 'before:2024-05-13', 'on:2024-05-14', 'author:strait']) expect([query, await titles(client, query)]).toEqual([query, []]);
    expect(await titles(client, 'after:2024-05-13')).toEqual(['A speech in the house']);
  });

  it('finds words in the title and in the text apart, however they are accented, and words of scripts without spaces', async () => {
    const { client } = await start();
    await paste(client, strait);
    await paste(client, '航行自由\n\n他们说航行自由是原则，舰队从来没有停止过通过海峡。\n');
    await paste(client, 'Sea lanes of Siam\n\nเสรีภาพในการเดินเรือเป็นหลักการที่ทุกประเทศยอมรับ\n');
    await paste(client, '航行の自由\n\n彼らは航行の自由が原則だと言った。艦隊は海峡を通過した。\n');
    const found = (...queries: readonly string[]) => Promise.all(queries.map((query) => titles(client, query)));
    expect(await found('in:title fleet', 'in:text fleet', 'in:text EXÉRCISE', 'in:title exercise')).toEqual([['A fleet in the strait'], ['A fleet in the strait'], ['A fleet in the strait'], []]);
    expect(await found('海峡', '原则', '"航行の自由"', 'เดินเรือ')).toEqual([['航行の自由', '航行自由'], ['航行自由'], ['航行の自由'], ['Sea lanes of Siam']]);
  });

  it('leaves out what is in the bin, unless it is asked for', async () => {
    const { client } = await start();
    await client.library.edit({ edits: [{ kind: 'bin-article', articleId: await paste(client, strait), isBinned: true }] });
    expect([await titles(client, 'alliance'), await titles(client, 'alliance status:bin')]).toEqual([[], ['A fleet in the strait']]);
  });

  it('finds within a collection as it is now, and says which collection there is none of', async () => {
    const { client } = await start();
    const id = await paste(client, strait);
    await paste(client, speech);
    const collection = { ...createCollection('The strait', { id: createCollectionId(1, new Uint8Array(10)), now: new Date(0).toISOString() }), articles: [] };
    await client.library.edit({ edits: [{ kind: 'put-collection', collection }] });
    expect(await find(client, 'collection:strait alliance')).toMatchObject({ total: 0, hint: null });
    await client.library.edit({ edits: [{ kind: 'collect', collectionId: collection.id, articleIds: [id], isIn: true }] });
    const [fleet, house] = [['A fleet in the strait'], ['A speech in the house']];
    expect(await Promise.all(['collection:strait alliance', 'collection:"the strait"', '-collection:strait alliance', 'collection:strait OR price'].map((query) => titles(client, query)))).toEqual([fleet, fleet, house, [...fleet, ...house]]);
    expect(await find(client, 'collection:canal fleet')).toMatchObject({ total: 0, hint: { kind: 'collection-unknown', name: 'canal' } });
  });

  it('counts what each of several queries finds, also of one that asks for nothing', async () => {
    const { client } = await start();
    await paste(client, strait);
    await paste(client, speech);
    await find(client, 'alliance');
    expect(await client.search.count({ queries: ['alliance', '', 'price', 'price OR fleet', 'nowhere'] })).toEqual({ ok: true, value: { totals: [2, 0, 1, 2, 0], pending: 0 } });
  });

  it('gives every hit once over several pages, in the order of one long page', async () => {
    const { client } = await start();
    for (let count = 0; count < 7; count += 1) await paste(client, `Article ${count}\n\nThe alliance said much about nothing, and nothing ${'more '.repeat(count % 3)}about it.\n`);
    const all = (await find(client, 'alliance')).hits.map(({ articleId }) => articleId);
    expect(new Set(all).size).toBe(7);
    const pages = await Promise.all([0, 3, 6].map((offset) => client.search.find({ query: 'alliance', limit: 3, offset })));
    expect(pages.flatMap((page) => (page.ok ? page.value.hits.map(({ articleId }) => articleId) : []))).toEqual(all);
    expect(pages.map((page) => page.ok && page.value.total)).toEqual([7, 7, 7]);
  });

  it('forgets an article that is gone for good, and counts it no more', async () => {
    const { client } = await start();
    const id = await paste(client, strait);
    await paste(client, speech);
    await client.library.edit({ edits: [{ kind: 'bin-article', articleId: id, isBinned: true }] });
    expect(await find(client, 'alliance status:bin')).toMatchObject({ total: 1 });
    await client.library.deleteForGood({ ids: [id] });
    expect([await find(client, 'alliance status:bin'), await find(client, 'alliance')]).toMatchObject([{ total: 0 }, { total: 1 }]);
  });

  it('shows no hit of an article that went for good while the index still has it', async () => {
    const { client, library } = await start();
    const id = await paste(client, strait);
    await client.library.edit({ edits: [{ kind: 'bin-article', articleId: id, isBinned: true }] });
    expect(await find(client, 'alliance status:bin')).toMatchObject({ total: 1 });
    const asked: Promise<unknown>[] = [];
    // Asked at the moment when the window hears of it.
    library.listen((event) => {
      if (event.kind === 'library-changed' && event.change.gone.length > 0) asked.push(client.search.find({ query: 'alliance status:bin', limit: 25, offset: 0, isComplete: false }));
    });
    await client.library.deleteForGood({ ids: [id] });
    expect(asked).not.toEqual([]);
    for (const found of await Promise.all(asked)) expect(found).toMatchObject({ ok: true, value: { hits: [] } });
  });

  it('finds what was written into an article while it was being read for the index', async () => {
    let summary = 'first';
    const held: (() => void)[] = [];
    const listeners: ((event: Event) => void)[] = [];
    const article = (): Article => ({ ...articleWithNotes, summary });
    const library = {
      overview: async () => ({ ok: true, value: { articles: [summariseArticle(article())] } }),
      open: async () => {
        const now = article();
        if (held.length === 0) await new Promise<void>((resolve) => held.push(resolve));
        return succeed({ article: now, content: createContent([]) });
      },
      read: async () => succeed(article()),
      listen: (listener: (event: Event) => void) => (listeners.push(listener), () => undefined),
    };
    const search = makeSearch({ file: ':memory:', workerUrl: new URL('./search-worker.ts', import.meta.url), log: (error) => logged.push(error) });
    search.follow(library as unknown as Parameters<typeof search.follow>[0]);
    search.start();
    await expect.poll(() => held.length, { timeout: 20_000 }).toBe(1);
    summary = 'second';
    for (const listener of listeners) listener({ kind: 'library-changed', change: { ...noChange, articles: [{ ...summariseArticle(article()), changedAt: '2030-01-01T00:00:00.000Z' }] } });
    held[0]?.();
    const totals = async (query: string) => search.find({ query: parseQuery(query).query, tags: [], collections: [], limit: 5, offset: 0, isComplete: true });
    expect([await totals('in:summary second'), await totals('in:summary first')]).toMatchObject([{ value: { total: 1 } }, { value: { total: 0 } }]);
    await search.close();
  });

  it('says which tag there is none of', async () => {
    const { client } = await start();
    expect(await find(client, 'tag:entente')).toMatchObject({ total: 0, hint: { kind: 'tag-unknown', name: 'entente' } });
  });

  it('takes up in a second start what the first knew, and what changed while it did not look', async () => {
    const first = await start();
    const id = await paste(first.client, strait);
    expect(await titles(first.client, 'alliance')).toEqual(['A fleet in the strait']);
    await first.close();
    const unsearched = await start();
    await unsearched.client.library.edit({ edits: [{ kind: 'summarise-article', articleId: id, summary: 'Entente' }] });
    await paste(unsearched.client, speech);
    await unsearched.close();
    const { client } = await start();
    expect([await titles(client, 'entente'), await titles(client, 'alliance')]).toEqual([['A fleet in the strait'], ['A fleet in the strait', 'A speech in the house']]);
  });

  it('searches a library that is only read', async () => {
    const first = await start();
    await paste(first.client, strait);
    await first.close();
    expect(await titles((await start('read')).client, 'alliance')).toEqual(['A fleet in the strait']);
  });

  it.each([
    ['is gone', (file: string) => rm(file)],
    ['is no database', (file: string) => writeFile(file, 'no database at all, but long enough to be one'.repeat(300))],
    ['is empty', (file: string) => writeFile(file, '')],
    ['is cut off', async (file: string) => writeFile(file, (await readFile(file)).subarray(0, 9_000))],
    ['is overwritten in the middle', async (file: string) => writeFile(file, (await readFile(file)).fill(0xa5, 4_096))],
    ['is a folder', async (file: string) => {
      await rm(file);
      await mkdir(join(file, 'inside'), { recursive: true });
    }],
    ['is of another format', async (file: string) => {
      const database = new DatabaseSync(file);
      database.exec('PRAGMA user_version = 99; DROP TABLE article');
      database.close();
    }],
    ['holds texts that nobody put', async (file: string) => {
      const database = new DatabaseSync(file);
      database.exec("UPDATE shown SET texts = '[['");
      database.close();
    }],
    ['has lost its tables', async (file: string) => {
      const database = new DatabaseSync(file);
      database.exec('DROP TABLE words');
      database.close();
    }],
  ])('finds as before when the index %s', async (_, damage) => {
    const first = await start();
    await paste(first.client, strait);
    expect(await titles(first.client, 'alliance')).toHaveLength(1);
    await first.close();
    await Promise.all(['-wal', '-shm'].map((ending) => rm(first.file + ending, { force: true })));
    await damage(first.file);
    const { client } = await start();
    expect(await titles(client, 'alliance')).toEqual(['A fleet in the strait']);
    expect(logged).toEqual([]);
  });

  it('searches in memory where no index can be written', async () => {
    await writeFile(join(scratch.folder, 'cache'), 'a file in the way of the folder');
    const { client } = await start();
    await paste(client, strait);
    expect(await titles(client, 'alliance')).toEqual(['A fleet in the strait']);
  });

  it.skipIf(process.platform === 'win32')('keeps the index from other accounts', async () => {
    const { client, file } = await start();
    await find(client, 'alliance');
    expect((await stat(join(file, '..'))).mode & 0o777).toBe(0o700);
  });
});
