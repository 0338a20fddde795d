import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { succeed } from '../core/base/result.ts';
import { startLibrary, type StartedLibrary, type StartOptions } from './start-library.ts';
import { LOCK_NAME } from './store/lock.ts';
import { encodeDocument } from './store/document-format.ts';
import { articleRef } from './store/document-refs.ts';
import { makeScratchFolder, openForTest, sampleArticle } from './store/testing/fixtures.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
const started: StartedLibrary[] = [];
const logged: unknown[] = [];
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
  logged.length = 0;
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((each) => each.close()));
  await scratch.remove();
});

async function start(options: Partial<StartOptions> = {}): Promise<StartedLibrary> {
  const root = pathToFileURL(`${scratch.folder}/`);
  await writeFile(new URL('package.json', root), '{"version":"1.2.3"}');
  const library = await startLibrary({ folder, door: 'command', mode: 'write', root, workerUrl: new URL('import/import-worker.ts', import.meta.url), log: (error) => logged.push(error), ...options });
  if (!library.ok) throw new Error(JSON.stringify(library.fault));
  started.push(library.value);
  return library.value;
}

async function writeFirstArticle(quote: string): Promise<void> {
  await mkdir(join(scratch.folder, 'resources'));
  await writeFile(join(scratch.folder, 'resources', 'first-article.md'), '# Reading with a pencil\n\nAn analyst reads with a pencil in hand, and marks what bears on the question.\n');
  const notes = { tags: ['method'], summary: 'Mark what bears on the question.', highlights: [{ quote, tags: ['method'], note: 'Not everything.', colour: 'green' }] };
  await writeFile(join(scratch.folder, 'resources', 'first-notes.json'), JSON.stringify(notes));
}

describe('a started library', () => {
  it('does the main job through its router: import, highlight, tag, note, start again, and all is there', async () => {
    const { router, uploads, close, isNew } = await start();
    expect(isNew).toBe(true);
    const text = 'A fleet in the strait\n\nThe alliance sent three ships through the strait on Monday, its first such passage this year.\n\nOfficials called it an exercise in freedom of navigation, and said more would follow in the spring.\n';
    const handle = uploads.hold(async () => succeed({ name: 'fleet.txt', bytes: uploads.encodeText(text), origin: 'file', mediaType: null }));
    const imported = await router.dispatch('articles.import', { source: { kind: 'upload', handle } });
    expect(imported).toMatchObject({ ok: true, value: { article: { title: 'A fleet in the strait' } } });
    const { articles } = await overview(router);
    const articleId = articles[0]?.id;
    const request = { articleId, quote: 'freedom of navigation', tags: ['freedom of navigation'], note: 'The **legal** frame', colour: 'blue' };
    expect(await router.dispatch('notes.highlightQuote', request)).toMatchObject({ ok: true, value: { note: 'The **legal** frame' } });
    await close();
    const again = await start();
    expect(again.isNew).toBe(false);
    expect(await overview(again.router)).toMatchObject({ name: 'Reading', articles: [{ id: articleId, highlightCount: 1, noteCount: 1 }], tags: [{ name: 'freedom of navigation' }], damaged: [] });
    expect(await again.router.dispatch('articles.open', { id: articleId })).toMatchObject({ ok: true, value: { article: { highlights: [{ anchor: { exact: 'freedom of navigation' } }] } } });
    expect(logged).toEqual([]);
  });

  it('refuses a second start and says who has it', async () => {
    await start({ door: 'desktop' });
    const second = await startLibrary({ folder, door: 'serve', mode: 'write', root: new URL('file:///'), workerUrl: new URL('file:///'), log: () => undefined });
    expect(second).toMatchObject({ ok: false, fault: { code: 'library-locked', holder: { pid: process.pid, door: 'desktop' } } });
  });

  it('releases its lock when it is closed', async () => {
    const { close } = await start();
    expect(existsSync(join(folder, LOCK_NAME))).toBe(true);
    await close();
    expect(existsSync(join(folder, LOCK_NAME))).toBe(false);
  });

  it('is not made where one was only to be read', async () => {
    const read = await startLibrary({ folder, door: 'command', mode: 'read', root: new URL('file:///'), workerUrl: new URL('file:///'), log: () => undefined });
    expect(read).toMatchObject({ ok: false, fault: { code: 'library-missing' } });
    expect(existsSync(folder)).toBe(false);
  });
});

describe('the first article', () => {
  it('is in a new library, with its notes, once', async () => {
    await writeFirstArticle('marks what bears on the question');
    const first = await start({ door: 'desktop' });
    const { articles, tags } = await overview(first.router);
    expect(articles).toMatchObject([{ highlightCount: 1, noteCount: 1 }]);
    expect(tags).toMatchObject([{ name: 'method' }]);
    expect(await first.router.dispatch('articles.read', { id: articles[0]?.id })).toMatchObject({ value: { summary: 'Mark what bears on the question.', highlights: [{ colour: 'green' }] } });
    await first.close();
    expect((await overview((await start({ door: 'serve' })).router)).articles).toHaveLength(1);
    expect(logged).toEqual([]);
  });

  it('does not surprise a script', async () => {
    await writeFirstArticle('marks');
    expect((await overview((await start({ door: 'command' })).router)).articles).toEqual([]);
  });

  it('is missed by nobody: without it, or with a wrong one, the library opens', async () => {
    const first = await start({ door: 'desktop' });
    expect((await overview(first.router)).articles).toEqual([]);
    await first.close();
    await writeFirstArticle('words that are not in it');
    await start({ door: 'desktop' });
    expect(logged).toHaveLength(1);
  });
});

describe('a library that could only be read, and is opened to write when asked again', () => {
  it('is then kept as one that opened to write at once: backed up, its bin emptied, searched, watched', async () => {
    const options = { door: 'desktop', mode: 'prefer-write', cacheFolder: join(scratch.folder, 'cache') } as const;
    const first = await openForTest(folder, { cacheFolder: options.cacheFolder });
    const kept = sampleArticle('Kept');
    await first.store.createArticle({ ...kept, summary: 'Straits and canals.' });
    await first.store.createArticle({ ...sampleArticle('Binned'), binnedAt: '2020-01-01T00:00:00.000Z' });
    await first.store.listSummaries();
    await first.close(2_000);
    await rename(folder, join(scratch.folder, 'unplugged'));
    vi.useFakeTimers({ toFake: ['setInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { router, library } = await start(options);
    expect(await router.dispatch('library.reopen', {})).toMatchObject({ ok: true, value: { kind: 'read', fault: { code: 'library-gone' } } });
    await router.dispatch('search.find', { query: 'canals', limit: 5, offset: 0, isComplete: true });
    expect(vi.getTimerCount()).toBe(0);
    await rename(join(scratch.folder, 'unplugged'), folder);
    expect(await router.dispatch('library.reopen', {})).toEqual(succeed({ kind: 'write' }));
    // The keeper of backups and the watcher of a folder look now and then.
    await waitUntil(async () => vi.getTimerCount() === 2);
    vi.advanceTimersByTime(3_600_000);
    await waitUntil(async () => (await readdir(`${folder} backups`).catch(() => [])).length === 1);
    expect(library.access()).toEqual({ kind: 'write' });
    await waitUntil(async () => (await readdir(join(folder, 'articles'))).length === 1);
    expect(await router.dispatch('search.find', { query: 'canals', limit: 5, offset: 0, isComplete: true })).toMatchObject({ value: { hits: [{ articleId: kept.id }] } });
    const changes: string[] = [];
    library.listen((event) => void (event.kind === 'library-changed' && changes.push(...event.change.articles.map(({ title }) => title))));
    const path = join(folder, 'articles', `${kept.id}.json`);
    await writeFile(path, encodeDocument(articleRef(kept.id), { rev: 9, value: { ...kept, title: 'Theirs', summary: 'Straits and canals.' } }));
    await waitUntil(async () => changes.includes('Theirs'));
    expect(logged).toEqual([]);
  });
});

describe('the folder for backups', () => {
  const settingsFile = () => join(folder, 'settings.json');
  const backup = async (library: StartedLibrary) => {
    const shown = await library.library.overview();
    return shown.ok ? shown.value.backup : null;
  };

  it('that an earlier Lectern kept with the library is taken over by the machine where it is, and by no other', async () => {
    const stick = join(scratch.folder, 'stick');
    await mkdir(stick);
    await (await start()).close();
    await writeFile(settingsFile(), JSON.stringify({ kind: 'settings', format: 1, rev: 3, sha256: null, theme: 'night', backupFolder: stick }));
    await rename(stick, `${stick} of the other machine`);
    const there = await start({ door: 'desktop', configFolder: join(scratch.folder, 'there') });
    await delay(300);
    expect(await backup(there)).toMatchObject({ isFolderChosen: false });
    await there.close();
    expect(await readFile(settingsFile(), 'utf8')).toContain('backupFolder');
    await rename(`${stick} of the other machine`, stick);
    const here = await start({ door: 'desktop', configFolder: join(scratch.folder, 'here') });
    await waitUntil(async () => (await backup(here))?.folder === stick);
    expect(await backup(here)).toMatchObject({ isFolderChosen: true });
    await waitUntil(async () => !(await readFile(settingsFile(), 'utf8')).includes('backupFolder'));
    expect(await here.router.dispatch('library.overview', undefined)).toMatchObject({ value: { settings: { theme: 'night' } } });
    await here.close();
    const again = await start({ door: 'serve', configFolder: join(scratch.folder, 'here') });
    await waitUntil(async () => (await backup(again))?.folder === stick);
    expect(await again.router.dispatch('library.useUsualBackupFolder', {})).toMatchObject({ ok: true, value: { isFolderChosen: false } });
    expect(await backup(again)).toMatchObject({ isFolderChosen: false });
    expect(logged).toEqual([]);
  });
});

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200 && !(await isSo()); turn += 1) await delay(25);
  expect(await isSo()).toBe(true);
}

type Shown = { name: string; articles: readonly { id: string; highlightCount: number; noteCount: number }[]; tags: readonly { name: string }[]; damaged: readonly unknown[] };

async function overview(router: StartedLibrary['router']): Promise<Shown> {
  const shown = await router.dispatch('library.overview', undefined);
  if (!shown.ok) throw new Error(JSON.stringify(shown.fault));
  return shown.value as Shown;
}
