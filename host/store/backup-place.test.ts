import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBackupPlace } from './backup-place.ts';
import { makeMachineSettings } from './machine-settings.ts';
import { makeFailingFileSystem } from './testing/failing-file-system.ts';
import { makeScratchFolder } from './testing/fixtures.ts';
import { testDisk } from './testing/real-library.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let file: string;
let stick: string;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  file = join(scratch.folder, 'config', 'libraries', 'a.json');
  stick = join(scratch.folder, 'stick');
  await mkdir(stick);
});
afterEach(() => scratch.remove());

const placeIn = (kept: string | null, disk = testDisk) => makeBackupPlace(disk.files, makeMachineSettings(disk, kept));

describe('the place of backups', () => {
  it('is the one beside the library until another is chosen, and is remembered', async () => {
    expect(await placeIn(file).read()).toBeNull();
    expect(await placeIn(file).choose(stick)).toMatchObject({ ok: true });
    expect(await placeIn(file).read()).toBe(stick);
    await placeIn(file).choose(null);
    expect(await placeIn(file).read()).toBeNull();
  });

  it('is remembered no longer than it lasts where the library has no id', async () => {
    const place = placeIn(null);
    await place.choose(stick);
    expect(await place.read()).toBe(stick);
    expect(await placeIn(null).read()).toBeNull();
  });

  it.each(['', '{', 'null', '{"backupFolder": 5}'])('is the usual one where its file holds %j', async (text) => {
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, text);
    expect(await placeIn(file).read()).toBeNull();
  });

  it('says so when it can’t be remembered', async () => {
    const files = makeFailingFileSystem();
    files.arm(1, 'ENOSPC');
    expect(await placeIn(file, { ...testDisk, files }).choose(stick)).toMatchObject({ ok: false, fault: { code: 'disk-full' } });
  });
});

describe('what a library’s settings say of it', () => {
  it('is taken over once, where the folder is here', async () => {
    const place = placeIn(file);
    expect(await place.takeOver(stick)).toBe(true);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ backupFolder: stick });
    await place.choose(null);
    expect(await place.takeOver(stick)).toBe(false);
    expect(await place.read()).toBeNull();
  });

  it.each([
    ['a folder that is not here: it may be another machine’s', () => join(scratch.folder, 'theirs')],
    ['what is no whole path', () => 'stick'],
  ])('is left there if it is %s', async (_, setting) => {
    const place = placeIn(file);
    expect(await place.takeOver(setting())).toBe(false);
    expect(await place.read()).toBeNull();
  });

  it.each([null, 5, ''])('is not needed there any more if it is %j', async (setting) => {
    const place = placeIn(file);
    expect(await place.takeOver(setting)).toBe(true);
    expect(await place.read()).toBeNull();
  });

  it('is left there when it can’t be kept here', async () => {
    const files = makeFailingFileSystem();
    const place = placeIn(file, { ...testDisk, files });
    files.arm(3, 'EIO');
    expect(await place.takeOver(stick)).toBe(false);
  });
});
