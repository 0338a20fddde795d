import { cp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { sha256 } from './canonical-json.ts';
import { isTemporary } from './durable-file.ts';
import { machineFileSystem } from './file-system.ts';
import { LOCK_NAME } from './lock.ts';
import { type Failure, makeFailingFileSystem } from './testing/failing-file-system.ts';
import { makeScratchFolder, openForTest } from './testing/fixtures.ts';
import { type DiskState, makeRecordingFileSystem, materialise, type Operation, statesAfterPowerCut } from './testing/power-cut.ts';
import { type Acknowledged, look, type WriteBench } from './testing/acknowledged-saves.ts';
import { makeBench, migratedChain, type WritePath, writePaths } from './testing/write-paths.ts';

const failures: readonly Failure[] = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EBUSY', 'EPERM', 'EMFILE', 'short-write'];
/** Each call fails in one way, in turn; `npm run soak` lets each fail in every way. */
const isThorough = process.env['LECTERN_SOAK'] === '1';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
beforeAll(async () => {
  scratch = await makeScratchFolder();
  await makeBench(join(scratch.folder, 'template', 'Reading'));
});
afterAll(() => scratch.remove());

const benchAt = (root: string, files: WriteBench['files'] = machineFileSystem): WriteBench => ({ root, folder: join(root, 'Reading'), files });

/** A library of its own on which that is about to be written. */
async function prepare(path: WritePath): Promise<string> {
  const prepared = join(scratch.folder, `${writePaths.indexOf(path)}`);
  await cp(join(scratch.folder, 'template'), prepared, { recursive: true, preserveTimestamps: true });
  await path.prepare?.(benchAt(prepared));
  return prepared;
}

const wait = async () => undefined;
const chainOf = (path: WritePath) => (path.name === 'migrating' ? migratedChain : []);

/** Opens what is left as a start would, and sees that nothing that was there before has suffered, and that all that was acknowledged is there. */
async function expectWhole(path: WritePath, bench: WriteBench, acknowledged: readonly Acknowledged[]): Promise<void> {
  const chain = chainOf(path);
  // A lock whose release failed, or that was cut off from the power, belongs to a process that is gone by then.
  await rm(join(bench.folder, LOCK_NAME), { force: true });
  const { store, close } = await openForTest(bench.folder, { wait, chain });
  const settings = await store.updateSettings({ measure: 500 });
  expect(settings.ok).toBe(true);
  await close(2_000);
  const found = await look(bench, chain);
  expect(found).toMatchObject({ titles: expect.arrayContaining(['Article 1']), notes: ['Kept.'], damaged: [], areTextsWhole: true });
  expect(found.tagCount).toBeGreaterThan(0);
  expect(acknowledged.filter(({ isIn }) => !isIn(found)).map(({ what }) => what)).toEqual([]);
  const names = await readdir(bench.folder, { recursive: true });
  expect(names.filter((name) => name.endsWith('.tmp') || name.includes(LOCK_NAME))).toEqual([]);
}

describe.each(writePaths)('$name', (path) => {
  it('is done, or refused in words with everything as it was, whichever call of the disk fails', { timeout: 1_800_000 }, async () => {
    const prepared = await prepare(path);
    const root = join(prepared, '..', 'attempt');
    let attempts = 0;
    for (const [turn] of isThorough ? failures.entries() : [[0]]) {
      for (let failAt = 1; ; failAt += 1) {
        await cp(prepared, root, { recursive: true, preserveTimestamps: true });
        const files = makeFailingFileSystem();
        files.arm(failAt, failures[(failAt + (turn ?? 0)) % failures.length] ?? 'EIO');
        const acknowledged: Acknowledged[] = [];
        const written = await path.write({ ...benchAt(root, files), acknowledge: (given) => acknowledged.push(given) });
        files.disarm();
        if (!written.ok) expect(faultSentence(written.fault)).not.toContain('inside Lectern');
        else if (!path.tellsHowMuch) expect(await path.isDone(benchAt(root))).toBe(true);
        await expectWhole(path, benchAt(root), acknowledged);
        await rm(root, { recursive: true });
        attempts += 1;
        if (files.failed() === null) break;
      }
    }
    expect(attempts).toBeGreaterThan(10);
  });

  it('leaves what was there before or what it was to write, wherever the power is cut', { timeout: 1_800_000 }, async () => {
    const prepared = await prepare(path);
    const before = await operationsThatMade(prepared);
    const recording = makeRecordingFileSystem(machineFileSystem, prepared);
    const acknowledged: (Acknowledged & { readonly at: number })[] = [];
    const acknowledge = (given: Acknowledged) => void acknowledged.push({ ...given, at: recording.operations.length });
    expect((await path.write({ ...benchAt(prepared, recording.files), acknowledge })).ok).toBe(true);
    expect(namesChangedUnlocked(recording.operations)).toEqual([]);
    const root = join(prepared, '..', 'after');
    const seen = new Set<string>();
    for (let done = 0; done <= recording.operations.length; done += 1) {
      for (const state of statesAfterPowerCut([...before, ...recording.operations.slice(0, done)])) {
        const key = keyOf(state);
        if (seen.has(key)) continue;
        seen.add(key);
        await materialise(state, root);
        if (done === recording.operations.length) expect(await path.isDone(benchAt(root))).toBe(true);
        await expectWhole(path, benchAt(root), acknowledged.filter(({ at }) => at <= done));
        await rm(root, { recursive: true });
      }
    }
    expect(seen.size).toBeGreaterThan(3);
  });
});

describe('the power cuts', () => {
  it('show a loss where a disk only says that it has flushed, so that they can see one', async () => {
    const [path] = writePaths;
    if (!path) throw new Error('There are no write paths');
    const prepared = await prepare(path);
    const before = await operationsThatMade(prepared);
    const { files, operations } = makeRecordingFileSystem(machineFileSystem, prepared);
    const lying = { ...files, syncFolder: async () => undefined, createFile: async (name: string) => ({ ...(await files.createFile(name)), sync: async () => undefined }) };
    const acknowledged: Acknowledged[] = [];
    await path.write({ ...benchAt(prepared, lying), acknowledge: (given) => acknowledged.push(given) });
    const root = join(prepared, '..', 'lying');
    let lost = 0;
    for (const state of statesAfterPowerCut([...before, ...operations])) {
      await materialise(state, root);
      const found = await look(benchAt(root));
      if (acknowledged.some(({ isIn }) => !isIn(found))) lost += 1;
      await rm(root, { recursive: true });
    }
    expect(acknowledged).not.toEqual([]);
    expect(lost).toBeGreaterThan(0);
  });
});

/** The names in the library that were given or taken while nobody of ours held its lock. Temporary names and the lock's own are nobody's. */
function namesChangedUnlocked(operations: readonly Operation[]): readonly string[] {
  const isOurs = (name: string) => name.startsWith('Reading/') && !name.includes(LOCK_NAME) && !name.includes('~theirs') && !isTemporary(basename(name));
  const changed: string[] = [];
  let isLocked = false;
  for (const operation of operations) {
    const { kind, path } = operation;
    const name = 'to' in operation ? operation.to : path;
    if (name === `Reading/${LOCK_NAME}`) isLocked = kind !== 'remove';
    else if (!isLocked && ['create', 'remove', 'rename', 'link'].includes(kind) && isOurs(name)) changed.push(name);
  }
  return changed;
}

/** A folder as if it had just been written and flushed, all of it. */
async function operationsThatMade(folder: string): Promise<readonly Operation[]> {
  const operations: Operation[] = [];
  const folders = new Set<string>();
  for (const name of await readdir(folder, { recursive: true })) {
    if (!(await stat(join(folder, name))).isFile()) continue;
    operations.push({ kind: 'create', path: name }, { kind: 'write', path: name, bytes: await readFile(join(folder, name)) }, { kind: 'sync', path: name });
    folders.add(name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '');
  }
  return [...operations, ...[...folders].map((path): Operation => ({ kind: 'sync-folder', path }))];
}

/** A state by its files; those of writes under way are all alike but for their chance names. */
const keyOf = (state: DiskState): string => [...state].map(([name, bytes]) => `${name} ${sha256(bytes)}`).sort().join('\n');
