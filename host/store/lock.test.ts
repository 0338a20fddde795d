import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LockHolder } from '../../core/base/fault.ts';
import { machineChance, machineClock } from '../machine.ts';
import type { Disk } from './durable-file.ts';
import { machineFileSystem } from './file-system.ts';
import { findHolder, LOCK_NAME, type LockOutcome, takeLock } from './lock.ts';
import { isAlive, processStart } from './processes.ts';
import { makeScratchFolder, openForTest } from './testing/fixtures.ts';

const contender = fileURLToPath(new URL('testing/contend.ts', import.meta.url));
const CONTENDERS = 20;

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
const children: ChildProcess[] = [];
beforeEach(async () => void (scratch = await makeScratchFolder()));
afterEach(async () => {
  await Promise.all(children.splice(0).map(killAndWait));
  await scratch.remove();
});

async function killAndWait(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Starts a process that wants the library, and answers what it says became of it. */
async function startContender(atMs: number): Promise<{ child: ChildProcess; outcome: string }> {
  const child = spawn(process.execPath, [contender, scratch.folder, String(atMs)], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [said] = await once(child.stdout, 'data');
  return { child, outcome: String(said).trim() };
}

const disk: Disk = { files: machineFileSystem, clock: machineClock, chance: machineChance, wait: async () => undefined };
const lockPath = () => join(scratch.folder, LOCK_NAME);
const take = (door: LockHolder['door'] = 'command'): Promise<LockOutcome> => takeLock(disk, scratch.folder, { door });
const lockFiles = async () => (await readdir(scratch.folder)).filter((name) => name.startsWith(LOCK_NAME) || name.endsWith('.tmp'));

async function writeLock(change: Readonly<Record<string, unknown>>): Promise<void> {
  const own = { pid: process.pid, host: hostname(), startedAt: new Date(0).toISOString(), door: 'desktop', processStart: await processStart(process.pid) };
  await writeFile(lockPath(), JSON.stringify({ ...own, ...change }));
}

describe('the lock of a library', () => {
  it('says who holds it', async () => {
    await take('desktop');
    expect(await take()).toEqual({ kind: 'held', holder: { pid: process.pid, host: hostname(), startedAt: expect.stringMatching(/^20.*Z$/), door: 'desktop' } });
    expect(await lockFiles()).toEqual([LOCK_NAME]);
  });

  it('is free again after its release', async () => {
    const first = await take();
    if (first.kind === 'taken') await first.lock.release();
    expect(await lockFiles()).toEqual([]);
    expect((await take()).kind).toBe('taken');
  });

  it('is not removed when it is another’s by now', async () => {
    const first = await take();
    await writeLock({ door: 'serve' });
    const theirs = await readFile(lockPath());
    if (first.kind === 'taken') await first.lock.release();
    expect(await readFile(lockPath())).toEqual(theirs);
  });

  it('of a dead process is inherited', async () => {
    await writeLock({ pid: 999_999_999 });
    expect((await take()).kind).toBe('taken');
    expect(JSON.parse(await readFile(lockPath(), 'utf8'))).toMatchObject({ pid: process.pid });
    expect(await lockFiles()).toEqual([LOCK_NAME]);
  });

  it.skipIf(!existsSync('/proc/self/stat'))('of a dead process is inherited when a later process has its number', async () => {
    await writeLock({ processStart: '1' });
    expect((await take()).kind).toBe('taken');
  });

  it('of another machine is kept, since nobody here can tell', async () => {
    await writeLock({ host: 'elsewhere', pid: 999_999_999 });
    expect(await take()).toMatchObject({ kind: 'held', holder: { host: 'elsewhere' } });
  });

  it.each([['is empty', ''], ['is not JSON', '{'], ['is another thing', '{"pid":"x"}']])('that %s is inherited once it had time to be written', async (_, text) => {
    await writeFile(lockPath(), text);
    let waitedMs = 0;
    const patient: Disk = { ...disk, wait: async (ms) => void (waitedMs += ms) };
    expect((await takeLock(patient, scratch.folder, { door: 'command' })).kind).toBe('taken');
    expect(waitedMs).toBeGreaterThanOrEqual(2_000);
  });

  it('is taken on a disk without second names too', async () => {
    const link = () => Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' }));
    const plain: Disk = { ...disk, files: { ...machineFileSystem, link } };
    expect((await takeLock(plain, scratch.folder, { door: 'serve' })).kind).toBe('taken');
    expect(await takeLock(plain, scratch.folder, { door: 'command' })).toMatchObject({ kind: 'held', holder: { door: 'serve' } });
  });

  it('is inherited from an heir that died before it came into it', async () => {
    await writeLock({ pid: 999_999_999 });
    const stopped: Disk = { ...disk, files: { ...machineFileSystem, rename: () => new Promise<void>(() => undefined) } };
    void takeLock(stopped, scratch.folder, { door: 'command' });
    // The heir stops with its claim made; then it is as if its process had died.
    while ((await lockFiles()).filter((name) => name.startsWith(`${LOCK_NAME}.`)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const claim = (await lockFiles()).find((name) => name.startsWith(`${LOCK_NAME}.`)) ?? '';
    expect((await take()).kind).toBe('held');
    const record = JSON.parse(await readFile(join(scratch.folder, claim), 'utf8'));
    await writeFile(join(scratch.folder, claim), JSON.stringify({ ...record, pid: 999_999_999 }));
    expect((await take()).kind).toBe('taken');
    expect((await lockFiles()).filter((name) => name.startsWith(LOCK_NAME))).toEqual([LOCK_NAME]);
  });

  it('goes to one of twenty who want a dead process’s at the same moment', async () => {
    const { child, outcome } = await startContender(0);
    expect(outcome).toBe('won');
    await killAndWait(child);
    expect(existsSync(lockPath())).toBe(true);
    const atMs = Date.now() + 4_000;
    const outcomes = await Promise.all(Array.from({ length: CONTENDERS }, () => startContender(atMs)));
    expect(outcomes.map((each) => each.outcome).sort()).toEqual([...Array<string>(CONTENDERS - 1).fill('library-locked'), 'won']);
    expect((await lockFiles()).filter((name) => name.startsWith(LOCK_NAME))).toEqual([LOCK_NAME]);
  });

  it('goes to one of many, in whatever order the disk answers them', async () => {
    const slow = <A extends unknown[], R>(operation: (...given: A) => Promise<R>) => async (...given: A): Promise<R> => {
      for (let turns = Math.floor(Math.random() * 12); turns > 0; turns -= 1) await new Promise(setImmediate);
      return operation(...given);
    };
    const { readFile: read, link, rename, remove, createFile, ...others } = machineFileSystem;
    const shuffled: Disk = { ...disk, files: { ...others, readFile: slow(read), link: slow(link), rename: slow(rename), remove: slow(remove), createFile: slow(createFile) } };
    for (let round = 0; round < 60; round += 1) {
      await writeLock({ pid: 999_999_999, startedAt: new Date(round).toISOString() });
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => takeLock(shuffled, scratch.folder, { door: 'command' })));
      expect(outcomes.filter((outcome) => outcome.kind === 'taken')).toHaveLength(1);
      expect((await lockFiles()).filter((name) => name.startsWith(LOCK_NAME))).toEqual([LOCK_NAME]);
    }
  });

  it.each([['is waited for, as long as the patience lasts', 1_000, 'taken', 500], ['is named when patience has run out', 200, 'held', 200]] as const)('of a command %s', async (_, patienceMs, kind, waits) => {
    const first = await take('command');
    let waitedMs = 0;
    const patient: Disk = {
      ...disk,
      async wait(ms) {
        waitedMs += ms;
        if (waitedMs === 500 && first.kind === 'taken') await first.lock.release();
      },
    };
    expect((await takeLock(patient, scratch.folder, { door: 'desktop', patienceMs })).kind).toBe(kind);
    expect(waitedMs).toBe(waits);
  });

  it('of the app is not waited for', async () => {
    await take('desktop');
    const hasty: Disk = { ...disk, wait: () => Promise.reject(new Error('waited')) };
    expect((await takeLock(hasty, scratch.folder, { door: 'command', patienceMs: 1_000 })).kind).toBe('held');
  });

  it('names the side door of its holder to the commands of this machine, as long as that lives', async () => {
    expect(await findHolder(disk, scratch.folder)).toBe(null);
    await takeLock(disk, scratch.folder, { door: 'serve', sideDoor: '/run/door' });
    expect(await findHolder(disk, scratch.folder)).toMatchObject({ sideDoor: '/run/door', holder: { pid: process.pid, door: 'serve' } });
    await writeLock({});
    expect(await findHolder(disk, scratch.folder)).toMatchObject({ sideDoor: null });
    for (const other of [{ host: 'elsewhere' }, { pid: 999_999_999 }]) {
      await writeLock({ ...other, sideDoor: '/run/door' });
      expect(await findHolder(disk, scratch.folder)).toBe(null);
    }
  });

  it('is given up by a library that closes', async () => {
    const { close } = await openForTest(scratch.folder);
    expect((await take()).kind).toBe('held');
    await close(2_000);
    expect((await take()).kind).toBe('taken');
  });
});

describe('a process', () => {
  it('is alive when it is this one, and not when there is none of its number', () => {
    expect([isAlive(process.pid), isAlive(999_999_999)]).toEqual([true, false]);
  });
});
