import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Fault } from '../../core/base/fault.ts';
import { fail, succeed } from '../../core/base/result.ts';
import type { LibraryEvent } from '../../core/library/events.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { type FileSystem, machineFileSystem } from './file-system.ts';
import { openStore, type StoreOptions } from './open-store.ts';
import { makeReopeningStore } from './reopening-store.ts';
import { listArticles, makeScratchFolder, openForTest } from './testing/fixtures.ts';
import { hashesIn, makeRealLibrary, testDisk } from './testing/real-library.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
});
afterEach(() => scratch.remove());

const options = (more: Partial<StoreOptions> = {}): StoreOptions => ({
  folder, shownAs: '~/Reading', door: 'serve', mode: 'prefer-write', clock: testDisk.clock, chance: testDisk.chance, cacheFolder: join(scratch.folder, 'cache'), wait: async () => undefined, ...more,
});

async function openHere(more: Partial<StoreOptions> = {}) {
  const opened = await openStore(options(more));
  if (!opened.ok) throw new Error(JSON.stringify(opened.fault));
  onTestFinished(() => opened.value.close(2_000));
  return opened.value;
}

/** The machine's disk as an account has it that may not write, or on a device that takes nothing. */
function refusing(code: string, isRefused: (path: string) => boolean = () => true): FileSystem {
  const refuse = (path: string) => (isRefused(path) ? Promise.reject(Object.assign(new Error(code), { code })) : null);
  return {
    ...machineFileSystem,
    createFile: (path) => refuse(path) ?? machineFileSystem.createFile(path),
    rename: (from, to) => refuse(to) ?? machineFileSystem.rename(from, to),
    link: (from, to) => refuse(to) ?? machineFileSystem.link(from, to),
    remove: (path) => refuse(path) ?? machineFileSystem.remove(path),
  };
}

const make = { later: async (file: string) => writeFile(join(folder, file), (await readFile(join(folder, file), 'utf8')).replace('"format": 1', '"format": 7')) };

const permission: Fault = { code: 'library-read-only', folder: '~/Reading', reason: 'no-permission' };
const disk: Fault = { code: 'library-read-only', folder: '~/Reading', reason: 'read-only-disk' };
const newer: Fault = { code: 'library-newer', folder: '~/Reading', format: 7 };

describe('a library that can’t be written', () => {
  it.each<[string, Fault, () => Promise<Partial<StoreOptions>>]>([
    ['of a later format', newer, async () => (await make.later('library.json'), {})],
    ['whose tags are of a later format', newer, async () => (await make.later('codebook.json'), {})],
    ['in a folder without permission', permission, async () => ({ files: refusing('EACCES') })],
    ['whose articles are another account’s', permission, async () => ({ files: refusing('EPERM', (path) => path.includes('articles')) })],
    ['on a read-only file system', disk, async () => ({ files: refusing('EROFS') })],
    ['on a full disk', { code: 'disk-full', folder: '~/Reading' }, async () => ({ files: refusing('ENOSPC') })],
    ['on a disk that fails', { code: 'save-failed', what: 'library', reason: 'EIO' }, async () => ({ files: refusing('EIO') })],
  ])('%s opens to read, says why, and stays byte for byte', async (_, fault, prepare) => {
    const { articles } = await makeRealLibrary(folder);
    const how = await prepare();
    const before = await hashesIn(folder);
    const { store } = await openHere(how);
    expect(store.access?.()).toEqual({ kind: 'read', fault });
    expect((await listArticles(store)).articles.map(({ id }) => id).sort()).toEqual(articles.map(({ id }) => id).sort());
    expect(await store.readContent(articles[0]?.content ?? '')).toMatchObject({ ok: true });
    expect(await store.updateSettings({ theme: 'night' })).toEqual(fail(fault));
    expect(await store.createArticle(articles[0] ?? expect.fail())).toEqual(fail(fault));
    await store.rescan();
    expect(await hashesIn(folder)).toEqual(before);
    expect(await openStore(options({ ...how, mode: 'write' }))).toEqual(fail(fault));
    expect(await hashesIn(folder)).toEqual(before);
    expect(faultSentence(fault)).toMatch(/^The .*(~\/Reading|library).*\.$/u);
  });

  it('on a file system that is really mounted read-only opens to read', async ({ skip }) => {
    await makeRealLibrary(folder);
    const mounted = join(scratch.folder, 'mounted');
    await mkdir(mounted);
    try {
      execFileSync('mount', ['--bind', folder, mounted], { stdio: 'ignore' });
      execFileSync('mount', ['-o', 'remount,ro,bind', mounted], { stdio: 'ignore' });
    } catch {
      skip('mounting is not permitted here');
    }
    try {
      const { store, close } = await openHere({ folder: mounted });
      expect(store.access?.()).toEqual({ kind: 'read', fault: disk });
      expect((await listArticles(store)).articles).toHaveLength(2);
      await close(2_000);
    } finally {
      execFileSync('umount', [mounted]);
    }
  });

  it('in a folder with the mode 0500 opens to read', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may write everywhere');
    await makeRealLibrary(folder);
    await chmod(folder, 0o500);
    onTestFinished(() => chmod(folder, 0o700));
    expect((await openHere()).store.access?.()).toEqual({ kind: 'read', fault: permission });
  });

  it('that another Lectern holds is refused, not read', async () => {
    await makeRealLibrary(folder);
    await openHere();
    expect(await openStore(options())).toMatchObject({ ok: false, fault: { code: 'library-locked' } });
  });

  it('and is none at all is not made up', async () => {
    expect(await openStore(options({ files: refusing('EACCES') }))).toEqual(fail(permission));
  });
});

describe('a library whose drive is not connected', () => {
  async function makeKnown() {
    const { articles } = await makeRealLibrary(folder);
    const first = await openHere();
    await first.store.listSummaries();
    await first.store.updateSettings({ theme: 'night' });
    await first.close(2_000);
    await rename(folder, join(scratch.folder, 'unplugged'));
    return articles;
  }

  it('is not made anew in its place, and its list is shown from the catalog', async () => {
    const articles = await makeKnown();
    const { store } = await openHere();
    const access = store.access?.();
    expect(access).toMatchObject({ kind: 'read', fault: { code: 'library-gone', folder: '~/Reading', catalog: expect.stringContaining('catalog.json') } });
    expect((await store.listSummaries()).summaries).toHaveLength(articles.length);
    expect(await store.readArticle(articles[0]?.id ?? expect.fail())).toMatchObject({ ok: false });
    expect(await openStore(options({ mode: 'write' }))).toMatchObject({ ok: false, fault: { code: 'library-gone' } });
    await expect(hashesIn(folder)).rejects.toThrow('ENOENT');
  });

  it.each([
    ['an earlier Lectern', (catalog: string) => catalog.replace(/"format":\d+/, '"format":1').replace(/\n.*/s, '\n[{"summary":{}}]')],
    ['a later Lectern', (catalog: string) => catalog.replace(/"format":\d+/, '"format":99')],
  ])('is known from the catalog of %s', async (_, rewrite) => {
    await makeKnown();
    const [id = ''] = await readdir(join(scratch.folder, 'cache'));
    const catalog = join(scratch.folder, 'cache', id, 'catalog.json');
    await writeFile(catalog, rewrite(await readFile(catalog, 'utf8')));
    expect(await openStore(options({ mode: 'write' }))).toMatchObject({ ok: false, fault: { code: 'library-gone' } });
    const { store } = await openHere();
    expect(await store.listSummaries()).toMatchObject({ summaries: [] });
  });

  it('is opened to write when it is back and somebody tries again', async () => {
    await makeKnown();
    const opened = makeReopeningStore(await openHere(), () => openStore(options({ mode: 'write' })));
    expect(await opened.store.reopen?.()).toMatchObject({ kind: 'read', fault: { code: 'library-gone' } });
    await rename(join(scratch.folder, 'unplugged'), folder);
    expect(await opened.store.reopen?.()).toEqual({ kind: 'write' });
    expect(await opened.store.updateSettings({ theme: 'sepia' })).toMatchObject(succeed({ theme: 'sepia' }));
    await opened.close(2_000);
  });

  it('can be begun anew once its catalog is deleted', async () => {
    await makeKnown();
    await rm(join(scratch.folder, 'cache'), { recursive: true });
    expect((await openHere()).store.access?.()).toEqual({ kind: 'write' });
  });
});

describe('a library that could only be read, asked again', () => {
  it('is opened to write when that has become possible, and whoever listened goes on to hear of it', async () => {
    const { articles } = await makeRealLibrary(folder);
    let isForbidden = true;
    const how = { files: refusing('EACCES', () => isForbidden) };
    const opened = makeReopeningStore(await openHere(how), () => openStore(options({ ...how, mode: 'write' })));
    const { store } = opened;
    const events: LibraryEvent[] = [];
    store.listen((event) => events.push(event));
    expect(await store.reopen?.()).toEqual({ kind: 'read', fault: permission });
    isForbidden = false;
    expect(await Promise.all([store.reopen?.(), store.reopen?.()])).toEqual([{ kind: 'write' }, { kind: 'write' }]);
    expect(store.access?.()).toEqual({ kind: 'write' });
    const [article] = articles;
    expect(article && (await store.updateArticle(article.id, (present) => succeed({ next: { ...present, summary: 'New.' }, answer: null })))).toEqual(succeed(null));
    await store.readSettings();
    await writeFile(join(folder, 'settings.json'), '{"kind":"settings","format":1,"rev":9,"sha256":null,"theme":"night"}');
    await store.readSettings();
    await store.rescan();
    expect(events.flatMap((event) => (event.kind === 'library-changed' ? [event.change.settings?.theme] : []))).toContain('night');
    await opened.close(2_000);
    await (await openForTest(folder)).close(2_000);
  });

  it('keeps no lock when it is closed while it is being opened', async () => {
    await makeRealLibrary(folder);
    let isForbidden = true;
    const how = { files: refusing('EACCES', () => isForbidden) };
    const opened = makeReopeningStore(await openHere(how), () => openStore(options({ ...how, mode: 'write' })));
    let begun = 0;
    opened.whenWritable(() => void (begun += 1));
    isForbidden = false;
    const trying = opened.store.reopen?.();
    await opened.close(2_000);
    await trying;
    expect(begun).toBe(0);
    await (await openForTest(folder)).close(2_000);
  });

  it('says what stands in its way now', async () => {
    await makeRealLibrary(folder);
    const files = refusing('EROFS');
    const opened = makeReopeningStore(await openHere({ files }), () => openStore(options({ mode: 'write' })));
    const other = await openForTest(folder);
    expect(await opened.store.reopen?.()).toMatchObject({ kind: 'read', fault: { code: 'library-locked' } });
    await other.close(2_000);
    expect(await opened.store.reopen?.()).toEqual({ kind: 'write' });
    await opened.close(2_000);
  });
});
