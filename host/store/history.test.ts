import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../core/article/article.ts';
import { succeed } from '../../core/base/result.ts';
import { applyWhole } from '../../core/library/apply-edits.ts';
import { makeVersions } from '../../core/library/versions.ts';
import { machineFileSystem } from './file-system.ts';
import { type Version, versionsToDrop } from './history.ts';
import { leaveFile, makeScratchFolder, openForTest, sampleArticle } from './testing/fixtures.ts';
import { testDisk } from './testing/real-library.ts';
import { readVersions } from './versions.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = Date.parse('2026-11-22T12:30:00.000Z');

/** Versions of those ages, the oldest first, numbered from 1. */
const aged = (...ages: readonly number[]): readonly Version[] => ages.map((age, index) => ({ rev: index + 1, timeMs: now - age }));

describe('thinning', () => {
  it.each([
    ['keeps everything that is a minute apart within the hour', aged(50 * MINUTE, 49 * MINUTE, 2 * MINUTE, MINUTE), []],
    ['keeps the last of a minute', aged(MINUTE, MINUTE - 10_000, MINUTE - 50_000), [1, 2]],
    ['keeps the last of an hour within the day', aged(5 * HOUR - 1, 5 * HOUR - 20 * MINUTE, 4 * HOUR), [1]],
    ['keeps the last of a day within thirty', aged(9 * DAY + 3 * HOUR, 9 * DAY, 8 * DAY), [1]],
    ['keeps the last of a month before', aged(200 * DAY, 199 * DAY, 120 * DAY, 40 * DAY), [1]],
    ['keeps a lone version, however old', aged(4_000 * DAY), []],
  ])('%s', (_, versions, dropped) => expect(versionsToDrop(versions, now).map(({ rev }) => rev)).toEqual(dropped));

  it('drops nothing more when it is done again, and always keeps the latest', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 400 * DAY }), { minLength: 1, maxLength: 80 }), (ages) => {
      const versions = aged(...[...ages].sort((a, b) => b - a));
      const dropped = new Set(versionsToDrop(versions, now));
      const kept = versions.filter((version) => !dropped.has(version));
      expect(versionsToDrop(kept, now)).toEqual([]);
      expect(kept).toContain(versions.at(-1));
    }));
  });
});

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
let nowMs: number;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
  nowMs = Date.now();
});
afterEach(() => scratch.remove());

const clock = { nowMs: () => nowMs };
const open = (options: Parameters<typeof openForTest>[1] = {}) => openForTest(folder, { clock, wait: async () => undefined, ...options });
const summarise = (store: Awaited<ReturnType<typeof open>>['store'], { id }: Article, summary: string) => store.updateArticle(id, (article) => succeed({ next: { ...article, summary }, answer: null }));

/** Lets a document have been written five minutes ago. */
const writtenBefore = ({ id }: Article) => utimes(join(folder, 'articles', `${id}.json`), new Date(nowMs - 5 * MINUTE), new Date(nowMs - 5 * MINUTE));

/** Restores a version as the library does. */
function restore({ store, versions }: Awaited<ReturnType<typeof open>>, { id }: Article, rev: number) {
  const now = () => new Date(nowMs).toISOString();
  return makeVersions({ store, versions, now, edit: (edits) => applyWhole({ store, now }, edits) }).restore(id, rev);
}

const writtenNow = ({ id }: Article) => utimes(join(folder, 'articles', `${id}.json`), new Date(nowMs), new Date(nowMs));

async function versionsOf({ id }: Article) {
  const versions = await readVersions(testDisk, folder, id);
  if (!versions.ok) throw new Error(JSON.stringify(versions.fault));
  return versions.value;
}

describe('the history of an article', () => {
  it('holds what it was before each minute of work, as it was written', async () => {
    const article = sampleArticle();
    const { store, close } = await open();
    await store.createArticle(article);
    await writtenBefore(article);
    const first = await readFile(join(folder, 'articles', `${article.id}.json`));
    for (const summary of ['a', 'b', 'c']) await summarise(store, article, summary);
    nowMs += MINUTE;
    for (const summary of ['d', 'e']) await summarise(store, article, summary);
    await close(2_000);
    expect((await versionsOf(article)).map(({ rev, isPresent, article: { summary } }) => [rev, isPresent, summary])).toEqual([[6, true, 'e'], [4, false, 'c'], [1, false, '']]);
    expect(await readFile(join(folder, 'history', article.id, '1.json'))).toEqual(first);
  });

  it('is thinned as it grows, by the age of its versions', async () => {
    const article = sampleArticle();
    const { store, close } = await open();
    await store.createArticle(article);
    await close(2_000);
    const history = join(folder, 'history', article.id);
    await mkdir(history, { recursive: true });
    for (const [rev, age] of [[1001, 50 * DAY], [1002, 49.9 * DAY], [1003, 2 * HOUR]] as const) {
      await writeFile(join(history, `${rev}.json`), '{}');
      await utimes(join(history, `${rev}.json`), new Date(nowMs - age), new Date(nowMs - age));
    }
    const again = await open();
    await summarise(again.store, article, 'x');
    await again.close(2_000);
    expect((await readdir(history)).sort()).toEqual(['1.json', '1002.json', '1003.json']);
  });

  it('makes a version the present one again, and keeps what it replaced', async () => {
    const article = sampleArticle();
    const opened = await open();
    await opened.store.createArticle(article);
    await writtenBefore(article);
    await summarise(opened.store, article, 'better');
    nowMs += MINUTE;
    expect(await restore(opened, article, 1)).toEqual(succeed({ rev: 3, undo: [{ kind: 'summarise-article', articleId: article.id, summary: 'better', base: '' }] }));
    expect((await versionsOf(article)).map(({ rev, article: { summary } }) => [rev, summary])).toEqual([[3, ''], [2, 'better'], [1, '']]);
    await opened.close(2_000);
  });

  it('gives back an article whose document is damaged', async () => {
    const article = sampleArticle();
    const opened = await open();
    await opened.store.createArticle(article);
    await summarise(opened.store, article, 'better');
    await opened.close(2_000);
    await leaveFile(join(folder, 'articles', `${article.id}.json`), '{');
    const again = await open();
    expect(await again.store.readArticle(article.id)).toMatchObject({ fault: { code: 'document-damaged' } });
    expect(await restore(again, article, 1)).toMatchObject({ ok: true, value: { rev: 2 } });
    expect(await again.store.readArticle(article.id)).toMatchObject({ ok: true, value: { summary: '' } });
    expect(await readdir(join(folder, 'damaged'))).toHaveLength(2);
    await again.close(2_000);
  });

  it.each(['EPERM', 'ENOTSUP'])('is a copy where a file can’t have two names (%s)', async (code) => {
    const article = sampleArticle();
    const link = (from: string, to: string) => (to.includes('history') ? Promise.reject(Object.assign(new Error(code), { code })) : machineFileSystem.link(from, to));
    const { store, close } = await open({ files: { ...machineFileSystem, link } });
    await store.createArticle(article);
    await summarise(store, article, 'x');
    await close(2_000);
    expect((await versionsOf(article)).map(({ article: { summary } }) => summary)).toEqual(['x', '']);
  });

  it('that can’t be written keeps no change from being saved', async () => {
    const article = sampleArticle();
    const { store, close } = await open();
    await store.createArticle(article);
    await writeFile(join(folder, 'history'), 'a file in its place');
    expect(await summarise(store, article, 'x')).toEqual(succeed(null));
    await close(2_000);
  });
});

describe('the bin', () => {
  const binned = (days: number): Article => ({ ...sampleArticle(), binnedAt: new Date(nowMs - days * DAY).toISOString() });

  it('lets go of articles after 30 days, into the history, and of no other', async () => {
    const [over, fresh, shelved] = [binned(30.1), binned(29.9), sampleArticle()];
    const opened = await open();
    for (const article of [over, fresh, shelved]) await opened.store.createArticle(article);
    const bytes = await readFile(join(folder, 'articles', `${over.id}.json`));
    expect(await opened.purgeBin()).toBe(1);
    expect((await opened.store.listSummaries()).summaries.map(({ id }) => id).sort()).toEqual([fresh.id, shelved.id].sort());
    expect(await opened.store.readArticle(over.id)).toMatchObject({ fault: { code: 'article-missing' } });
    expect(await readFile(join(folder, 'history', over.id, '1.json'))).toEqual(bytes);
    await opened.close(2_000);
  });

  it('lets go of those that it is told to, and of none that does not lie in it', async () => {
    const [fresh, shelved] = [binned(1), sampleArticle()];
    const opened = await open();
    for (const article of [fresh, shelved]) await opened.store.createArticle(article);
    expect(await opened.versions.letGo([fresh.id, shelved.id])).toEqual(succeed([fresh.id]));
    expect((await opened.store.listSummaries()).summaries.map(({ id }) => id)).toEqual([shelved.id]);
    expect(await versionsOf(fresh)).toMatchObject([{ rev: 1, isPresent: false }]);
    await opened.close(2_000);
  });

  it('says why it could not let go, and keeps the article', async () => {
    const article = binned(1);
    const opened = await open();
    await opened.store.createArticle(article);
    await writeFile(join(folder, 'history'), 'a file in its place');
    expect(await opened.versions.letGo([article.id])).toMatchObject({ ok: false, fault: { code: 'save-failed' } });
    expect(await opened.store.readArticle(article.id)).toMatchObject({ ok: true });
    await opened.close(2_000);
  });

  it('loses nothing where files can’t have two names and the disk is full once', async () => {
    const article = binned(1);
    let isFull = false;
    const cannotLink = async (_: string, to: string): Promise<never> => {
      const isThere = await machineFileSystem.stat(to).then(() => true, () => false);
      throw Object.assign(new Error('no second name'), { code: isThere ? 'EEXIST' : 'EPERM' });
    };
    const files: typeof machineFileSystem = {
      ...machineFileSystem, link: cannotLink,
      async createFile(path) {
        const file = await machineFileSystem.createFile(path);
        const writeSome = async (bytes: Uint8Array): Promise<number> => {
          if (bytes.length > 40) return file.write(bytes.subarray(0, 40));
          throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        };
        return isFull && path.includes('history') ? { ...file, write: writeSome } : file;
      },
    };
    const opened = await open({ files });
    await opened.store.createArticle(article);
    const bytes = await readFile(join(folder, 'articles', `${article.id}.json`));
    isFull = true;
    expect(await opened.versions.letGo([article.id])).toMatchObject({ ok: false });
    expect(await readFile(join(folder, 'articles', `${article.id}.json`))).toEqual(bytes);
    isFull = false;
    expect(await opened.versions.letGo([article.id])).toEqual(succeed([article.id]));
    expect(await readFile(join(folder, 'history', article.id, '1.json'))).toEqual(bytes);
    await opened.close(2_000);
  });

  it('keeps what it lets go of beside another version of the same number', async () => {
    const article = binned(1);
    const opened = await open();
    await opened.store.createArticle(article);
    const bytes = await readFile(join(folder, 'articles', `${article.id}.json`));
    await mkdir(join(folder, 'history', article.id), { recursive: true });
    await writeFile(join(folder, 'history', article.id, '1.json'), 'cut sho');
    expect(await opened.versions.letGo([article.id])).toEqual(succeed([article.id]));
    expect(await readFile(join(folder, 'history', article.id, '2.json'))).toEqual(bytes);
    await opened.close(2_000);
  });

  it('gives back what it let go of, out of the bin, so that it stays', async () => {
    const article = binned(31);
    const opened = await open();
    await opened.store.createArticle(article);
    await opened.purgeBin();
    await opened.close(2_000);
    const again = await open();
    expect(await restore(again, article, 1)).toEqual(succeed({ rev: 2, undo: [{ kind: 'bin-article', articleId: article.id, isBinned: true }] }));
    expect(await again.purgeBin()).toBe(0);
    expect((await again.store.listSummaries()).summaries.map(({ id }) => id)).toEqual([article.id]);
    expect(await again.store.readArticle(article.id)).toMatchObject({ ok: true, value: { binnedAt: null, title: article.title } });
    await again.close(2_000);
  });

  it('counts the versions of an article on that comes back, so that none is written over', async () => {
    const article = sampleArticle();
    const opened = await open();
    await opened.store.createArticle(article);
    for (const summary of ['a', 'b', 'c']) {
      await writtenNow(article);
      nowMs += MINUTE;
      await summarise(opened.store, article, summary);
    }
    await writtenNow(article);
    nowMs += MINUTE;
    await opened.store.updateArticle(article.id, (present) => succeed({ next: { ...present, binnedAt: new Date(nowMs - 31 * DAY).toISOString() }, answer: null }));
    await writtenNow(article);
    await opened.purgeBin();
    nowMs += MINUTE;
    expect(await restore(opened, article, 2)).toMatchObject({ ok: true, value: { rev: 6 } });
    await writtenNow(article);
    nowMs += MINUTE;
    await summarise(opened.store, article, 'd');
    expect((await versionsOf(article)).map(({ rev, article: { summary } }) => [rev, summary])).toEqual([[7, 'd'], [6, 'a'], [5, 'c'], [4, 'c'], [3, 'b'], [2, 'a'], [1, '']]);
    await opened.close(2_000);
  });

  it('keeps an article that its history can’t take', async () => {
    const article = binned(31);
    const opened = await open();
    await opened.store.createArticle(article);
    await writeFile(join(folder, 'history'), 'a file in its place');
    expect(await opened.purgeBin()).toBe(0);
    expect(await opened.store.readArticle(article.id)).toMatchObject({ ok: true });
    await opened.close(2_000);
  });
});
