import { readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createContent } from '../../core/article/blocks.ts';
import { createTagId, type TagId } from '../../core/base/ids.ts';
import { fail, succeed } from '../../core/base/result.ts';
import { defaultSettings } from '../../core/library/settings.ts';
import { createTag, emptyCodebook } from '../../core/tag/tag.ts';
import { machineChance } from '../machine.ts';
import { machineFileSystem } from './file-system.ts';
import { leaveFile, listArticles, makeScratchFolder, openForTest, sampleArticle, sampleHighlight } from './testing/fixtures.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
});
afterEach(() => scratch.remove());

/** No test waits to look at a damaged file again. */
const open = () => openForTest(folder, { wait: async () => undefined });
const tagId = (): TagId => createTagId(Date.now(), machineChance.bytes(10));
const tagged = (note: string, tags: readonly TagId[]) => ({ ...sampleHighlight(note), tags });

describe('a damaged article among good ones', () => {
  it('is set aside with its bytes and the reason, and the others go on', async () => {
    const [bad, good] = [sampleArticle('Bad'), sampleArticle('Good')];
    const { store } = await open();
    await store.createArticle(bad);
    await store.createArticle(good);
    const file = `articles/${bad.id}.json`;
    const bytes = (await readFile(join(folder, file))).subarray(0, 300);
    await leaveFile(join(folder, file), bytes);
    const { articles, damaged } = await listArticles(store);
    expect(articles).toEqual([good]);
    const keptAs = damaged[0]?.keptAs ?? '';
    expect(damaged).toEqual([{ file, fault: { code: 'document-damaged', file, reason: 'not-json' }, keptAs }]);
    expect(keptAs).toMatch(new RegExp(`^damaged/${bad.id}\\.\\d{8}T\\d{6}Z\\.json$`));
    expect(await readFile(join(folder, keptAs))).toEqual(bytes);
    expect(await readFile(join(folder, `${keptAs}.reason.txt`), 'utf8')).toContain('because it is not valid JSON.');
    expect(await store.readArticle(bad.id)).toEqual(fail({ code: 'document-damaged', file, reason: 'not-json' }));
    expect(await store.updateArticle(bad.id, (present) => succeed({ next: present, answer: null }))).toMatchObject({ ok: false, fault: { code: 'document-damaged' } });
    expect((await listArticles(store)).damaged).toEqual(damaged);
  });

  it('never takes the place of one that was set aside before', async () => {
    const article = sampleArticle();
    const path = join(folder, 'articles', `${article.id}.json`);
    const { store } = await openForTest(folder, { wait: async () => undefined, clock: { nowMs: () => 1_700_000_000_000 } });
    for (const text of ['one', 'two', 'three']) {
      await leaveFile(path, text);
      await store.readArticle(article.id);
    }
    const kept = (await readdir(join(folder, 'damaged'))).filter((name) => name.endsWith('.json')).sort();
    expect(kept).toEqual(['20231114T221320Z.2', '20231114T221320Z.3', '20231114T221320Z'].map((time) => `${article.id}.${time}.json`));
    expect((await Promise.all(kept.map((name) => readFile(join(folder, 'damaged', name), 'utf8')))).sort()).toEqual(['one', 'three', 'two']);
  });

  it('is read when another program was only halfway through writing it', async () => {
    const article = sampleArticle();
    const path = join(folder, 'articles', `${article.id}.json`);
    let whole: Uint8Array | null = null;
    const { store } = await openForTest(folder, { wait: async () => { if (whole) await leaveFile(path, whole); } });
    await store.createArticle(article);
    whole = await readFile(path);
    await leaveFile(path, whole.subarray(0, 100));
    expect(await store.readArticle(article.id)).toEqual(succeed(article));
    expect((await listArticles(store)).damaged).toEqual([]);
  });

  it('stays where it is when a later Lectern wrote it', async () => {
    const article = sampleArticle();
    const file = `articles/${article.id}.json`;
    const { store } = await open();
    await store.createArticle(article);
    const later = (await readFile(join(folder, file), 'utf8')).replace('"format": 1', '"format": 9');
    await leaveFile(join(folder, file), later);
    const newer = { code: 'document-newer', file, format: 9 };
    expect(await listArticles(store)).toEqual({ articles: [], damaged: [{ file, fault: newer, keptAs: null }] });
    expect(await store.updateArticle(article.id, (present) => succeed({ next: { ...present, summary: 'x' }, answer: null }))).toEqual(fail(newer));
    expect(await readFile(join(folder, file), 'utf8')).toBe(later);
  });
});

describe('a file that another program may still be writing', () => {
  const unread = (file: string) => ({ code: 'document-unreadable', file, reason: 'being-written' }) as const;

  it('is left where it is, told as not to be read yet, and read when it is whole', async () => {
    const article = sampleArticle();
    const file = `articles/${article.id}.json`;
    const { store } = await open();
    await store.createArticle(article);
    const whole = await readFile(join(folder, file));
    await writeFile(join(folder, file), whole.subarray(0, 300));
    expect(await store.readArticle(article.id)).toEqual(fail(unread(file)));
    expect(await store.updateArticle(article.id, (present) => succeed({ next: { ...present, summary: 'x' }, answer: null }))).toEqual(fail(unread(file)));
    expect(await store.listSummaries()).toMatchObject({ summaries: [{ id: article.id }], damaged: [{ file, fault: unread(file), keptAs: null }] });
    expect(await readFile(join(folder, file))).toEqual(whole.subarray(0, 300));
    await writeFile(join(folder, file), whole);
    expect(await listArticles(store)).toEqual({ articles: [article], damaged: [] });
    expect(await readdir(folder)).not.toContain('damaged');
  });

  it('is left where it is when it changes while it is being set aside', async () => {
    const article = sampleArticle();
    const path = join(folder, 'articles', `${article.id}.json`);
    let whole: Uint8Array = new Uint8Array();
    const files = {
      ...machineFileSystem,
      async createFile(name: string) {
        const file = await machineFileSystem.createFile(name);
        return name.includes('damaged') ? { ...file, sync: async () => { await leaveFile(path, whole); await file.sync(); } } : file;
      },
    };
    const { store } = await openForTest(folder, { files, wait: async () => undefined });
    await store.createArticle(article);
    whole = await readFile(path);
    await leaveFile(path, whole.subarray(0, 300));
    expect(await store.readArticle(article.id)).toMatchObject({ ok: false, fault: { reason: 'being-written' } });
    expect(await store.readArticle(article.id)).toEqual(succeed(article));
    expect(await readdir(join(folder, 'damaged'))).toEqual([]);
  });

  it('is forgotten when it goes away again', async () => {
    const { store } = await open();
    await writeFile(join(folder, 'collections.json'), '{');
    await store.collections.read();
    expect((await store.listSummaries()).damaged).toMatchObject([{ file: 'collections.json', fault: { reason: 'being-written' } }]);
    await unlink(join(folder, 'collections.json'));
    await store.collections.read();
    expect((await store.listSummaries()).damaged).toEqual([]);
  });

  it('may be a text: it is read once it is whole, at the second look or later', async () => {
    const content = createContent([{ kind: 'paragraph', leaf: { id: 'p1', text: 'The two navies met.', marks: [] } }]);
    const wholeAtLook: (() => Promise<void>)[] = [];
    const { store } = await openForTest(folder, { wait: async () => wholeAtLook.shift()?.() });
    const written = await store.writeContent(content);
    if (!written.ok) throw new Error(written.fault.code);
    const file = `content/${written.value}.json`;
    const whole = await readFile(join(folder, file));
    await writeFile(join(folder, file), whole.subarray(0, 10));
    expect(await store.readContent(written.value)).toEqual(fail(unread(file)));
    expect(await store.writeContent(content)).toEqual(fail(unread(file)));
    wholeAtLook.push(() => writeFile(join(folder, file), whole));
    expect(await store.readContent(written.value)).toEqual(succeed(content));
    expect((await store.listSummaries()).damaged).toEqual([]);
    expect(await readdir(folder)).not.toContain('damaged');
  });
});

describe('a damaged list of tags', () => {
  const [first, second] = [tagId(), tagId()].sort();

  async function makeLibrary(): Promise<void> {
    const { store, close } = await open();
    const tag = createTag('alliance', emptyCodebook, { id: first ?? tagId(), now: new Date(0).toISOString() });
    await store.updateCodebook(() => succeed({ next: { tags: [tag] }, answer: null }));
    await store.createArticle({ ...sampleArticle(), highlights: [tagged('a', [second, first].filter((id) => id !== undefined)), tagged('b', [second].filter((id) => id !== undefined))] });
    await close(2_000);
  }

  it('is rebuilt with stand-ins for the tags that highlights carry, and its bytes are kept', async () => {
    await makeLibrary();
    await leaveFile(join(folder, 'codebook.json'), new Uint8Array(512));
    const { store, close } = await open();
    const rebuilt = await store.readCodebook();
    expect(rebuilt).toMatchObject({ value: { tags: [{ id: first, name: 'recovered tag 1' }, { id: second, name: 'recovered tag 2' }] } });
    const { damaged } = await listArticles(store);
    expect(damaged).toMatchObject([{ file: 'codebook.json', fault: { reason: 'nul-filled' } }]);
    expect(await readFile(join(folder, damaged[0]?.keptAs ?? ''))).toEqual(Buffer.alloc(512));
    await close(2_000);
    expect(await (await open()).store.readCodebook()).toEqual(rebuilt);
  });

  it('is not made up while it is only absent: it may still be on its way, and then its names are what counts', async () => {
    await makeLibrary();
    const path = join(folder, 'codebook.json');
    const bytes = await readFile(path);
    await unlink(path);
    const { store, close, mergeConflictCopies } = await open();
    expect(await store.readCodebook()).toMatchObject({ value: { tags: [{ name: 'recovered tag 1' }, { name: 'recovered tag 2' }] } });
    expect(await readdir(folder)).not.toContain('codebook.json');
    const added = createTag('canal', emptyCodebook, { id: tagId(), now: new Date(0).toISOString() });
    await store.updateCodebook((codebook) => succeed({ next: { ...codebook, tags: [...codebook.tags, added] }, answer: null }));
    await leaveFile(join(folder, 'codebook.sync-conflict-20260101-101010-ABCDEFG.json'), bytes);
    await mergeConflictCopies();
    const merged = await store.readCodebook();
    expect(merged.ok && merged.value.tags.map(({ name }) => name)).toEqual(['alliance', 'recovered tag 2', 'canal']);
    await close(2_000);
  });

  it('that is still being written is stood in for, not written over, and told once it is whole', async () => {
    await makeLibrary();
    const path = join(folder, 'codebook.json');
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, 40));
    const { store, close } = await openForTest(folder, { door: 'serve', wait: async () => undefined });
    const told: unknown[] = [];
    store.listen((event) => void (event.kind === 'library-changed' && event.change.tags && told.push(...event.change.tags.map(({ name }) => name))));
    expect(await store.readCodebook()).toMatchObject({ value: { tags: [{ name: 'recovered tag 1' }, { name: 'recovered tag 2' }] } });
    expect(await store.updateCodebook((codebook) => succeed({ next: { ...codebook, tags: [] }, answer: null }))).toMatchObject({ ok: false, fault: { reason: 'being-written' } });
    expect(await readFile(path)).toEqual(bytes.subarray(0, 40));
    await writeFile(path, bytes);
    await vi.waitFor(() => expect(told).toEqual(['alliance']), 5_000);
    expect(await store.readCodebook()).toMatchObject({ value: { tags: [{ name: 'alliance' }] } });
    expect((await store.listSummaries()).damaged).toEqual([]);
    await close(2_000);
  });

  it('of a later format stays as it is; highlights keep their tags, and tags can’t be changed', async () => {
    await makeLibrary();
    const later = (await readFile(join(folder, 'codebook.json'), 'utf8')).replace('"format": 1', '"format": 2');
    await leaveFile(join(folder, 'codebook.json'), later);
    const { store } = await openForTest(folder, { mode: 'prefer-write' });
    expect(await store.readCodebook()).toMatchObject({ value: { tags: [{ id: first }, { id: second }] } });
    expect(await store.updateCodebook((codebook) => succeed({ next: { ...codebook, tags: [] }, answer: null }))).toEqual(fail({ code: 'library-newer', folder, format: 2 }));
    expect(await readFile(join(folder, 'codebook.json'), 'utf8')).toBe(later);
  });
});

describe('damaged settings', () => {
  it('are the defaults, can be changed, and their bytes are kept', async () => {
    await (await open()).close(2_000);
    await leaveFile(join(folder, 'settings.json'), '{"theme": "night"');
    const { store } = await open();
    expect(await store.readSettings()).toEqual(succeed(defaultSettings));
    expect(await store.updateSettings({ theme: 'sepia' })).toEqual(succeed({ ...defaultSettings, theme: 'sepia' }));
    const { damaged } = await listArticles(store);
    expect(await readFile(join(folder, damaged[0]?.keptAs ?? ''), 'utf8')).toBe('{"theme": "night"');
  });

  it('are changed at once even when nobody read them first', async () => {
    await (await open()).close(2_000);
    await leaveFile(join(folder, 'settings.json'), 'null');
    expect(await (await open()).store.updateSettings({ theme: 'sepia' })).toMatchObject({ ok: true });
  });
});

describe('the text of an article', () => {
  const content = createContent([{ kind: 'paragraph', leaf: { id: 'p1', text: 'The two navies met.', marks: [] } }]);

  it('is verified by its name; a damaged one is set aside, and importing it again restores it', async () => {
    const { store } = await open();
    const written = await store.writeContent(content);
    if (!written.ok) throw new Error(written.fault.code);
    const path = join(folder, 'content', `${written.value}.json`);
    await leaveFile(path, (await readFile(path, 'utf8')).replace('navies', 'armies'));
    expect(await store.readContent(written.value)).toMatchObject({ ok: false, fault: { code: 'document-damaged', reason: 'wrong-hash' } });
    expect(await store.readContent(written.value)).toEqual(fail({ code: 'content-missing', content: written.value }));
    expect(await store.writeContent(content)).toEqual(written);
    expect(await store.readContent(written.value)).toEqual(succeed(content));
  });

  it('is not written over when it is damaged and can’t be moved away', async () => {
    let isStuck = false;
    const files = { ...machineFileSystem, rename: (from: string, to: string) => (isStuck && to.includes('damaged') ? Promise.reject(Object.assign(new Error('stuck'), { code: 'EIO' })) : machineFileSystem.rename(from, to)) };
    const { store } = await openForTest(folder, { files });
    const written = await store.writeContent(content);
    if (!written.ok) throw new Error(written.fault.code);
    const path = join(folder, 'content', `${written.value}.json`);
    await leaveFile(path, 'damaged');
    isStuck = true;
    expect(await store.writeContent(content)).toMatchObject({ ok: false, fault: { code: 'document-damaged' } });
    expect(await readFile(path, 'utf8')).toBe('damaged');
    isStuck = false;
    expect(await store.writeContent(content)).toEqual(written);
  });

  it('is written once under the same name for equal captures, whatever the order of keys', async () => {
    const { store } = await open();
    const other = createContent([{ leaf: { marks: [], text: 'The two navies met.', id: 'p1' }, kind: 'paragraph' }]);
    expect(await store.writeContent(other)).toEqual(await store.writeContent(content));
    expect(await readdir(join(folder, 'content'))).toHaveLength(1);
  });

  it('keeps the original bytes under their hash', async () => {
    const { store } = await open();
    const bytes = new Uint8Array([0xff, 0xfe, 0, 1, 2]);
    const written = await store.writeOriginal(bytes, 'txt');
    if (!written.ok) throw new Error(written.fault.code);
    expect(new Uint8Array(await readFile(join(folder, 'originals', `${written.value}.txt`)))).toEqual(bytes);
  });
});
