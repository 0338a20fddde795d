import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../core/base/canonical-json.ts';
import { fail, succeed } from '../../core/base/result.ts';
import type { Chain } from '../../core/library/migrations.ts';
import { verifyArchive } from './archive.ts';
import { archiveFolder } from './archive-folder.ts';
import { sha256 } from './canonical-json.ts';
import { decodeDocument } from './document-format.ts';
import { articleRef } from './document-refs.ts';
import { machineFileSystem } from './file-system.ts';
import { decodeContent } from './hashed-files.ts';
import { openStore } from './open-store.ts';
import { makeFailingFileSystem } from './testing/failing-file-system.ts';
import { listArticles, makeScratchFolder, openForTest } from './testing/fixtures.ts';
import { hashesIn, makeRealLibrary, testDisk } from './testing/real-library.ts';

/** As if format 1 had called a title a name, format 2 a heading, and format 3 were the present one. */
const chain: Chain = [
  { article: ({ name, ...rest }) => ({ ...rest, heading: name }) },
  { article: ({ heading, ...rest }) => ({ ...rest, title: heading }), codebook: (body) => body },
];

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
});
afterEach(() => scratch.remove());

const path = (file: string) => join(folder, ...file.split('/'));
const formatOf = async (file: string) => JSON.parse(await readFile(path(file), 'utf8')).format;
const archives = async () => readdir(archiveFolder(folder)).catch(() => []);
const openLater = (options: Parameters<typeof openForTest>[1] = {}) => openForTest(folder, { chain, wait: async () => undefined, ...options });

/** A library of two articles as format 1 had them, every hash right. */
async function makeEarlierLibrary(): Promise<readonly [string, string]> {
  const { articles } = await makeRealLibrary(folder);
  for (const { id } of articles) {
    const { sha256: _, title, ...rest } = JSON.parse(await readFile(path(`articles/${id}.json`), 'utf8'));
    const earlier = { ...rest, name: title };
    await writeFile(path(`articles/${id}.json`), JSON.stringify({ ...earlier, sha256: sha256(canonicalJson(earlier)) }));
  }
  const [first, second] = articles.map(({ id }) => `articles/${id}.json`);
  if (!first || !second) throw new Error('two articles');
  return [first, second];
}

const idOf = (file: string) => file.slice('articles/'.length, -'.json'.length);
const summarise = async (opened: Awaited<ReturnType<typeof openForTest>>, file: string, summary: string) => {
  const { summaries } = await opened.store.listSummaries();
  const article = summaries.find(({ id }) => id === idOf(file));
  if (!article) throw new Error('no such article');
  return opened.store.updateArticle(article.id, (present) => succeed({ next: { ...present, summary }, answer: null }));
};

describe('a library of an earlier format', () => {
  it('is read through every step, and a library that is only read stays byte for byte', async () => {
    await makeEarlierLibrary();
    const before = await hashesIn(scratch.folder);
    const { store } = await openLater({ mode: 'read' });
    expect((await listArticles(store)).articles.map(({ title }) => title).sort()).toEqual(['Article 1', 'Article 2']);
    expect((await listArticles(store)).damaged).toEqual([]);
    expect(await hashesIn(scratch.folder)).toEqual(before);
  });

  it('is archived whole, once, before its first document is written over', async () => {
    const [first] = await makeEarlierLibrary();
    const before = await hashesIn(folder);
    const opened = await openLater();
    expect(await archives()).toEqual(['Reading before format 3.zip']);
    const manifest = await verifyArchive(testDisk, join(archiveFolder(folder), 'Reading before format 3.zip'));
    expect(new Map(manifest.files.map((file) => [file.path, file.sha256]))).toEqual(before);
    expect(await formatOf('library.json')).toBe(3);
    expect(await summarise(opened, first, 'New.')).toEqual(succeed(null));
    await opened.close(2_000);
    await (await openLater()).close(2_000);
    expect(await archives()).toHaveLength(1);
  });

  it('has each document written in the present format when it is next saved, and the others as they were', async () => {
    const [first, second] = await makeEarlierLibrary();
    const untouched = await readFile(path(second));
    const opened = await openLater();
    await summarise(opened, first, 'New.');
    await opened.close(2_000);
    expect(JSON.parse(await readFile(path(first), 'utf8'))).toMatchObject({ format: 3, title: 'Article 1', summary: 'New.' });
    expect(JSON.parse(await readFile(path(first), 'utf8'))).not.toHaveProperty('name');
    expect(await readFile(path(second))).toEqual(untouched);
    const again = await openLater();
    expect((await listArticles(again.store)).articles.map(({ title, summary }) => [title, summary]).sort()).toEqual([['Article 1', 'New.'], ['Article 2', '']]);
    await again.close(2_000);
  });

  it('that a sync program brings later is archived before it is written over, in an archive of its own library', async () => {
    const [first] = await makeEarlierLibrary();
    const earlier = await readFile(path(first));
    await (await openLater()).close(2_000);
    const other = join(scratch.folder, 'elsewhere', 'Reading');
    await makeRealLibrary(other);
    // An archive of another library that was once in this place is not taken for ours.
    await (await openForTest(other, { chain })).close(2_000);
    await writeFile(join(archiveFolder(folder), 'Reading before format 3.zip'), await readFile(join(archiveFolder(other), 'Reading before format 3.zip')));
    await writeFile(path(first), earlier);
    const opened = await openLater();
    expect(await summarise(opened, first, 'New.')).toEqual(succeed(null));
    await opened.close(2_000);
    expect((await archives()).sort()).toEqual(['Reading before format 3 (2).zip', 'Reading before format 3.zip']);
  });

  it('is not changed where no archive can be made, and can be read', async () => {
    await makeEarlierLibrary();
    const before = await hashesIn(folder);
    const files = { ...machineFileSystem, makeFolder: (at: string) => (at === archiveFolder(folder) ? Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' })) : machineFileSystem.makeFolder(at)) };
    const fault = { code: 'upgrade-unsafe', folder, reason: 'no-permission', archive: join(archiveFolder(folder), 'Reading before format 3.zip') };
    const how = { folder, shownAs: folder, door: 'serve' as const, clock: testDisk.clock, chance: testDisk.chance, chain, files, wait: async () => undefined };
    expect(await openStore({ ...how, mode: 'write' })).toEqual(fail(fault));
    const read = await openStore({ ...how, mode: 'prefer-write' });
    if (!read.ok) throw new Error(read.fault.code);
    expect(read.value.store.access?.()).toEqual({ kind: 'read', fault });
    expect((await listArticles(read.value.store)).articles).toHaveLength(2);
    await read.value.close(2_000);
    expect(await hashesIn(folder)).toEqual(before);
  });

  it('survives any failing call of the disk: each document is read as it was, and an archive of all stands before one is written over', async () => {
    const [first] = await makeEarlierLibrary();
    const earlier = await hashesIn(folder);
    const bytes = new Map(await Promise.all([...earlier.keys()].map(async (file) => [file, await readFile(path(file))] as const)));
    const files = makeFailingFileSystem();
    for (let failAt = 1; ; failAt += 1) {
      for (const [file, content] of bytes) await writeFile(path(file), content);
      files.arm(failAt, 'EIO');
      const opened = await openLater({ files }).catch(() => null);
      if (opened) {
        await summarise(opened, first, 'New.').catch(() => null);
        await opened.close(2_000);
      }
      files.disarm();
      const hashes = await hashesIn(folder);
      const isChanged = [...earlier].some(([file, hash]) => hashes.get(file) !== hash);
      if (isChanged) expect(await archives()).toContain('Reading before format 3.zip');
      for (const name of await archives()) expect((await verifyArchive(testDisk, join(archiveFolder(folder), name))).files).toHaveLength(earlier.size);
      const again = await openLater({ mode: 'read' });
      const { articles, damaged } = await listArticles(again.store);
      expect([articles.map(({ title }) => title).sort(), damaged]).toEqual([['Article 1', 'Article 2'], []]);
      expect((await archives()).length).toBeLessThan(2);
      if (files.failed() === null) return expect(failAt).toBeGreaterThan(40);
    }
  });
});

describe('a catalog', () => {
  it('that was made from documents as an earlier format had them is made anew', async () => {
    await makeRealLibrary(folder);
    const cacheFolder = join(scratch.folder, 'cache');
    const early = await openForTest(folder, { cacheFolder });
    await early.store.listSummaries();
    await early.close(2_000);
    const shout: Chain = [{ article: ({ title, ...rest }) => ({ ...rest, title: String(title).toUpperCase() }) }];
    const later = await openForTest(folder, { cacheFolder, chain: shout });
    expect((await later.store.listSummaries()).summaries.map(({ title }) => title).sort()).toEqual(['ARTICLE 1', 'ARTICLE 2']);
    await later.close(2_000);
  });
});

describe('a document of an earlier format', () => {
  it('whose hash does not match is damaged, not migrated', async () => {
    const [first] = await makeEarlierLibrary();
    const bytes = new TextEncoder().encode((await readFile(path(first), 'utf8')).replace('Article 1', 'Article 9'));
    expect(decodeDocument(articleRef(idOf(first)), bytes, chain)).toEqual(fail({ kind: 'damaged', reason: 'wrong-hash' }));
  });

  it('that a step can’t take is wrongly shaped, and nothing else fails with it', () => {
    const broken: Chain = [{ article: (body) => ({ ...body, title: (body['missing'] as { deep: string }).deep }) }];
    const bytes = new TextEncoder().encode('{"kind":"article","format":1,"rev":1,"sha256":null}');
    expect(decodeDocument(articleRef('x'), bytes, broken)).toEqual(fail({ kind: 'damaged', reason: 'wrong-shape' }));
  });
});

describe('a text of an earlier format', () => {
  const early = new TextEncoder().encode('{"kind":"content","format":1,"paragraphs":["One."]}');
  const steps: Chain = [{ content: ({ paragraphs }) => ({ blocks: (paragraphs as string[]).map((text, index) => ({ kind: 'paragraph', leaf: { id: `p${index}`, text, marks: [] } })) }) }];

  it('is migrated whenever it is read, since its bytes never change', () => {
    expect(decodeContent(early, steps)).toMatchObject({ ok: true, value: { blocks: [{ kind: 'paragraph', leaf: { text: 'One.' } }] } });
    expect(decodeContent(early)).toEqual(fail({ kind: 'damaged', reason: 'wrong-shape' }));
  });
});
