import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { canonicalJson } from '../../core/base/canonical-json.ts';
import { fingerprint } from '../../core/base/fingerprint.ts';
import { succeed } from '../../core/base/result.ts';
import type { LibraryChange } from '../../core/library/events.ts';
import type { LibraryStore } from '../../core/library/ports.ts';
import { mergeSentence } from '../../core/messages/merge-messages.ts';
import { decodeDocument, encodeDocument } from './document-format.ts';
import { articleRef } from './document-refs.ts';
import { documentOfCopy } from './conflict-copies.ts';
import { machineFileSystem } from './file-system.ts';
import { makeFailingFileSystem } from './testing/failing-file-system.ts';
import { leaveFile, makeScratchFolder, openForTest, sampleArticle, sampleHighlight } from './testing/fixtures.ts';

const highlight = sampleHighlight('first');
const article = { ...sampleArticle(), highlights: [highlight] };
const file = `articles/${article.id}.json`;
const copyName = `${article.id}.sync-conflict-20260101-120000-ABCDEFG.json`;

describe('a conflict copy', () => {
  it.each([
    ['Syncthing', '.sync-conflict-20260101-120000-ABCDEFG'],
    ['Dropbox', ' (Ann’s conflicted copy 2026-01-01)'],
    ['Dropbox, the second of a day', " (Ann's conflicted copy 2026-01-01 (1))"],
    ['OneDrive', '-ANNS-LAPTOP'],
    ['Nextcloud', ' (conflicted copy 2026-01-01 120000)'],
    ['iCloud', ' 2'],
    ['Google Drive', ' (1)'],
  ])('of %s is known by its name', (_, mark) => {
    expect(documentOfCopy(`articles/${article.id}${mark}.json`)).toBe(file);
    expect(documentOfCopy(`codebook${mark}.json`)).toBe('codebook.json');
    expect(documentOfCopy(`settings${mark}.json`)).toBe('settings.json');
    expect(documentOfCopy(`collections${mark}.json`)).toBe('collections.json');
    expect(documentOfCopy(`searches${mark}.json`)).toBe('searches.json');
  });

  it.each([
    ['a document itself', file], ['the codebook itself', 'codebook.json'], ['another file', 'articles/notes 2.json'], ['a copy elsewhere', `content/${article.id} 2.json`],
    ['a temporary file', `articles/.${article.id}.123.tmp`], ['a file of another kind', `articles/${article.id} 2.txt`], ['a longer name', `articles/${article.id}x.json`], ['settings of another program', 'settingsx.json'],
  ])('is not %s', (_, name) => expect(documentOfCopy(name)).toBeNull());

  it('is none, whatever the name, that does not begin with a document’s', () => {
    fc.assert(fc.property(fc.string(), (name) => documentOfCopy(`articles/!${name}`) === null));
  });
});

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
});
afterEach(() => scratch.remove());

const path = (name: string) => join(folder, ...name.split('/'));
const articles = (name: string) => `articles/${name}`;
const setNote = (store: LibraryStore, note: string) =>
  store.updateArticle(article.id, (present) => succeed({ next: { ...present, highlights: present.highlights.map((each) => ({ ...each, note })) }, answer: null }));
const noteIn = async (store: LibraryStore) => {
  const read = await store.readArticle(article.id);
  return read.ok ? read.value.highlights.map(({ note }) => note) : read.fault;
};

/** A library in which one side wrote `ours`, and the bytes of the document of the side that wrote `theirs`. */
async function editApart(ours: string, theirs: string): Promise<Buffer> {
  const first = await openForTest(folder);
  await first.store.createArticle(article);
  await first.close(2_000);
  const before = await readFile(path(file));
  const other = await openForTest(folder);
  await setNote(other.store, theirs);
  await other.close(2_000);
  const copy = await readFile(path(file));
  await writeFile(path(file), before);
  const own = await openForTest(folder);
  await setNote(own.store, ours);
  await own.close(2_000);
  return copy;
}

describe('opening a library with conflict copies', () => {
  it('merges a copy into its document, keeps its bytes in merged/ and says so', async () => {
    const copy = await editApart('ours', 'theirs');
    await writeFile(path(`articles/${copyName}`), copy);
    const { store, close } = await openForTest(folder);
    expect(await noteIn(store)).toEqual(['ours\n\n---\n\ntheirs']);
    expect(await readdir(path('articles'))).toEqual([`${article.id}.json`]);
    expect(await readFile(path(`merged/${copyName}`))).toEqual(copy);
    const [report] = store.merges?.() ?? [];
    expect(report).toEqual({ file, copy: `articles/${copyName}`, conflicts: [{ field: 'note', recordId: highlight.id }] });
    expect(report && mergeSentence(report)).toBe(`articles/${copyName}, a sync program’s copy of ${file}, was merged into it. The copy is kept in the folder “merged”. Both places had changed a note: you find both texts, with a line between them.`);
    await close(2_000);
    expect((await openForTest(folder)).store.merges?.()).toEqual([]);
  });

  it('gives the same bytes on both machines, whichever side’s document became the copy', async () => {
    const theirs = await editApart('ours', 'theirs');
    const ours = await readFile(path(file));
    const results: Buffer[] = [];
    for (const [document, copy] of [[ours, theirs], [theirs, ours]] as const) {
      await writeFile(path(file), document);
      await writeFile(path(`articles/${copyName}`), copy);
      await (await openForTest(folder)).close(2_000);
      results.push(await readFile(path(file)));
    }
    expect(results[0]).toEqual(results[1]);
    expect((await readdir(path('merged'))).sort()).toEqual([`${copyName.slice(0, -5)}.2.json`, copyName].sort());
  });

  it('lets a copy become the document where there is none, and where what there is can’t be read', async () => {
    const copy = await editApart('ours', 'theirs');
    await rename(path(file), path(`articles/${article.id}-DESK.json`));
    const first = await openForTest(folder);
    expect(await noteIn(first.store)).toEqual(['ours']);
    await first.close(2_000);
    await leaveFile(path(file), '{"kind":');
    await writeFile(path(`articles/${copyName}`), copy);
    const { store } = await openForTest(folder);
    expect(await noteIn(store)).toEqual(['theirs']);
    expect((await readdir(path('damaged'))).filter((name) => name.endsWith('.json'))).toHaveLength(1);
  });

  it('does not write the document again for a copy that it has seen already', async () => {
    await editApart('ours', 'theirs');
    const document = await readFile(path(file));
    await writeFile(path(`articles/${article.id} 2.json`), document);
    await (await openForTest(folder)).close(2_000);
    expect(await readFile(path(file))).toEqual(document);
    expect(await readdir(path('merged'))).toEqual([`${article.id} 2.json`]);
  });

  it('leaves a copy that can’t be read where it is, and tells of it until it can', async () => {
    const copy = await editApart('ours', 'theirs');
    await writeFile(path(`articles/${copyName}`), copy.subarray(0, 200));
    const { store, mergeConflictCopies } = await openForTest(folder);
    expect((await store.listSummaries()).damaged).toMatchObject([{ file: `articles/${copyName}`, fault: { code: 'document-damaged', reason: 'not-json' }, keptAs: null }]);
    expect(await readFile(path(`articles/${copyName}`))).toEqual(copy.subarray(0, 200));
    await writeFile(path(`articles/${copyName}`), copy);
    expect(await mergeConflictCopies()).toHaveLength(1);
    expect((await store.listSummaries()).damaged).toEqual([]);
    expect(await noteIn(store)).toEqual(['ours\n\n---\n\ntheirs']);
  });

  it('whose insides break the merging is told of, and stops neither other copies nor the library', async () => {
    const opened = await openForTest(folder);
    await opened.store.createArticle(article);
    const broken = { ...article, revisions: { title: { seen: { aaaaaaaaaa: 1 }, of: fingerprint(`title\n${canonicalJson(article.title)}`), heads: { aaaaaaaaaa: 5 } } } };
    const copy = file.replace('.json', '.sync-conflict-20260101-101010-ABCDEFG.json');
    await writeFile(path(copy), encodeDocument(articleRef(article.id), { rev: 3, value: broken as never }));
    expect(await opened.mergeConflictCopies()).toEqual([]);
    expect(await opened.mergeConflictCopies()).toEqual([]);
    expect((await opened.store.listSummaries()).damaged).toMatchObject([{ file: copy, fault: { code: 'document-damaged' } }]);
    await opened.close(2_000);
    const again = await openForTest(folder);
    expect(await again.store.readArticle(article.id)).toMatchObject({ ok: true });
    await again.close(2_000);
  });

  it('is merged when it turns up while the library is open, once it is whole, and the window hears of it', async () => {
    const copy = await editApart('ours', 'theirs');
    const growing = path(`articles/${copyName}`);
    let waits = 0;
    // It grows between the first looks, as while a sync program writes it.
    const wait = async () => { if (existsSync(growing) && (waits += 1) <= 2) await writeFile(growing, waits === 1 ? copy.subarray(0, 300) : copy); };
    const { store, close } = await openForTest(folder, { door: 'serve', wait });
    onTestFinished(() => close(2_000));
    await store.listSummaries();
    const changes: LibraryChange[] = [];
    store.listen((event) => { if (event.kind === 'library-changed') changes.push(event.change); });
    await writeFile(growing, copy.subarray(0, 100));
    await vi.waitFor(() => expect(changes.flatMap(({ merged }) => merged)).toMatchObject([{ file, copy: `articles/${copyName}`, conflicts: [{ field: 'note' }] }]), { timeout: 30_000 });
    expect(changes.flatMap(({ articles }) => articles).at(-1)).toMatchObject({ id: article.id, noteCount: 1 });
    expect(changes.every(({ isOutside }) => isOutside)).toBe(true);
    expect(changes.flatMap(({ damaged }) => damaged ?? [])).toEqual([]);
    expect(await noteIn(store)).toEqual(['ours\n\n---\n\ntheirs']);
    expect(await readFile(path(`merged/${copyName}`))).toEqual(copy);
  });

  it('is merged when the window is looked at again, where nothing can be watched', async () => {
    const copy = await editApart('ours', 'theirs');
    const { store, close } = await openForTest(folder, { files: { ...machineFileSystem, watch: () => () => undefined }, door: 'serve' });
    onTestFinished(() => close(2_000));
    await writeFile(path(`articles/${copyName}`), copy);
    await store.rescan();
    expect(await noteIn(store)).toEqual(['ours\n\n---\n\ntheirs']);
  });

  it('touches nothing when it is opened to read', async () => {
    const copy = await editApart('ours', 'theirs');
    await writeFile(path(`articles/${copyName}`), copy);
    const { store } = await openForTest(folder, { mode: 'read' });
    expect(await noteIn(store)).toEqual(['ours']);
    expect((await readdir(path('articles'))).sort()).toEqual([`${article.id}.json`, copyName].sort());
  });

  it('adds the settings that only the copy has', async () => {
    const first = await openForTest(folder);
    await first.store.updateSettings({ theme: 'night' });
    await first.close(2_000);
    await writeFile(path('settings-DESK.json'), '{"kind":"settings","format":1,"rev":9,"sha256":null,"theme":"sepia","measure":500}');
    const { store } = await openForTest(folder);
    expect(await store.readSettings()).toMatchObject({ value: { theme: 'night', measure: 500 } });
  });

  it('loses no byte whichever call of the disk fails, and ends merged when it is opened again', async () => {
    const copy = await editApart('ours', 'theirs');
    const document = await readFile(path(file));
    const files = makeFailingFileSystem();
    for (let failAt = 1; ; failAt += 1) {
      await rm(path('merged'), { recursive: true, force: true });
      await mkdir(path('articles'), { recursive: true });
      await writeFile(path(file), document);
      await writeFile(path(`articles/${copyName}`), copy);
      files.disarm();
      const opened = await openForTest(folder, { files });
      await writeFile(path(file), document);
      await writeFile(path(`articles/${copyName}`), copy);
      files.arm(failAt, 'EIO');
      await opened.mergeConflictCopies();
      files.disarm();
      await opened.close(2_000);
      const again = await openForTest(folder);
      expect(await noteIn(again.store)).toEqual(['ours\n\n---\n\ntheirs']);
      await again.close(2_000);
      expect(await readFile(path(`merged/${copyName}`))).toEqual(copy);
      if (files.failed() === null) return expect(failAt).toBeGreaterThan(8);
    }
  });
});

describe('a copy that merging stumbles over', () => {
  /** Valid by itself; but of one edit it says that it wrote a number where a title belongs. */
  function forge(bytes: Buffer): Uint8Array {
    const read = decodeDocument(articleRef(article.id), bytes);
    if (!read.ok) throw new Error('not readable');
    const { rev, value } = read.value;
    const title = { seen: { aaaaaaaaaa: 1 }, of: fingerprint(`title\n${canonicalJson(value.title)}`), heads: { aaaaaaaaaa: 5 } };
    return encodeDocument(articleRef(article.id), { rev, value: { ...value, revisions: { ...value.revisions, title } } });
  }

  it('stays, is told as damaged, and keeps no other copy, no closing and no next start from their work', async () => {
    const copy = await editApart('ours', 'theirs');
    const forged = articles(`${article.id}.sync-conflict-20250101-120000-ABCDEFG.json`);
    await writeFile(path(forged), forge(copy));
    await writeFile(path(articles(copyName)), copy);
    const errors: unknown[] = [];
    const { store, mergeConflictCopies, close } = await openForTest(folder, { log: (error) => errors.push(error) });
    expect(await noteIn(store)).toEqual(['ours\n\n---\n\ntheirs']);
    expect((await store.listSummaries()).damaged).toEqual([{ file: forged, fault: { code: 'document-damaged', file: forged, reason: 'wrong-shape' }, keptAs: null }]);
    expect(errors).toMatchObject([{ name: 'ZodError' }]);
    expect(await mergeConflictCopies()).toEqual([]);
    await close(2_000);
    await (await openForTest(folder)).close(2_000);
    expect(await readdir(folder)).not.toContain('lectern.lock');
  });
});
