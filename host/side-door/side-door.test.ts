import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, symlink } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Result, succeed } from '../../core/base/result.ts';
import type { Source } from '../../core/import/source.ts';
import { LOCK_NAME, takeLock } from '../store/lock.ts';
import { machineDisk } from '../store/machine-disk.ts';
import { type Entry, enterSideDoor, type Guest } from './enter-side-door.ts';
import { openSideDoor, type SideDoorOptions } from './open-side-door.ts';
import { judgeSideDoor, SIDE_DOOR_HOST, socketPath } from './side-door-place.ts';

const VERSION = '1.2.3';
const isRoot = process.getuid?.() === 0;
const isPosix = process.platform !== 'win32';

async function makeFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A library that this process holds, with a side door to a router that answers what it was asked. */
async function hold(options: Partial<SideDoorOptions> = {}, isAdmitting = true) {
  const library = await makeFolder('lectern-held-');
  const parent = await makeFolder('lectern-doors-');
  const logged: unknown[] = [];
  const held = new Map<string, () => Promise<Result<Source>>>();
  const calls: unknown[] = [];
  const stuck: (() => void)[] = [];
  const door = await openSideDoor({ parents: [parent], version: VERSION, log: (error) => logged.push(error), ...options });
  onTestFinished(() => door.close());
  await takeLock(machineDisk, library, { door: 'desktop', sideDoor: door.folder });
  const admit = () => door.admit({
    uploads: { hold: (read) => (held.set(`h${held.size}`, read), `h${held.size - 1}`) },
    router: {
      paths: [],
      dispatch(path, input) {
        calls.push([path, input]);
        return path === 'library.stuck' ? new Promise((resolve) => stuck.push(() => resolve(succeed('late')))) : Promise.resolve(succeed({ path, input }));
      },
    },
  });
  if (isAdmitting) admit();
  const enter = (limitMs = 20_000): Promise<Entry> => enterSideDoor({ library, version: VERSION, limitMs });
  return { ...door, library, parent, logged, held, calls, stuck, admit, enter };
}
type Held = Awaited<ReturnType<typeof hold>>;

async function enterAs({ enter }: Held): Promise<Guest> {
  const entry = await enter();
  if (entry.kind !== 'entered') throw new Error(entry.kind);
  onTestFinished(() => entry.guest.close());
  return entry.guest;
}

const connected = (folder: string): Promise<Socket> => new Promise((resolve, reject) => {
  const socket = connect(socketPath(folder), () => resolve(socket)).on('error', reject);
  onTestFinished(() => void socket.destroy());
});

/** Sends bytes as they are and answers the first line of what comes back. */
async function statusOf({ folder }: Held, sent: string): Promise<string | undefined> {
  const socket = await connected(folder);
  // Whoever is cut off gets an error before the close.
  socket.on('error', () => undefined);
  let answer = '';
  return new Promise((resolve) => {
    socket.setEncoding('utf8').on('data', (part) => (answer += String(part))).on('close', () => resolve(answer.split('\r\n')[0]));
    socket.write(sent);
  });
}

const post = (path: string, headers: string, body = '{}') => `POST /api/${path} HTTP/1.1\r\nHost: ${SIDE_DOOR_HOST}\r\nOrigin: http://${SIDE_DOOR_HOST}\r\n${headers}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

describe('a side door', () => {
  it('is found from the folder of the library alone, and answers calls as the router does', async () => {
    const library = await hold();
    const guest = await enterAs(library);
    expect(await guest.send('library.edit', { edits: ['ø'] })).toEqual(succeed({ path: 'library.edit', input: { edits: ['ø'] } }));
    expect(await guest.send('library.overview', undefined)).toEqual(succeed({ path: 'library.overview', input: {} }));
  });

  it.each([['a file', 'file'], ['what was typed', 'paste']] as const)('takes in %s as a source', async (_, origin) => {
    const library = await hold();
    const guest = await enterAs(library);
    const bytes = new Uint8Array([0, 255, 10]);
    expect(await guest.upload({ name: 'Ærø “x”.txt', bytes, origin, mediaType: null })).toEqual(succeed({ handle: 'h0' }));
    expect(await library.held.get('h0')?.()).toEqual(succeed({ name: 'Ærø “x”.txt', bytes: Buffer.from(bytes), origin, mediaType: null }));
    expect((await readdir(library.folder)).sort()).toEqual(isPosix ? ['secret', 'socket'] : ['secret']);
  });

  it('keeps a guest waiting until the library is open', async () => {
    const library = await hold({}, false);
    const entering = library.enter();
    expect(await Promise.race([entering, new Promise((resolve) => setTimeout(() => resolve('waiting'), 200))])).toBe('waiting');
    library.admit();
    const entry = await entering;
    expect(entry.kind).toBe('entered');
    if (entry.kind === 'entered') entry.guest.close();
  });

  it('turns away whoever waits when the library does not open', async () => {
    const library = await hold({}, false);
    const answering = statusOf(library, `GET /version HTTP/1.1\r\nHost: ${SIDE_DOOR_HOST}\r\n\r\n`);
    await connected(library.folder);
    await library.close();
    expect(await answering).toBe('');
    expect(await readdir(library.parent)).toEqual([]);
  });

  it('takes its folder away when it closes, and lets a call under way end first', async () => {
    const library = await hold();
    const guest = await enterAs(library);
    const calling = guest.send('library.stuck', {});
    while (library.stuck.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const closing = library.close();
    library.stuck[0]?.();
    expect(await calling).toEqual(succeed('late'));
    await closing;
    expect(await readdir(library.parent)).toEqual([]);
    expect(await library.enter()).toEqual({ kind: 'unanswered' });
  });

  it.each([['is none', ''], ['can’t be read', LOCK_NAME]])('is not looked for where a lock %s', async (_, name) => {
    const library = await makeFolder('lectern-held-');
    await mkdir(join(library, name), { recursive: true });
    expect(await enterSideDoor({ library, version: VERSION, limitMs: 1_000 })).toEqual({ kind: 'none' });
  });

  it('tells a guest that its host ended before it answered', async () => {
    const library = await hold();
    const guest = await enterAs(library);
    const calling = guest.send('library.stuck', {});
    while (library.stuck.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await library.close();
    const gone = { ok: false, fault: { code: 'holder-gone', holder: expect.objectContaining({ pid: process.pid, door: 'desktop' }) } };
    expect(await calling).toEqual(gone);
    expect(await guest.send('library.overview', {})).toEqual(gone);
  });

  it('is refused by a Lectern of another version', async () => {
    const library = await hold({ version: '1.2.2' });
    expect(await library.enter()).toEqual({ kind: 'refused', fault: { code: 'holder-version', holder: expect.objectContaining({ pid: process.pid }), theirs: '1.2.2', ours: VERSION } });
  });

  it.skipIf(!isPosix)('is made elsewhere where a path is too long for a socket, or no folder can be made', async () => {
    const parent = await makeFolder('lectern-doors-');
    const file = join(await makeFolder('lectern-file-'), LOCK_NAME);
    await symlink('/nowhere/at/all', file);
    const library = await hold({ parents: [join(parent, 'long'.repeat(30)), file, parent] });
    expect(library.folder.startsWith(`${parent}/lectern-door-`)).toBe(true);
    expect(await readdir(join(parent, 'long'.repeat(30)))).toEqual([]);
    await enterAs(library);
  });
});

describe('the guard of a side door', () => {
  it.skipIf(!isPosix)('is the folder, which nobody else may enter', async () => {
    const { folder } = await hold();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  });

  it.each([['no secret', ''], ['a wrong secret', 'Authorization: Bearer AAAA\r\n']])('refuses %s', async (_, headers) => {
    const library = await hold();
    expect(await statusOf(library, post('library.overview', headers))).toBe('HTTP/1.1 401 Unauthorized');
    expect(library.calls).toEqual([]);
  });

  it.each([
    ['what is not HTTP', 'hello\r\n\r\n', '400 Bad request'],
    ['another host', 'GET /version HTTP/1.1\r\nHost: localhost\r\n\r\n', '403 Forbidden'],
    ['a page', `POST /api/library.edit HTTP/1.1\r\nHost: ${SIDE_DOOR_HOST}\r\nOrigin: http://127.0.0.1\r\nContent-Length: 0\r\n\r\n`, '403 Forbidden'],
    ['a head past 16 kB', `GET /version HTTP/1.1\r\nHost: ${SIDE_DOOR_HOST}\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, '431 Header too large'],
    ['any file', `GET /index.html HTTP/1.1\r\nHost: ${SIDE_DOOR_HOST}\r\n\r\n`, '404 Not Found'],
  ])('refuses %s', async (_, sent, status) => expect(await statusOf(await hold(), sent)).toBe(`HTTP/1.1 ${status}`));

  it('answers what is nested too deeply or is too large with a fault', async () => {
    const library = await hold();
    const guest = await enterAs(library);
    let deep: unknown = 1;
    for (let depth = 0; depth < 100; depth += 1) deep = [deep];
    expect(await guest.send('library.edit', deep)).toEqual({ ok: false, fault: { code: 'input-invalid', path: 'library.edit', issue: 'it is nested too deeply' } });
    expect(await guest.send('library.edit', 'ø'.repeat(9 * 1024 * 1024))).toMatchObject({ ok: false });
    expect(library.calls).toEqual([]);
    expect(library.logged).toEqual([]);
  });

  it('lets so many in at once; the next finds nobody, and gets in when one has left', async () => {
    const library = await hold({ limits: { sockets: 2 } });
    const [first] = [await connected(library.folder), await connected(library.folder)];
    expect(await library.enter()).toEqual({ kind: 'unanswered' });
    first.destroy();
    let entry = await library.enter();
    while (entry.kind === 'unanswered') entry = await library.enter();
    expect(entry.kind).toBe('entered');
    if (entry.kind === 'entered') entry.guest.close();
  });

  it('finds nobody who is hung, and waits no longer than it was told', async () => {
    const library = await hold({}, false);
    expect(await library.enter(50)).toEqual({ kind: 'unanswered' });
  });
});

describe('what a lock names', () => {
  it('is trusted only where it is a folder of this account’s that its process made', async () => {
    const { folder, parent } = await hold();
    expect(await judgeSideDoor(folder, process.pid)).toBe('own');
    expect(await judgeSideDoor(folder, process.pid + 1)).toBe('foreign');
    const named = (name: string) => join(parent, `lectern-door-${process.pid}-${name}`);
    expect(await judgeSideDoor(named('gone'), process.pid)).toBe('gone');
    await mkdir(join(parent, 'agent'), { mode: 0o700 });
    expect(await judgeSideDoor(join(parent, 'agent'), process.pid)).toBe('foreign');
    if (!isPosix) return;
    await symlink(join(parent, 'agent'), named('link'));
    expect(await judgeSideDoor(named('link'), process.pid)).toBe('foreign');
    await mkdir(named('open'), { mode: 0o700 });
    await chmod(named('open'), 0o750);
    expect(await judgeSideDoor(named('open'), process.pid)).toBe('foreign');
  });

  it.skipIf(!isRoot)('is not trusted where it is another account’s', async () => {
    const library = await hold();
    await chown(library.folder, 65_534, 65_534);
    expect(await library.enter()).toEqual({ kind: 'none' });
    await chown(library.folder, 0, 0);
    await enterAs(library);
  });

  it('opens nothing when its secret is gone', async () => {
    const library = await hold();
    await rm(join(library.folder, 'secret'));
    expect(await library.enter()).toEqual({ kind: 'unanswered' });
  });
});
