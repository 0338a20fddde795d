import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackupState } from '../../core/library/ports.ts';
import { archiveFolder } from './archive-folder.ts';
import { makeArchiveKeeper } from './archive-keeper.ts';
import { type BackupPlace, makeBackupPlace } from './backup-place.ts';
import { makeMachineSettings } from './machine-settings.ts';
import { sha256 } from './canonical-json.ts';
import { runArchiveWorker } from './run-archive-worker.ts';
import { makeSaveCounter } from './save-counter.ts';
import { makeScratchFolder } from './testing/fixtures.ts';
import { makeRealLibrary, testDisk } from './testing/real-library.ts';

const workerUrl = new URL('archive-worker.ts', import.meta.url);

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
let settings: { dailyBackup: boolean };
let place: BackupPlace;
let saves: ReturnType<typeof makeSaveCounter>;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
  settings = { dailyBackup: true };
  place = makeBackupPlace(testDisk.files, makeMachineSettings(testDisk, join(scratch.folder, 'config', 'library.json')));
  saves = makeSaveCounter();
  await makeRealLibrary(folder);
});
afterEach(() => scratch.remove());

function fail(error: unknown): never {
  throw error;
}
const keep = () => makeArchiveKeeper({
  folder, place, log: fail, readSettings: async () => settings,
  run: (job) => runArchiveWorker(job, { disk: testDisk, saves: saves.shared, workerUrl, log: fail }),
  show: (path) => path.replace(scratch.folder, '~'),
});
const zips = () => readdir(archiveFolder(folder)).catch((): string[] => []);
const addBallast = async () => {
  for (let count = 0; count < 60; count += 1) await writeFile(join(folder, 'originals', `${sha256(`${count}`)}.bin`), crypto.getRandomValues(new Uint8Array(60_000)));
};

describe('the keeper of daily archives', () => {
  it('makes one in a thread of its own when it is due, and says where and when', async () => {
    const keeper = keep();
    const told: BackupState[] = [];
    keeper.listen((state) => told.push(state));
    await keeper.check();
    const [made] = await zips();
    expect(keeper.state()).toMatchObject({ folder: '~/Reading backups', latest: { file: `~/Reading backups/${made}` }, isUnderWay: false, fault: null });
    expect(told.map(({ isUnderWay }) => isUnderWay)).toEqual([true, false, false]);
    await keeper.check();
    expect(await zips()).toEqual([made]);
    await keeper.close();
  });

  it('makes none where it is turned off, unless asked', async () => {
    settings.dailyBackup = false;
    const keeper = keep();
    await keeper.check();
    expect(await zips()).toEqual([]);
    expect(await keeper.backUpNow()).toMatchObject({ ok: true, value: { latest: { file: expect.stringContaining('Reading') } } });
    await keeper.close();
  });

  it.each([
    ['a folder that is not there', () => join(scratch.folder, 'stick'), { folder: '~/stick', reason: 'folder-missing' }],
    ['what is no whole path', () => 'backups', { folder: 'backups', reason: 'not-a-path' }],
  ])('says so of %s, until one can be made again', async (_, chosen, fault) => {
    const keeper = keep();
    expect(await keeper.chooseFolder(chosen())).toMatchObject({ ok: true, value: { isFolderChosen: true } });
    await keeper.check();
    expect(keeper.state()).toMatchObject({ latest: null, fault: { code: 'backup-failed', ...fault } });
    expect(await keeper.chooseFolder(null)).toMatchObject({ ok: true, value: { folder: '~/Reading backups', isFolderChosen: false } });
    await keeper.check();
    expect(keeper.state()).toMatchObject({ fault: null, latest: {} });
    await keeper.close();
  });

  const script = (source: string) => new URL(`data:text/javascript,${encodeURIComponent(source)}`);
  it.each([
    ['dies of a bug', script('throw new Error("a bug");'), 'a bug'],
    ['runs out of memory', script('const all = []; for (;;) all.push(new Array(1e6).fill(all.length));'), 'ERR_WORKER_OUT_OF_MEMORY'],
    ['ends without a word', script('process.exit(3);'), null],
  ])('says that none was made when its thread %s, leaves nothing of it, and goes on', async (_, dying, told) => {
    const logged: unknown[] = [];
    let url = dying;
    const keeper = makeArchiveKeeper({
      folder, place, log: (error) => logged.push(error), readSettings: async () => settings, show: (path) => path.replace(scratch.folder, '~'),
      run: (job) => runArchiveWorker(job, { disk: testDisk, saves: saves.shared, workerUrl: url, log: (error) => logged.push(error) }),
    });
    await mkdir(archiveFolder(folder));
    await writeFile(join(archiveFolder(folder), `.${process.pid}-0123456789abcdef.tmp`), 'half');
    const fault = { code: 'backup-failed', folder: '~/Reading backups', reason: 'broken-off' };
    await keeper.check();
    expect(keeper.state()).toMatchObject({ latest: null, isUnderWay: false, fault });
    expect(await keeper.backUpNow()).toEqual({ ok: false, fault });
    expect(await zips()).toEqual([]);
    expect(logged.length > 0).toBe(told !== null);
    if (told !== null) expect(inspect(logged[0])).toContain(told);
    url = workerUrl;
    await keeper.check();
    expect(keeper.state()).toMatchObject({ fault: null, latest: {} });
    await keeper.close();
  });

  it('says that none was made when it stumbles before its thread begins', async () => {
    const logged: unknown[] = [];
    const keeper = makeArchiveKeeper({
      folder, place, log: (error) => logged.push(error), readSettings: async () => settings, show: (path) => path.replace(scratch.folder, '~'),
      run: () => fail(new Error('no thread')),
    });
    await keeper.check();
    expect(keeper.state()).toMatchObject({ isUnderWay: false, fault: { code: 'backup-failed', reason: 'broken-off' } });
    expect(logged).toMatchObject([{ message: 'no thread' }]);
    await keeper.close();
  });

  it('sends them to the folder that was chosen on this machine, from the start and once it is chosen', async () => {
    const stick = join(scratch.folder, 'stick');
    await mkdir(stick);
    await place.choose(stick);
    const keeper = keep();
    keeper.start();
    await vi.waitFor(() => expect(keeper.state()).toMatchObject({ folder: '~/stick', isFolderChosen: true }));
    await keeper.check();
    expect((await readdir(stick)).filter((name) => name.endsWith('.zip'))).toHaveLength(1);
    await keeper.close();
  });

  it('lets saves go first', async () => {
    const saved = Promise.withResolvers<void>();
    const saving = saves.during(() => saved.promise);
    const keeper = keep();
    const checking = keeper.check();
    await wait(300);
    expect(await zips()).toEqual([]);
    saved.resolve();
    await Promise.all([saving, checking]);
    expect(await zips()).toHaveLength(1);
    await keeper.close();
  });

  it('stops at once when the library is closed, and leaves no half archive', async () => {
    await addBallast();
    for (const afterMs of [0, 60, 120, 180, 240, 300]) {
      const keeper = keep();
      const making = keeper.backUpNow();
      await wait(afterMs);
      await keeper.close();
      expect(await making).toMatchObject({ ok: true });
      expect((await zips()).filter((name) => !name.endsWith('.zip'))).toEqual([]);
    }
  });
});
