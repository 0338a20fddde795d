import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeClient } from '../../core/api/client.ts';
import { type Client, contract } from '../../core/api/contract.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import { bringsAnything, countPlan, type ReadingsPlan } from '../../core/library/plan-readings.ts';
import { startLibrary, type StartedLibrary } from '../start-library.ts';

const clippings = (...entries: string[]) => entries.map((entry) => `${entry}\r\n==========\r\n`).join('');
const kindle = clippings(
  'Two Navies (Ann Example)\r\n- Your Highlight on Location 10-12 | Added on Thursday, 4 June 2020 12:18:46\r\n\r\nThe fleet left the strait at noon.',
  'Two Navies (Ann Example)\r\n- Your Note on Location 12 | Added on Thursday, 4 June 2020 12:19:00\r\n\r\nWho says so?',
);
const hypothesis = (uri: string, quote: string) => JSON.stringify({ annotations: [{ uri, text: 'Who says so?', tags: ['alliance'], created: '2024-05-01T10:00:00Z', user: 'acct:a@h', document: { title: ['A fleet'] }, target: [{ source: uri, selector: [{ type: 'TextQuoteSelector', exact: quote, prefix: 'The ', suffix: ' met' }] }] }] });
const page = `<html><head><title>A fleet</title><link rel="canonical" href="https://example.org/fleet"></head><body><article><h1>A fleet</h1>${'<p>The first fleet met the other fleet in the strait, an exercise in freedom of navigation, and nobody gave way to anybody.</p>'.repeat(6)}</article></body></html>`;

let folder: string;
let started: StartedLibrary;
let client: Client;

async function start(name: string): Promise<void> {
  const opened = await startLibrary({ folder: join(folder, name), door: 'serve', mode: 'write', root: pathToFileURL(`${folder}/`), workerUrl: new URL('import-worker.ts', import.meta.url), log: (error) => { throw error; } });
  if (!opened.ok) throw new Error(opened.fault.code);
  started = opened.value;
  client = makeClient(contract, started.router.dispatch);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-readings-'));
  // No first article comes with a root that has none.
  await writeFile(join(folder, 'package.json'), '{"version":"1.2.3"}');
  await start('one');
});
afterEach(async () => {
  await started.close();
  await rm(folder, { recursive: true });
});

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}

async function importFile(name: string, text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const handle = started.uploads.hold(async () => succeed({ name, bytes, origin: 'file', mediaType: null }));
  return valueOf(await client.articles.import({ source: { kind: 'upload', handle } }));
}

async function planOf(name: string, text: string | Uint8Array): Promise<ReadingsPlan> {
  const imported = await importFile(name, text);
  if (imported.kind !== 'readings') throw new Error('It was taken for an article.');
  return imported.plan;
}

const take = async (plan: ReadingsPlan, skipped: number[] = []) => valueOf(await client.readings.take({ plan: plan.id, skipped }));
const listed = async () => valueOf(await client.library.overview(undefined)).articles.filter(({ binnedAt }) => binnedAt === null);

describe('highlights from another program', () => {
  it('change nothing until they are taken, and then come in with notes and dates, as quotations', async () => {
    const before = (await listed()).length;
    const plan = await planOf('My Clippings.txt', kindle);
    expect(plan).toMatchObject({ format: 'kindle', readings: [{ title: 'Two Navies', byline: 'Ann Example', article: null, hasText: false, highlights: 1, known: 0 }], unread: [] });
    expect(await listed()).toHaveLength(before);
    const { articles, highlights } = await take(plan);
    expect([articles.map(({ title }) => title), highlights]).toEqual([['Two Navies'], 1]);
    const opened = valueOf(await client.articles.open({ id: articles[0]?.id ?? ('' as never) }));
    expect(opened.article.highlights).toMatchObject([{ anchor: { exact: 'The fleet left the strait at noon.' }, note: 'Who says so?', createdAt: '2020-06-04T12:18:46.000Z' }]);
    expect(opened.article.highlights[0]?.review ?? null).toBeNull();
  });

  it('are known the second time', async () => {
    await take(await planOf('My Clippings.txt', kindle));
    const again = await planOf('My Clippings.txt', kindle);
    expect(again.readings).toMatchObject([{ article: { title: 'Two Navies' }, highlights: 0, known: 1 }]);
    expect(bringsAnything(countPlan(again))).toBe(false);
    expect(await take(again)).toMatchObject({ newArticles: 0, highlights: 0, undo: [] });
  });

  it('find their words in an article that is there, by its address', async () => {
    const imported = await importFile('fleet.html', page);
    const plan = await planOf('annotations.json', hypothesis('http://www.example.org/fleet?utm_source=x#top', 'first fleet'));
    expect(plan).toMatchObject({ readings: [{ article: { title: 'A fleet' }, highlights: 1 }], newTags: ['alliance'] });
    const { articles } = await take(plan);
    expect(articles.map(({ id }) => id)).toEqual([imported.kind === 'article' ? imported.article.id : null]);
    const overview = valueOf(await client.library.overview(undefined));
    const tag = overview.tags.find(({ name }) => name === 'alliance');
    expect(valueOf(await client.articles.open({ id: articles[0]?.id ?? ('' as never) })).article.highlights).toMatchObject([{ anchor: { exact: 'first fleet' }, tags: [tag?.id], review: { kind: 'unsure' } }]);
  });

  it('are undone as one step, and what is not wanted is left out', async () => {
    const two = kindle + clippings('Another (B)\r\n- Your Highlight on Location 1-2 | Added on Thursday, 4 June 2020 12:18:46\r\n\r\nA sentence of another book.');
    const before = await listed();
    const { undo, newArticles } = await take(await planOf('My Clippings.txt', two), [1]);
    expect([newArticles, (await listed()).length]).toEqual([1, before.length + 1]);
    valueOf(await client.library.edit({ edits: [...undo] }));
    expect((await listed()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('go round through Lectern’s own Markdown without a loss, into the same library and into another', async () => {
    const { articles } = await take(await planOf('annotations.json', hypothesis('https://example.org/other', 'first fleet met')));
    const id = articles[0]?.id ?? ('' as never);
    valueOf(await client.library.edit({ edits: [{ kind: 'summarise-article', articleId: id, summary: 'It is **narrow**.' }] }));
    const [file] = valueOf(await client.notes.exportMarkdown({ ids: [id], arrangement: 'in-order' }));
    expect(await planOf('notes.md', file?.markdown ?? '')).toMatchObject({ format: 'lectern-markdown', readings: [{ article: { id }, highlights: 0, known: 1, hasNewNote: false }] });
    valueOf(await client.library.edit({ edits: [{ kind: 'summarise-article', articleId: id, summary: '' }] }));
    const plan = await planOf('notes.md', file?.markdown ?? '');
    expect([plan.readings[0]?.hasNewNote, countPlan(plan).notes, bringsAnything(countPlan(plan))]).toEqual([true, 1, true]);
    await started.close();
    await start('two');
    const { articles: there } = await take(await planOf('notes.md', file?.markdown ?? ''));
    const opened = valueOf(await client.articles.open({ id: there[0]?.id ?? ('' as never) })).article;
    expect(opened).toMatchObject({ title: 'A fleet', url: 'https://example.org/other', summary: 'It is **narrow**.', highlights: [{ anchor: { exact: 'first fleet met' }, note: 'Who says so?', colour: 'yellow' }] });
    expect(valueOf(await client.library.overview(undefined)).tags.map(({ name }) => name)).toContain('alliance');
  });

  it('come out of archives with shelves as collections, statuses and dates', async () => {
    const pocket = zipSync({ 'part_000000.csv': strToU8('title,url,time_added,tags,status\nA fleet,https://example.org/a,1714557600,navy|law of the sea,archive\n'), annotations: { 'part_000000.json': strToU8(JSON.stringify([{ url: 'https://example.org/a', title: 'A fleet', highlights: [{ quote: 'At noon.', created_at: 1714557700 }] }])) } });
    const { articles } = await take(await planOf('pocket.zip', pocket));
    expect(articles).toMatchObject([{ title: 'A fleet', status: 'archive', importedAt: '2024-05-01T10:00:00.000Z', highlightCount: 1 }]);
    expect(valueOf(await client.library.overview(undefined)).collections.map(({ name, articles: members }) => [name, members]).toSorted()).toEqual([['law of the sea', [articles[0]?.id]], ['navy', [articles[0]?.id]]]);
    const omnivore = zipSync({ 'metadata_0_to_20.json': strToU8(JSON.stringify([{ slug: 'fleet', title: 'A fleet', url: 'https://example.org/b', labels: [], state: 'Active' }])), content: { 'fleet.html': strToU8(page) }, highlights: { 'fleet.md': strToU8('> exercise in freedom\n\nYes.') } });
    const plan = await planOf('omnivore.zip', omnivore);
    expect(plan.readings).toMatchObject([{ hasText: true, highlights: 1, article: null }]);
    expect(valueOf(await client.articles.open({ id: (await take(plan)).articles[0]?.id ?? ('' as never) })).article.highlights).toMatchObject([{ anchor: { exact: 'exercise in freedom' }, note: 'Yes.' }]);
  });

  it('bring codebooks: names, meanings and colours, and leave known tags as they are', async () => {
    const qdc = '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="navy" color="#ff0000"><Description>All ships.</Description></Code></Codes></CodeBook>';
    const plan = await planOf('codes.qdc', qdc);
    expect(plan).toMatchObject({ format: 'refi-qda-codebook', newTags: ['navy'], readings: [] });
    await take(plan);
    const tags = () => client.library.overview(undefined).then((overview) => valueOf(overview).tags.filter(({ name }) => name === 'navy'));
    expect(await tags()).toMatchObject([{ definition: 'All ships.', colour: 'red' }]);
    await take(await planOf('codes.qdc', qdc.replace('All ships.', 'Else.')));
    expect(await tags()).toMatchObject([{ definition: 'All ships.' }]);
  });

  it.each([
    ['a table of something else', 'prices.csv', 'a,b\n1,2\n'], ['JSON of something else', 'data.json', '{"a":[1,2]}'], ['JSON that nests without end', 'deep.json', '['.repeat(100_000)], ['an archive of something else', 'photos.zip', zipSync({ 'a.jpg': new Uint8Array(4) })],
  ])('are not looked for in %s', async (_, name, bytes) => {
    const handle = started.uploads.hold(async () => succeed({ name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, origin: 'file', mediaType: null }));
    expect(await client.articles.import({ source: { kind: 'upload', handle } })).toMatchObject({ ok: false, fault: { code: 'format-unsupported', name } });
  });

  it('can be taken once', async () => {
    const plan = await planOf('My Clippings.txt', kindle);
    await take(plan);
    expect(await client.readings.take({ plan: plan.id, skipped: [] })).toMatchObject({ ok: false, fault: { code: 'upload-missing' } });
  });
});
