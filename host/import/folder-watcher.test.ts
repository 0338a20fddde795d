import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../core/base/result.ts';
import type { Library } from '../../core/library/library.ts';
import { makeMachineSettings } from '../store/machine-settings.ts';
import { testDisk } from '../store/testing/real-library.ts';
import { type FolderWatcher, makeFolderWatcher } from './folder-watcher.ts';

let folder: string;
let watched: string;
const watchers: FolderWatcher[] = [];
/** Names of the sources that came, in their order. */
let came: string[];
let answer: (name: string) => Awaited<ReturnType<Library['importSource']>>;

const library: Pick<Library, 'importSource'> = {
  async importSource({ name }) {
    came.push(name);
    return answer(name);
  },
};

function open(given: string | null = null): FolderWatcher {
  const watcher = makeFolderWatcher({
    disk: testDisk, libraryFolder: join(folder, 'library'), settings: makeMachineSettings(testDisk, join(folder, 'config', 'a.json')), given, file: join(folder, 'config', 'a.watched.json'),
    show: (path) => path, log: (error) => { throw error; }, settledMs: 60,
  });
  watchers.push(watcher);
  return watcher;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-watched-'));
  watched = join(folder, 'drop');
  await mkdir(watched);
  came = [];
  answer = () => succeed({ kind: 'article', article: {} as never });
});
afterEach(async () => {
  await Promise.all(watchers.splice(0).map((watcher) => watcher.close()));
  await rm(folder, { recursive: true });
});

const untilCame = (...names: readonly string[]) => vi.waitFor(() => expect(came.toSorted()).toEqual([...names]), { timeout: 20_000, interval: 20 });

describe('a watched folder', () => {
  it('brings in what lies there and what is put there, each once, and goes on after a restart', async () => {
    await writeFile(join(watched, 'before.txt'), 'x');
    const watcher = open();
    watcher.start(library);
    expect(await watcher.chooseFolder(watched)).toMatchObject({ ok: true, value: { folder: watched, isThere: true } });
    await untilCame('before.txt');
    await mkdir(join(watched, 'deep'));
    await writeFile(join(watched, 'deep', 'later.md'), 'x');
    await writeFile(join(watched, 'photo.jpg'), 'x');
    await untilCame('before.txt', 'later.md');
    await vi.waitFor(() => expect(watcher.state()).toEqual({ folder: watched, isThere: true, isUnderWay: false, cameIn: 2, failed: [] }));
    await watcher.close();
    await writeFile(join(watched, 'while-closed.txt'), 'x');
    open().start(library);
    await untilCame('before.txt', 'later.md', 'while-closed.txt');
  });

  it('waits for a file that is still being written, and brings it in again when it changes', async () => {
    const watcher = open(watched);
    watcher.start(library);
    for (let length = 1; length <= 12; length += 1) {
      await writeFile(join(watched, 'grows.txt'), 'x'.repeat(length));
      expect(came).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await untilCame('grows.txt');
    await writeFile(join(watched, 'grows.txt'), 'changed');
    await untilCame('grows.txt', 'grows.txt');
  });

  it('says what could not come in, and does not try it again before it changes', async () => {
    answer = (name) => fail({ code: 'file-empty', name });
    const watcher = open(watched);
    watcher.start(library);
    await writeFile(join(watched, 'a.txt'), '');
    await vi.waitFor(() => expect(watcher.state()).toMatchObject({ isUnderWay: false, cameIn: 0, failed: [{ name: 'a.txt', fault: { code: 'file-empty' } }] }), 20_000);
    await writeFile(join(watched, 'b.txt'), 'x');
    await untilCame('a.txt', 'b.txt');
  });

  it('tries later what the library could not take for want of room', async () => {
    answer = () => fail({ code: 'disk-full', folder: 'library' });
    const watcher = open(watched);
    watcher.start(library);
    await writeFile(join(watched, 'a.txt'), 'x');
    await untilCame('a.txt');
    answer = () => succeed({ kind: 'article', article: {} as never });
    await writeFile(join(watched, 'b.txt'), 'x');
    await vi.waitFor(() => expect(watcher.state()).toMatchObject({ cameIn: 2, failed: [] }), 20_000);
  });

  it('tells of an export, whose highlights wait for a word', async () => {
    answer = () => succeed({ kind: 'readings', plan: { id: 'p' } as never });
    const watcher = open(watched);
    const told: unknown[] = [];
    watcher.listen((event) => told.push(event));
    watcher.start(library);
    await writeFile(join(watched, 'My Clippings.txt'), 'x');
    await vi.waitFor(() => expect(told).toContainEqual({ kind: 'readings-planned', plan: { id: 'p' } }), 20_000);
    expect(watcher.state().cameIn).toBe(0);
  });

  it.each(['', 'library', 'library/articles'])('is never the library, nor what it lies in or what lies in it (%s)', async (name) => {
    await mkdir(join(folder, 'library', 'articles'), { recursive: true });
    const wrong = join(folder, name);
    expect(await open().chooseFolder(wrong)).toEqual(fail({ code: 'watch-misplaced', folder: wrong }));
    const given = open(wrong);
    await writeFile(join(wrong, 'a.txt'), 'x');
    given.start(library);
    await vi.waitFor(() => expect(given.state().failed).toEqual([{ name: wrong, fault: { code: 'watch-misplaced', folder: wrong } }]), 20_000);
    expect(came).toEqual([]);
  });

  it('is not looked into any more once none is watched, and says when it is not there', async () => {
    const watcher = open();
    watcher.start(library);
    await watcher.chooseFolder(watched);
    expect(await watcher.chooseFolder(null)).toMatchObject({ ok: true, value: { folder: null } });
    expect(await watcher.chooseFolder(join(folder, 'none'))).toMatchObject({ ok: true, value: { folder: join(folder, 'none'), isThere: false } });
  });
});
