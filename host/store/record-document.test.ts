import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createCollectionId, createSearchId } from '../../core/base/ids.ts';
import { fail, succeed } from '../../core/base/result.ts';
import { type Collections, createCollection, withMembers } from '../../core/collection/collection.ts';
import type { LibraryChange } from '../../core/library/events.ts';
import type { LibraryStore } from '../../core/library/ports.ts';
import { createSavedSearch } from '../../core/search/saved-search.ts';
import { verifyLibrary } from '../verify-library.ts';
import { archiveLibrary } from './archive.ts';
import { checkLibrary } from './check-library.ts';
import { encodeDocument } from './document-format.ts';
import { collectionsRef } from './document-refs.ts';
import { repairLibrary } from './repair-library.ts';
import { restoreArchive } from './restore-archive.ts';
import { leaveFile, makeScratchFolder, openForTest } from './testing/fixtures.ts';
import { makeRealLibrary, testDisk } from './testing/real-library.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
});
afterEach(() => scratch.remove());

const now = '2026-01-01T00:00:00.000Z';
const chance = (seed: number) => new Uint8Array(10).fill(seed);
const strait = createCollection('The strait', { id: createCollectionId(1, chance(1)), now });
const search = createSavedSearch({ name: 'New notes', query: 'has:note' }, { id: createSearchId(1, chance(1)), now });
const path = (name: string) => join(folder, name);
const putStrait = ({ collections }: LibraryStore, change = strait) => collections.update((present) => succeed({ next: { ...present, collections: [change] }, answer: null }));
const putSearch = ({ searches }: LibraryStore) => searches.update((present) => succeed({ next: { ...present, searches: [search] }, answer: null }));

/** A library of two articles, both in a collection, with a saved search. */
async function makeLibrary(): Promise<Collections> {
  const { articles } = await makeRealLibrary(folder);
  const { store, close } = await openForTest(folder);
  await putStrait(store, withMembers(strait, articles.map(({ id }) => id), true));
  await putSearch(store);
  const made = await store.collections.read();
  await close(2_000);
  if (!made.ok) throw new Error(made.fault.code);
  return made.value;
}

async function open(options: Parameters<typeof openForTest>[1] = {}): Promise<LibraryStore> {
  const opened = await openForTest(folder, { wait: async () => undefined, ...options });
  onTestFinished(() => opened.close(2_000));
  return opened.store;
}

describe('collections and saved searches', () => {
  it('are none in a library that has no such documents, and no document is made of nothing', async () => {
    const store = await open();
    expect([await store.collections.read(), await store.searches.read()]).toEqual([succeed({ collections: [] }), succeed({ searches: [] })]);
    await store.collections.update((present) => succeed({ next: present, answer: null }));
    expect(await readdir(folder)).not.toContain('searches.json');
  });

  it('are documents of their own, that come back when the library is opened again', async () => {
    const made = await makeLibrary();
    expect(made.collections).toMatchObject([{ name: 'The strait', articles: [{}, {}] }]);
    const store = await open();
    expect(await store.collections.read()).toEqual(succeed(made));
    expect(await store.searches.read()).toMatchObject({ value: { searches: [search] } });
    expect(JSON.parse(await readFile(path('searches.json'), 'utf8'))).toMatchObject({ kind: 'searches', format: 1, rev: 1, searches: [search] });
  });

  it('keep keys that this Lectern does not know', async () => {
    const store = await open();
    await putStrait(store, { ...strait, ...{ shade: 'teal' } });
    await store.collections.update(({ collections, ...rest }) => succeed({ next: { ...rest, collections: collections.map((each) => ({ ...each, name: 'The canal' })) }, answer: null }));
    expect(JSON.parse(await readFile(path('collections.json'), 'utf8'))).toMatchObject({ rev: 2, collections: [{ name: 'The canal', shade: 'teal' }] });
  });

  it('that another program brings are told, the first of them too', async () => {
    const store = await open({ door: 'serve' });
    const changes: LibraryChange[] = [];
    await store.listSummaries();
    await store.collections.read();
    store.listen((event) => event.kind === 'library-changed' && changes.push(event.change));
    await writeFile(path('collections.json'), encodeDocument(collectionsRef, { rev: 1, value: { collections: [strait] } }));
    await vi.waitFor(() => expect(changes).toMatchObject([{ collections: [{ name: 'The strait' }], searches: null, isOutside: true }]), 5_000);
  });

  it('in a conflict copy are merged, members and all', async () => {
    const { collections: [mine] } = await makeLibrary();
    const [first, second] = mine?.articles ?? [];
    if (!first || !second) throw new Error('two articles');
    await writeFile(path('collections.sync-conflict-20260101-120000-ABCDEFG.json'), await readFile(path('collections.json')));
    const before = await openForTest(folder, { mode: 'write' });
    await before.close(2_000);
    expect(await readdir(path('merged'))).toEqual(['collections.sync-conflict-20260101-120000-ABCDEFG.json']);
    const other = createCollection('Theirs', { id: createCollectionId(2, chance(2)), now });
    await writeFile(path('collections (conflicted copy 2026-01-01 120000).json'), encodeDocument(collectionsRef, { rev: 3, value: { collections: [other] } }));
    expect(await (await open()).collections.read()).toMatchObject({ value: { collections: [{ name: 'The strait', articles: [first, second] }, { name: 'Theirs' }] } });
  });

  it('that are damaged are set aside and told; the library opens, and new ones can be made', async () => {
    await makeLibrary();
    await leaveFile(path('collections.json'), '{"kind": "coll');
    const store = await open();
    expect(await store.collections.read()).toEqual(succeed({ collections: [] }));
    const { damaged } = await store.listSummaries();
    expect(damaged).toMatchObject([{ file: 'collections.json', fault: { reason: 'not-json' } }]);
    expect(await readFile(path(damaged[0]?.keptAs ?? ''), 'utf8')).toBe('{"kind": "coll');
    expect(await putStrait(store)).toEqual(succeed(null));
  });

  it('of a later format are left as they are: none are shown, and none can be made', async () => {
    const later = '{ "kind": "searches", "format": 2, "rev": 1, "sha256": null }';
    await (await openForTest(folder)).close(2_000);
    await writeFile(path('searches.json'), later);
    const store = await open();
    expect(await store.searches.read()).toEqual(succeed({ searches: [] }));
    expect(await putSearch(store)).toEqual(fail({ code: 'document-newer', file: 'searches.json', format: 2 }));
    expect(await readFile(path('searches.json'), 'utf8')).toBe(later);
  });

  it('are checked and repaired like any document', async () => {
    await makeLibrary();
    expect(await checkLibrary(testDisk, folder)).toMatchObject({ isSound: true, counts: { documents: 7 } });
    const { sha256: _, ...unsigned } = JSON.parse(await readFile(path('searches.json'), 'utf8')) as Record<string, unknown>;
    await leaveFile(path('searches.json'), JSON.stringify({ ...unsigned, sha256: null }));
    await leaveFile(path('collections.json'), '');
    expect((await checkLibrary(testDisk, folder)).findings).toEqual([{ kind: 'damaged', file: 'collections.json', reason: 'empty' }, { kind: 'hash-missing', file: 'searches.json' }]);
    const repaired = await repairLibrary(testDisk, { folder, shownAs: folder, door: 'command', mode: 'write', clock: testDisk.clock, chance: testDisk.chance });
    expect(repaired).toMatchObject({ value: { after: { findings: [], isSound: true } } });
    expect(await (await open()).searches.read()).toMatchObject({ value: { searches: [search] } });
  });

  it('go into an archive, come back from it, and are compared', async () => {
    const made = await makeLibrary();
    await archiveLibrary(testDisk, folder, join(scratch.folder, 'a.zip'));
    await restoreArchive(testDisk, join(scratch.folder, 'a.zip'), join(scratch.folder, 'Restored'));
    const restored = await openForTest(join(scratch.folder, 'Restored'));
    onTestFinished(() => restored.close(2_000));
    expect(await restored.store.collections.read()).toEqual(succeed(made));
    expect(await verifyLibrary(testDisk, folder)).toMatchObject({ value: { differences: [] } });
  });
});
