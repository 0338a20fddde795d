import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createContent } from '../../core/article/blocks.ts';
import { createTagId } from '../../core/base/ids.ts';
import { fail, succeed } from '../../core/base/result.ts';
import type { LibraryStore } from '../../core/library/ports.ts';
import { defaultSettings } from '../../core/library/settings.ts';
import { createTag, emptyCodebook } from '../../core/tag/tag.ts';
import { machineChance, machineClock } from '../machine.ts';
import { encodeDocument } from './document-format.ts';
import { articleRef } from './document-refs.ts';
import { type FileSystem, machineFileSystem } from './file-system.ts';
import { openStore } from './open-store.ts';
import { leaveFile, listArticles, makeScratchFolder, openForTest, sampleArticle, sampleHighlight } from './testing/fixtures.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
});
afterEach(() => scratch.remove());

const article = sampleArticle();
const documentPath = () => join(folder, 'articles', `${article.id}.json`);
const options = () => ({ folder, shownAs: '~/Reading', door: 'command' as const, clock: machineClock, chance: machineChance });
const setSummary = (store: LibraryStore, summary: string) => store.updateArticle(article.id, (present) => succeed({ next: { ...present, summary }, answer: summary }));
const content = createContent([{ kind: 'paragraph', leaf: { id: 'p1', text: 'The two navies met.', marks: [] } }]);
const tag = createTag('alliance', emptyCodebook, { id: createTagId(1, machineChance.bytes(10)), now: new Date(0).toISOString() });

describe('opening a library', () => {
  it('makes one where there is none, named after its folder', async () => {
    const { store, isNew, wantsFirstArticle } = await openForTest(folder);
    expect({ name: store.name, isNew, wantsFirstArticle }).toEqual({ name: 'Reading', isNew: true, wantsFirstArticle: true });
    expect(JSON.parse(await readFile(join(folder, 'library.json'), 'utf8'))).toMatchObject({ kind: 'library', format: 1, rev: 1, name: 'Reading', seeded: false });
  });

  it('wants its first article until it was given, and never once it has articles', async () => {
    const first = await openForTest(folder);
    await first.markSeeded();
    await first.close(2_000);
    const second = await openForTest(folder);
    expect(second).toMatchObject({ isNew: false, wantsFirstArticle: false });
    await second.close(2_000);
    await unlink(join(folder, 'library.json'));
    const third = await openForTest(folder);
    expect(third).toMatchObject({ isNew: true, wantsFirstArticle: true });
    await third.store.createArticle(article);
    await third.close(2_000);
    expect(await openForTest(folder)).toMatchObject({ isNew: false, wantsFirstArticle: false });
  });

  it('gives everything back that was saved', async () => {
    const { store, close } = await openForTest(folder);
    await store.createArticle({ ...article, highlights: [sampleHighlight('A note')] });
    await store.updateCodebook((codebook) => succeed({ next: { ...codebook, tags: [tag] }, answer: null }));
    await store.updateSettings({ theme: 'night' });
    const written = await store.writeContent(content);
    if (!written.ok) throw new Error(written.fault.code);
    const before = await store.readArticle(article.id);
    await close(2_000);
    const { store: reopened } = await openForTest(folder);
    expect(await reopened.readArticle(article.id)).toEqual(before);
    expect(await reopened.readCodebook()).toEqual({ ok: true, value: { tags: [tag] } });
    expect(await reopened.readSettings()).toEqual({ ok: true, value: { ...defaultSettings, theme: 'night' } });
    expect(await reopened.readContent(written.value)).toEqual({ ok: true, value: content });
  });

  it('leaves one of a later format as it is, unlocked', async () => {
    await mkdir(folder);
    const later = '{ "kind": "library", "format": 2, "rev": 1, "sha256": null, "id": "x" }';
    await writeFile(join(folder, 'library.json'), later);
    expect(await openStore({ ...options(), mode: 'write' })).toEqual(fail({ code: 'library-newer', folder: '~/Reading', format: 2 }));
    expect(await readdir(folder)).toEqual(['library.json']);
    expect(await readFile(join(folder, 'library.json'), 'utf8')).toBe(later);
  });

  it('goes on with its articles when the library’s own document is damaged, and keeps its bytes', async () => {
    const first = await openForTest(folder);
    await first.store.createArticle(article);
    await first.close(2_000);
    await leaveFile(join(folder, 'library.json'), '{"kind":');
    const { store } = await openForTest(folder);
    const { articles, damaged } = await listArticles(store);
    expect(articles).toEqual([article]);
    expect(damaged).toMatchObject([{ file: 'library.json', fault: { code: 'document-damaged', reason: 'not-json' } }]);
    expect(await readFile(join(folder, damaged[0]?.keptAs ?? ''), 'utf8')).toBe('{"kind":');
  });

  it('says what is wrong with a folder that is a file', async () => {
    await writeFile(folder, 'not a folder');
    expect(await openStore({ ...options(), mode: 'write' })).toMatchObject({ ok: false, fault: { code: 'save-failed' } });
  });

  it('says that a disk is read-only', async () => {
    const files = { ...machineFileSystem, createFile: () => Promise.reject(Object.assign(new Error('EROFS'), { code: 'EROFS' })) };
    expect(await openStore({ ...options(), mode: 'write', files })).toEqual(fail({ code: 'library-read-only', folder: '~/Reading', reason: 'read-only-disk' }));
  });

  it('sweeps temporary files of dead processes and leaves those of the living', async () => {
    await (await openForTest(folder)).close(2_000);
    const dead = join(folder, 'articles', '.999999999-0123456789abcdef.tmp');
    const living = join(folder, 'articles', `.${process.ppid}-0123456789abcdef.tmp`);
    await Promise.all([writeFile(dead, ''), writeFile(living, '')]);
    await openForTest(folder);
    expect([existsSync(dead), existsSync(living)]).toEqual([false, true]);
  });
});

describe('opening a library to read', () => {
  it('makes no folder where there is no library', async () => {
    expect(await openStore({ ...options(), mode: 'read' })).toEqual(fail({ code: 'library-missing', folder: '~/Reading' }));
    expect(existsSync(folder)).toBe(false);
  });

  it('leaves no trace, not even of damage, and needs no lock', async () => {
    const writer = await openForTest(folder);
    await writer.store.createArticle(article);
    await writer.store.readCodebook();
    await writeFile(join(folder, 'settings.json'), '');
    const before = (await readdir(folder, { recursive: true })).sort();
    const { store } = await openForTest(folder, { mode: 'read' });
    expect((await listArticles(store)).articles).toEqual([article]);
    expect(await store.readSettings()).toEqual({ ok: true, value: defaultSettings });
    expect((await listArticles(store)).damaged).toMatchObject([{ file: 'settings.json', keptAs: null }]);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(before);
  });

  it('refuses every change', async () => {
    const writer = await openForTest(folder);
    await writer.store.createArticle(article);
    await writer.close(2_000);
    const { store } = await openForTest(folder, { mode: 'read', shownAs: '~/Reading' });
    const refusal = fail({ code: 'library-read-only', folder: '~/Reading', reason: 'opened-to-read' });
    expect(await setSummary(store, 'x')).toEqual(refusal);
    expect(await store.createArticle(sampleArticle())).toEqual(refusal);
    expect(await store.updateSettings({ theme: 'night' })).toEqual(refusal);
    expect(await store.updateCodebook((codebook) => succeed({ next: codebook, answer: null }))).toEqual(refusal);
    expect(await store.writeContent(content)).toEqual(refusal);
  });
});

describe('changing an article', () => {
  it('happens in the order of the calls, each seeing the one before', async () => {
    const { store } = await openForTest(folder);
    await store.createArticle(article);
    const changes = Array.from({ length: 40 }, (_, index) => store.updateArticle(article.id, (present) => succeed({ next: { ...present, summary: `${present.summary}${index},` }, answer: index })));
    expect(await Promise.all(changes)).toEqual(Array.from({ length: 40 }, (_, index) => ({ ok: true, value: index })));
    expect(await store.readArticle(article.id)).toMatchObject({ value: { summary: Array.from({ length: 40 }, (_, index) => `${index},`).join('') } });
  });

  it('shares a write among changes that come while one is under way', async () => {
    let renames = 0;
    const files = { ...machineFileSystem, rename: (from: string, to: string) => ((renames += 1), machineFileSystem.rename(from, to)) };
    const { store } = await openForTest(folder, { files });
    await store.createArticle(article);
    renames = 0;
    await Promise.all(Array.from({ length: 40 }, (_, index) => setSummary(store, `${index}`)));
    expect(renames).toBeLessThanOrEqual(2);
  });

  it('writes nothing when the change is refused or changes nothing', async () => {
    const { store } = await openForTest(folder);
    await store.createArticle(article);
    const before = await readFile(documentPath());
    expect(await store.updateArticle(article.id, () => fail({ code: 'highlight-missing', highlightId: 'h' }))).toEqual(fail({ code: 'highlight-missing', highlightId: 'h' }));
    expect(await store.updateArticle(article.id, (present) => succeed({ next: present, answer: 1 }))).toEqual(succeed(1));
    expect(await readFile(documentPath())).toEqual(before);
  });

  it('tells a bug in a change to its caller alone', async () => {
    const { store } = await openForTest(folder);
    await store.createArticle(article);
    const bug = store.updateArticle(article.id, () => { throw new Error('a bug'); });
    const good = setSummary(store, 'good');
    await expect(bug).rejects.toThrow('a bug');
    expect(await good).toEqual(succeed('good'));
  });

  it('fails by its own write’s error alone, and is told the last durable value meanwhile', async () => {
    let isFull = false;
    let syncs = 0;
    const files = { ...machineFileSystem, rename: (from: string, to: string) => {
      if (isFull && (syncs += 1) === 1) return Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
      return machineFileSystem.rename(from, to);
    } };
    const { store } = await openForTest(folder, { files, shownAs: '~/Reading' });
    await store.createArticle(article);
    await setSummary(store, 'durable');
    isFull = true;
    const failing = setSummary(store, 'failing');
    const during = await store.readArticle(article.id);
    const later = store.updateArticle(article.id, (present) => succeed({ next: { ...present, dek: present.summary }, answer: present.summary }));
    expect(await failing).toEqual(fail({ code: 'disk-full', folder: '~/Reading' }));
    expect(during).toMatchObject({ value: { summary: 'durable' } });
    expect(await later).toEqual(succeed('durable'));
    expect(await store.readArticle(article.id)).toMatchObject({ value: { summary: 'durable', dek: 'durable' } });
  });

  it('retries a rename that another program holds up, at most five seconds', async () => {
    let nowMs = 0;
    const waits: number[] = [];
    let refusals = Number.POSITIVE_INFINITY;
    const files = { ...machineFileSystem, rename: (from: string, to: string) => {
      if (to === documentPath() && (refusals -= 1) >= 0) return Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' }));
      return machineFileSystem.rename(from, to);
    } };
    const clock = { nowMs: () => nowMs };
    const wait = async (ms: number) => { waits.push(ms); nowMs += ms; };
    const { store } = await openForTest(folder, { files, clock, wait });
    expect(await store.createArticle(article)).toEqual(fail({ code: 'save-failed', what: 'article', reason: 'EBUSY' }));
    expect(waits.slice(0, 6)).toEqual([10, 20, 40, 80, 160, 250]);
    expect(nowMs).toBeLessThanOrEqual(5_000);
    refusals = 3;
    expect(await store.createArticle(article)).toEqual(succeed(undefined));
  });

  it('says that there is no such article', async () => {
    const { store } = await openForTest(folder);
    const missing = fail({ code: 'article-missing', articleId: article.id });
    expect(await store.readArticle(article.id)).toEqual(missing);
    expect(await setSummary(store, 'x')).toEqual(missing);
  });
});

describe('another program at the library', () => {
  async function changeOutside(summary: string): Promise<void> {
    const document = JSON.parse(await readFile(documentPath(), 'utf8'));
    await writeFile(documentPath(), JSON.stringify({ ...document, sha256: null, summary }));
  }

  it('is not written over: what it wrote and the change are merged, and that is told', async () => {
    const { store } = await openForTest(folder);
    await store.createArticle(article);
    await changeOutside('theirs');
    expect(await setSummary(store, 'ours')).toEqual(succeed('ours'));
    expect(store.merges?.()).toEqual([{ file: `articles/${article.id}.json`, copy: null, conflicts: [{ field: 'summary', recordId: null }] }]);
    expect(await store.updateArticle(article.id, (present) => succeed({ next: { ...present, dek: 'ours' }, answer: null }))).toEqual(succeed(null));
    expect(await store.readArticle(article.id)).toMatchObject({ value: { summary: 'ours\n\n---\n\ntheirs', dek: 'ours' } });
  });

  /** A disk on which something happens once, at the first flush of a document's next text, or just when that has got its name. */
  function happening(at: 'flush' | 'rename', happen: () => Promise<void>): FileSystem {
    let isOver = false;
    const once = async (name: string, isIt: boolean) => {
      if (isOver || !isIt || !name.includes(`${join(folder, 'articles')}/`)) return;
      isOver = true;
      await happen();
    };
    return {
      ...machineFileSystem,
      async createFile(name) {
        const file = await machineFileSystem.createFile(name);
        return { ...file, sync: async () => { await file.sync(); await once(name, at === 'flush' && existsSync(documentPath())); } };
      },
      async rename(from, to) {
        const isLater = existsSync(documentPath());
        await machineFileSystem.rename(from, to);
        await once(to, at === 'rename' && isLater);
      },
    };
  }

  it.each(['flush', 'rename'] as const)('is not written over when it writes as late as at our %s', async (at) => {
    const { store } = await openForTest(folder, { files: happening(at, () => changeOutside('theirs')) });
    await store.createArticle(article);
    expect(await setSummary(store, 'ours')).toEqual(succeed('ours'));
    expect(await store.updateArticle(article.id, (present) => succeed({ next: { ...present, dek: 'ours' }, answer: null }))).toEqual(succeed(null));
    expect(await store.readArticle(article.id)).toMatchObject({ value: { summary: at === 'flush' ? 'ours\n\n---\n\ntheirs' : 'theirs', dek: 'ours' } });
    expect((await readdir(join(folder, 'articles'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('is not thrown away with an article that is leaving the bin', async () => {
    const files = { ...machineFileSystem, syncFolder: async (path: string) => { await machineFileSystem.syncFolder(path); if (path.endsWith('history')) await changeOutside('theirs'); } };
    const opened = await openForTest(folder, { files });
    await opened.store.createArticle({ ...article, binnedAt: '2020-01-01T00:00:00.000Z' });
    expect(await opened.purgeBin()).toBe(0);
    expect(await readFile(documentPath(), 'utf8')).toContain('theirs');
  });

  it('that wrote what can’t be read loses to the change, and its bytes are kept', async () => {
    const { store } = await openForTest(folder);
    await store.createArticle(article);
    await leaveFile(documentPath(), '{"kind":');
    expect(await setSummary(store, 'ours')).toEqual(succeed('ours'));
    expect(await store.readArticle(article.id)).toMatchObject({ value: { summary: 'ours' } });
    const { damaged } = await store.listSummaries();
    expect(await readFile(join(folder, damaged[0]?.keptAs ?? ''), 'utf8')).toBe('{"kind":');
  });

  it('that may still be writing is let finish: the change is refused, and can be made then', async () => {
    const { store } = await openForTest(folder, { wait: async () => undefined });
    await store.createArticle(article);
    const theirs = encodeDocument(articleRef(article.id), { rev: 2, value: { ...article, title: 'Theirs' } });
    await writeFile(documentPath(), theirs.subarray(0, 200));
    expect(await setSummary(store, 'ours')).toMatchObject({ ok: false, fault: { code: 'document-unreadable', reason: 'being-written' } });
    await writeFile(documentPath(), theirs);
    expect(await store.readArticle(article.id)).toMatchObject({ value: { title: 'Theirs' } });
    expect(await setSummary(store, 'ours')).toEqual(succeed('ours'));
    expect(await store.readArticle(article.id)).toMatchObject({ value: { title: 'Theirs', summary: 'ours' } });
  });

  it('of a later format is not written over: the change is refused', async () => {
    const { store } = await openForTest(folder);
    await store.createArticle(article);
    const later = (await readFile(documentPath(), 'utf8')).replace('"format": 1', '"format": 2');
    await writeFile(documentPath(), later);
    expect(await setSummary(store, 'ours')).toEqual(fail({ code: 'document-newer', file: `articles/${article.id}.json`, format: 2 }));
    expect(await readFile(documentPath(), 'utf8')).toBe(later);
  });

  it('is heard without a restart', async () => {
    const { store } = await openForTest(folder);
    await store.createArticle(article);
    await changeOutside('theirs');
    expect((await listArticles(store)).articles).toMatchObject([{ summary: 'theirs' }]);
    await rename(documentPath(), join(scratch.folder, 'gone.json'));
    expect((await listArticles(store)).articles).toEqual([]);
  });

  it('may touch a document without changing it', async () => {
    const { store } = await openForTest(folder);
    await store.createArticle(article);
    await utimes(documentPath(), new Date(), new Date(0));
    expect(await setSummary(store, 'ours')).toEqual(succeed('ours'));
  });

  it('may take a document away, and a change puts it back', async () => {
    const { store } = await openForTest(folder);
    await store.createArticle(article);
    await unlink(documentPath());
    expect(await setSummary(store, 'ours')).toEqual(succeed('ours'));
    expect(existsSync(documentPath())).toBe(true);
  });

  it('may take the whole folder away, and a change says that it is not saved', async () => {
    const { store } = await openForTest(folder);
    await store.createArticle(article);
    await rm(folder, { recursive: true });
    expect(await setSummary(store, 'ours')).toEqual(fail({ code: 'library-gone', folder, catalog: null }));
  });

  it('may put files of its own beside the documents', async () => {
    const { store } = await openForTest(folder);
    await store.createArticle(article);
    await writeFile(join(folder, 'articles', `${article.id}.sync-conflict-20240501-101010-ABCDEFG.json`), 'theirs');
    await writeFile(join(folder, 'articles', '.DS_Store'), 'theirs');
    expect(await listArticles(store)).toMatchObject({ articles: [article], damaged: [] });
  });
});

describe('closing', () => {
  it('waits for writes under way and gives the library free', async () => {
    const { store, close } = await openForTest(folder);
    await store.createArticle(article);
    const saving = setSummary(store, 'last words');
    await close(2_000);
    expect(await saving).toEqual(succeed('last words'));
    expect(existsSync(join(folder, 'lectern.lock'))).toBe(false);
  });

  const same = <T>(present: T) => succeed({ next: present, answer: 'saved' });
  it.each<[string, (store: LibraryStore) => Promise<unknown>]>([
    ['an article', (store) => store.updateArticle(article.id, (present) => succeed({ next: { ...present, summary: 'last words' }, answer: 'saved' }))],
    ['the tags', (store) => store.updateCodebook(same)],
    ['the collections', (store) => store.collections.update(same)],
    ['the searches', (store) => store.searches.update(same)],
    ['the settings', (store) => store.updateSettings({ theme: 'night' })],
    ['a text', (store) => store.writeContent(createContent([]))],
    ['an image', (store) => store.writeAsset(new Uint8Array([1]), 'png')],
  ])('waits for a change of %s that is only being prepared, and then gives the library free', async (_, change) => {
    const first = await openForTest(folder);
    await first.store.createArticle(article);
    await first.close(2_000);
    let isSlow = false;
    const files = { ...machineFileSystem, stat: async (path: string) => { if (isSlow) await delay(60); return machineFileSystem.stat(path); } };
    const { store, close } = await openForTest(folder, { files });
    isSlow = true;
    const isLocked = () => existsSync(join(folder, 'lectern.lock'));
    const saved = change(store).then((result) => ({ result, isLocked: isLocked() }));
    await close(2_000);
    expect(isLocked()).toBe(false);
    expect(await saved).toMatchObject({ result: { ok: true }, isLocked: true });
  });

  it('lets nothing be moved away any more by those who read on, and waits for what is being moved', async () => {
    let isSlow = false;
    const files = { ...machineFileSystem, rename: async (from: string, to: string) => { if (isSlow) await delay(60); return machineFileSystem.rename(from, to); } };
    const { store, close } = await openForTest(folder, { files, wait: async () => undefined });
    await store.createArticle(article);
    await leaveFile(documentPath(), '{');
    await leaveFile(join(folder, 'codebook.json'), '{');
    isSlow = true;
    const reading = store.readArticle(article.id);
    await delay(20);
    await close(2_000);
    expect(existsSync(documentPath())).toBe(false);
    expect(await reading).toMatchObject({ ok: false, fault: { code: 'document-damaged' } });
    const before = await readdir(folder, { recursive: true });
    expect(before.some((name) => name.includes(`damaged/${article.id}`))).toBe(true);
    await store.readCodebook();
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  it('gives the library free later where a write took too long', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let isHanging = false;
    const files = { ...machineFileSystem, rename: async (from: string, to: string) => { if (isHanging) await promise; return machineFileSystem.rename(from, to); } };
    const { store, close, markSeeded } = await openForTest(folder, { files });
    await store.createArticle(article);
    isHanging = true;
    const saving = setSummary(store, 'late');
    await close(20);
    expect(await markSeeded()).toMatchObject({ ok: false, fault: { reason: 'library-closed' } });
    expect(existsSync(join(folder, 'lectern.lock'))).toBe(true);
    resolve();
    expect(await saving).toEqual(succeed('late'));
    await vi.waitFor(() => expect(existsSync(join(folder, 'lectern.lock'))).toBe(false));
  });

  it('takes no change afterwards, when the library may be another’s', async () => {
    const { store, close } = await openForTest(folder);
    await store.createArticle(article);
    await close(2_000);
    expect(await setSummary(store, 'too late')).toMatchObject({ ok: false, fault: { code: 'save-failed' } });
    expect(await store.readArticle(article.id)).toEqual(succeed(article));
  });

  it('keeps the lock while a write hangs', async () => {
    let isHanging = false;
    const files = { ...machineFileSystem, rename: (from: string, to: string) => (isHanging ? new Promise<void>(() => undefined) : machineFileSystem.rename(from, to)) };
    const { store, close } = await openForTest(folder, { files });
    await store.createArticle(article);
    isHanging = true;
    void setSummary(store, 'never');
    await close(20);
    expect(existsSync(join(folder, 'lectern.lock'))).toBe(true);
  });
});
