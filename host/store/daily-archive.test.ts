import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyArchive } from './archive.ts';
import { archiveFolder, archiveName } from './archive-folder.ts';
import type { ArchiveJob } from './archive-work.ts';
import { archiveWhenDue } from './daily-archive.ts';
import type { Disk } from './durable-file.ts';
import { machineFileSystem } from './file-system.ts';
import { makeFailingFileSystem } from './testing/failing-file-system.ts';
import { makeScratchFolder } from './testing/fixtures.ts';
import { makeRealLibrary, testDisk } from './testing/real-library.ts';

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
let archives: string;
let nowMs: number;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
  archives = archiveFolder(folder);
  nowMs = Date.now() + HOUR;
  await makeRealLibrary(folder);
});
afterEach(() => scratch.remove());

const disk = (change: Partial<Disk> = {}): Disk => ({ ...testDisk, clock: { nowMs: () => nowMs }, ...change });
const archive = (job: Partial<ArchiveJob> = {}, change: Partial<Disk> = {}) => archiveWhenDue(disk(change), { folder, archives, mayMakeFolder: true, isForced: false, ...job });
const zips = async (where = archives) => (await readdir(where).catch((): string[] => [])).sort();

/** Lets the settings have been changed at the present time. */
async function touch(): Promise<void> {
  await utimes(join(folder, 'settings.json'), new Date(nowMs), new Date(nowMs));
}

describe('the daily archive', () => {
  it('is made where there is none, verified, and under the library’s name', async () => {
    expect(await archive()).toMatchObject({ ok: true, value: { isMade: true, latest: { file: join(archives, archiveName(folder, nowMs)) } } });
    expect(await verifyArchive(testDisk, join(archives, archiveName(folder, nowMs)))).toMatchObject({ library: { name: 'Reading' } });
  });

  it('is not made twice a day, nor of a library that has not changed; when asked for, it always is', async () => {
    await archive();
    nowMs += HOUR;
    await touch();
    expect(await archive()).toMatchObject({ value: { isMade: false } });
    nowMs += DAY;
    expect(await archive()).toMatchObject({ value: { isMade: true } });
    nowMs += 3 * DAY;
    expect(await archive()).toMatchObject({ value: { isMade: false, latest: { timeMs: Math.floor((nowMs - 3 * DAY) / 1_000) * 1_000 } } });
    expect(await archive({ isForced: true })).toMatchObject({ value: { isMade: true } });
    expect(await zips()).toHaveLength(3);
  });

  it.each([
    ['an article is new', () => writeFile(join(folder, 'articles', '01m8000000000000000000000a.json'), '{}').then(() => utimes(join(folder, 'articles', '01m8000000000000000000000a.json'), 1, 1))],
    ['an article is gone', async () => rm(join(folder, 'articles', (await readdir(join(folder, 'articles')))[0] ?? ''))],
    ['a document has another size', () => writeFile(join(folder, 'codebook.json'), '{}').then(() => utimes(join(folder, 'codebook.json'), 1, 1))],
    ['a document was written since', touch],
  ])('sees that the library has changed when %s', async (_, change) => {
    await archive();
    nowMs += 2 * DAY;
    await change();
    expect(await archive()).toMatchObject({ value: { isMade: true } });
  });

  it('is made again when the clock has gone back, and does not wait for the date of one that lies ahead', async () => {
    await archive();
    nowMs -= 400 * DAY;
    expect(await archive()).toMatchObject({ value: { isMade: true } });
    expect(await archive()).toMatchObject({ value: { isMade: false } });
  });

  it('of two in one second has two names', async () => {
    await archive({ isForced: true });
    await archive({ isForced: true });
    expect(await zips()).toHaveLength(2);
  });

  it('goes to a folder that a user chose only if that is there', async () => {
    const chosen = join(scratch.folder, 'stick');
    expect(await archive({ archives: chosen, mayMakeFolder: false })).toEqual({ ok: false, fault: { code: 'backup-failed', folder: chosen, reason: 'folder-missing' } });
    expect(await readdir(scratch.folder)).toEqual(['Reading']);
    await mkdir(chosen);
    expect(await archive({ archives: chosen, mayMakeFolder: false })).toMatchObject({ value: { isMade: true } });
    expect(await archive({ archives: join(folder, 'articles'), mayMakeFolder: false })).toMatchObject({ fault: { reason: 'inside-library' } });
  });
});

describe('thinning in the folder of archives', () => {
  /** A folder with an archive of each of so many days. */
  async function makeDays(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      nowMs += DAY;
      await archive({ isForced: true });
    }
  }

  it('leaves seven days and four weeks of sixty days of work', async () => {
    await makeDays(60);
    expect(await zips()).toHaveLength(11);
    for (const name of await zips()) await verifyArchive(testDisk, join(archives, name));
  });

  it('touches nothing that this naming has not made, no archive of another library, and none that can’t be read', async () => {
    const other = join(scratch.folder, 'elsewhere', 'Reading');
    await makeRealLibrary(other);
    const old = Date.parse('2020-02-03T10:00:00.000Z');
    await archiveWhenDue(disk({ clock: { nowMs: () => old } }), { folder: other, archives, mayMakeFolder: true, isForced: true });
    await archiveWhenDue(disk({ clock: { nowMs: () => old + 2 * HOUR } }), { folder: other, archives, mayMakeFolder: true, isForced: true });
    await rename(join(archives, archiveName(other, old)), join(archives, 'Reading before the move.zip'));
    await writeFile(join(archives, archiveName(folder, old + HOUR)), 'cut short');
    await writeFile(join(archives, 'notes.txt'), 'mine');
    const strangers = await zips();
    await makeDays(30);
    const left = await zips();
    expect(strangers.filter((name) => !left.includes(name))).toEqual([]);
    expect(left.length - strangers.length).toBeLessThanOrEqual(11);
  });

  it('removes nothing when no new archive could be made', async () => {
    await makeDays(9);
    const before = await zips();
    nowMs += 20 * DAY;
    const files = { ...machineFileSystem, createFile: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) };
    expect(await archive({ isForced: true }, { files })).toEqual({ ok: false, fault: { code: 'backup-failed', folder: archives, reason: 'disk-full' } });
    expect(await zips()).toEqual(before);
  });

  it('on a disk of which any call fails keeps every archive whole, the latest among them, and says what was wrong', async () => {
    await makeDays(14);
    for (let failAt = 1; ; failAt += 1) {
      nowMs += DAY;
      const before = await zips();
      const files = makeFailingFileSystem(machineFileSystem);
      files.arm(failAt, failAt % 3 === 0 ? 'ENOSPC' : failAt % 3 === 1 ? 'EIO' : 'EACCES');
      const made = await archive({ isForced: true }, { files });
      if (!made.ok) expect(['backup-failed', 'document-unreadable']).toContain(made.fault.code);
      if (made.ok) expect(await zips()).toContain(archiveName(folder, nowMs));
      else expect(await zips()).toEqual(expect.arrayContaining(before.slice(-7)));
      for (const name of await zips()) if (name.endsWith('.zip')) await verifyArchive(testDisk, join(archives, name));
      if (files.failed() === null) break;
    }
  });

  it('names the file of the library that can’t be read, and removes nothing', async () => {
    await makeDays(9);
    const before = await zips();
    nowMs += DAY;
    const files = { ...machineFileSystem, readFile: (path: string) => (path.endsWith('codebook.json') ? Promise.reject(Object.assign(new Error('bad sector'), { code: 'EIO' })) : readFile(path)) };
    expect(await archive({ isForced: true }, { files })).toMatchObject({ fault: { code: 'document-unreadable', file: 'codebook.json' } });
    expect(await zips()).toEqual(before);
  });
});
