import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { succeed } from '../../core/base/result.ts';
import type { LibraryEvent } from '../../core/library/events.ts';
import { openSideDoor } from '../side-door/open-side-door.ts';
import { startLibrary } from '../start-library.ts';
import { isTemporary } from '../store/durable-file.ts';
import { LOCK_NAME, takeLock } from '../store/lock.ts';
import { machineDisk } from '../store/machine-disk.ts';
import { type Ran, runLectern } from './testing/run-lectern.ts';

const root = new URL('../../', import.meta.url);
const holder = fileURLToPath(new URL('testing/hold-library.ts', import.meta.url));
const ARTICLE = 'Who may pass the straits\n\nShips of all states enjoy a right of passage that no coastal state may suspend, and they enjoy it on the surface as below it.\n';
const AT_ONCE = 20;

// Each test starts many processes.
vi.setConfig({ testTimeout: 300_000 });

let home: string;
let library: string;
let cache: string;
const children: ChildProcess[] = [];
const lectern = (args: readonly string[], input?: string): Promise<Ran> => runLectern([...args, '--library', library], input, { LECTERN_CACHE: cache });
const importText = async (text: string): Promise<string> => (await lectern(['import', '-'], text)).stdout.slice(0, 26);

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lectern-beside-'));
  library = join(home, 'library');
  cache = join(home, 'cache');
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => end(child, 'SIGKILL')));
  await rm(home, { recursive: true, force: true });
});

/** Opens the library in a process of its own. */
async function openElsewhere(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [holder, library], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LECTERN_CACHE: cache } });
  children.push(child);
  expect(String((await once(child.stdout, 'data'))[0])).toBe('open\n');
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

const expectDone = (ran: Ran) => expect(ran).toMatchObject({ status: 0, stderr: '' });
const sideDoors = async () => (await readdir(cache)).filter((name) => name.startsWith('lectern-door-'));

describe('a command, while a Lectern has the library open', () => {
  it('does its work through it, and prints what it prints without it', async () => {
    const id = await importText(ARTICLE);
    const serve = await openElsewhere();
    const file = join(home, 'Passage.md');
    await writeFile(file, '# Innocent passage\n\nIt is continuous and expeditious.\n');
    expectDone(await lectern(['highlight', id, '--quote', 'right of passage', '--tag', 'law', '--note', 'Whose?']));
    const imported = await lectern(['import', file, join(home, 'missing.txt'), '-'], 'No title stands over this text, which somebody typed and which goes on for quite a while, to its end.\n');
    expect(imported).toMatchObject({ status: 1, stderr: expect.stringContaining('there is no such file'), stdout: expect.stringMatching(/^[0-9a-z]{26}\tInnocent passage\n[0-9a-z]{26}\tNo title stands over/) });
    const commands = [['list', '--json'], ['show', id], ['search', 'passage'], ['export', '--out', '-'], ['show', 'zzzz'], ['highlight', id, '--quote', 'submarines']];
    const through: Ran[] = [];
    for (const command of commands) through.push(await lectern(command));
    await end(serve, 'SIGTERM');
    expect(existsSync(join(library, LOCK_NAME))).toBe(false);
    for (const [index, command] of commands.entries()) expect(await lectern(command)).toEqual(through[index]);
  });

  it('that only reads asks it too, not the disk', async () => {
    await importText(ARTICLE);
    const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as { version: string };
    const door = await openSideDoor({ parents: [cache], version, log: () => undefined });
    await takeLock(machineDisk, library, { door: 'desktop', sideDoor: door.folder });
    const asked: string[] = [];
    const dispatch = async (path: string) => {
      asked.push(path);
      return succeed({ name: 'Made up', articles: [], tags: [], damaged: [] });
    };
    door.admit({ uploads: { hold: () => '' }, router: { paths: [], dispatch } });
    try {
      expect(await lectern(['list', '--json'])).toEqual({ status: 0, stdout: '[]\n', stderr: '' });
      expect(asked).toEqual(['library.rescan', 'library.overview']);
    } finally {
      await door.close();
    }
  });

  it('shows the Lectern at once what it did', async () => {
    const id = await importText(ARTICLE);
    const app = await startLibrary({ folder: library, door: 'desktop', mode: 'write', root, workerUrl: new URL('host/import/import-worker.ts', root), log: () => undefined, cacheFolder: cache });
    if (!app.ok) throw new Error(app.fault.code);
    const events: LibraryEvent[] = [];
    app.value.library.listen((event) => events.push(event));
    try {
      expectDone(await lectern(['highlight', id, '--quote', 'coastal state']));
      expect(events).toContainEqual(expect.objectContaining({ kind: 'library-changed', change: expect.objectContaining({ articles: [expect.objectContaining({ id, highlightCount: 1 })] }) }));
      const imported = await importText('A second one\n\nIt has some words too.\n');
      expect(events.at(-1)).toMatchObject({ kind: 'library-changed', change: { articles: [{ id: imported, title: 'A second one' }] } });
    } finally {
      await app.value.close();
    }
  });

  it('loses nothing when there are twenty at once', async () => {
    const id = await importText(ARTICLE);
    const serve = await openElsewhere();
    const words = ARTICLE.split(/\s+/).slice(6, 6 + AT_ONCE / 2);
    const ran = await Promise.all([
      ...words.map((word, index) => lectern(['highlight', id, '--quote', word, '--occurrence', '1', '--note', `note ${index}`])),
      ...words.map((_, index) => lectern(['import', '-'], `Article ${index}\n\nIts words are few.\n`)),
    ]);
    ran.forEach(expectDone);
    await end(serve, 'SIGTERM');
    const listed = JSON.parse((await lectern(['list', '--json'])).stdout) as { title: string }[];
    expect(listed.map(({ title }) => title).sort()).toEqual([...words.map((_, index) => `Article ${index}`), 'Who may pass the straits'].sort());
    const shown = JSON.parse((await lectern(['show', id, '--json'])).stdout) as { article: { highlights: { note: string }[] } };
    expect(shown.article.highlights.map(({ note }) => note).sort()).toEqual(words.map((_, index) => `note ${index}`).sort());
  });

  it('takes over from one that was killed, and clears its side door away', async () => {
    const id = await importText(ARTICLE);
    const serve = await openElsewhere();
    const [door = ''] = await sideDoors();
    expect(await readdir(join(cache, door))).toContain('socket');
    await end(serve, 'SIGKILL');
    expect(existsSync(join(library, LOCK_NAME))).toBe(true);
    expectDone(await lectern(['highlight', id, '--quote', 'coastal state']));
    expect(existsSync(join(library, LOCK_NAME))).toBe(false);
    expect(await sideDoors()).toEqual([]);
  });

  it('that repairs needs the library for itself, and says who has it', async () => {
    await importText(ARTICLE);
    const serve = await openElsewhere();
    expect(await lectern(['check', '--repair'])).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^“lectern serve” \(process \d+ .* open\. Nothing was changed\. Quit it and try again/) });
    expect(await lectern(['serve'])).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^“lectern serve” \(process/) });
    await end(serve, 'SIGTERM');
    expectDone(await lectern(['check', '--repair']));
  });
});

describe('a Lectern that has the library and no door that opens', () => {
  /** The app's part, played by this test: it holds the lock and has the side door that it says. */
  async function holdAs(sideDoor: string | undefined): Promise<string> {
    const id = await importText(ARTICLE);
    await takeLock(machineDisk, library, { door: 'desktop', sideDoor });
    return id;
  }

  const expectNamed = (ran: Ran) => expect(ran).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^The Lectern app \(process \d+ .*has the library .* open\. Nothing was changed\./) });

  it('is named when something is to be written, and reading goes on beside it', async () => {
    const id = await holdAs(undefined);
    expectNamed(await lectern(['highlight', id, '--quote', 'coastal state']));
    expectNamed(await lectern(['import', '-'], ARTICLE));
    expect(await lectern(['list'])).toMatchObject({ status: 0, stdout: expect.stringContaining(id) });
  });

  it.skipIf(process.platform === 'win32')('is named when others could have come in where it is', async () => {
    const door = await openSideDoor({ parents: [cache], version: '0.0.1', log: () => undefined });
    const id = await holdAs(door.folder);
    try {
      await chmod(door.folder, 0o755);
      expectNamed(await lectern(['highlight', id, '--quote', 'coastal state']));
    } finally {
      await door.close();
    }
  });

  it('is named when it does not answer', async () => {
    const door = await openSideDoor({ parents: [cache], version: '0.0.1', log: () => undefined });
    const id = await holdAs(door.folder);
    try {
      expectNamed(await lectern(['highlight', id, '--quote', 'coastal state']));
      expect(await lectern(['list'])).toMatchObject({ status: 0, stdout: expect.stringContaining(id) });
    } finally {
      await door.close();
    }
  });

  it('is named with its version when that is another, and reading goes on beside it', async () => {
    const door = await openSideDoor({ parents: [cache], version: '0.0.1', log: () => undefined });
    const id = await holdAs(door.folder);
    door.admit({ uploads: { hold: () => '' }, router: { paths: [], dispatch: () => Promise.reject(new Error('asked')) } });
    try {
      const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as { version: string };
      expect(await lectern(['highlight', id, '--quote', 'coastal state'])).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(`open and is version 0.0.1; this command is version ${version}. Nothing was changed.`) });
      expect(await lectern(['list'])).toMatchObject({ status: 0, stdout: expect.stringContaining(id) });
    } finally {
      await door.close();
    }
  });
});

describe('a command, while another has the library', () => {
  it('waits until that has ended', async () => {
    const id = await importText(ARTICLE);
    const other = await takeLock(machineDisk, library, { door: 'command' });
    const waiting = lectern(['highlight', id, '--quote', 'coastal state']);
    // It has its own lock ready beside ours.
    while (!(await readdir(library)).some(isTemporary)) await new Promise((resolve) => setTimeout(resolve, 5));
    if (other.kind === 'taken') await other.lock.release();
    expectDone(await waiting);
  });

  it('says who has it when that takes too long', async () => {
    const id = await importText(ARTICLE);
    await takeLock(machineDisk, library, { door: 'command' });
    expect(await lectern(['highlight', id, '--quote', 'coastal state'])).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Another lectern command \(process/) });
  });
});
