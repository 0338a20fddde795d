import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { Source } from '../../core/import/source.ts';
import { type LibraryEvent, noChange } from '../../core/library/events.ts';
import { startServer, type ServeOptions } from './serve-http.ts';

const picture = { name: 'a1'.repeat(32), bytes: new Uint8Array([1, 2, 3]) };

type Call = { path: string; input: unknown };

async function makeFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function makeRenderer(): Promise<URL> {
  const folder = await makeFolder('lectern-renderer-');
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Lectern</title>');
  await writeFile(join(folder, 'assets/app.js'), 'export {}');
  return pathToFileURL(`${folder}/`);
}

async function start(options: Partial<ServeOptions> = {}) {
  const calls: Call[] = [];
  const held = new Map<string, () => Promise<Result<Source>>>();
  const logged: unknown[] = [];
  let tell: (event: LibraryEvent) => void = () => undefined;
  const started: ServeOptions['started'] = {
    router: {
      paths: [],
      async dispatch(path, input) {
        calls.push({ path, input });
        if (path === 'library.broken') throw new Error('/home/somebody/secret');
        return path === 'articles.read' ? { ok: false, fault: { code: 'upload-missing' } } : succeed({ echo: input });
      },
    },
    uploads: { hold: (read) => { const handle = `h${held.size}`; held.set(handle, read); return handle; } },
    library: { readImage: async (content) => (content === picture.name ? succeed({ bytes: picture.bytes, mediaType: 'image/png' }) : fail({ code: 'content-missing', content })), listen: (listener) => { tell = listener; return () => { tell = () => undefined; }; } },
  };
  const runtimeFolder = await makeFolder('lectern-runtime-');
  const server = await startServer({ started, rendererFolder: await makeRenderer(), port: 0, runtimeFolder, log: (error) => logged.push(error), ...options });
  if (!server.ok) throw new Error(server.fault.code);
  onTestFinished(() => server.value.close());
  const { address, port } = server.value;
  const secret = new URL(address).hash.slice('#k='.length);
  return { ...server.value, base: `http://127.0.0.1:${port}`, secret, calls, held, logged, runtimeFolder, tell: (event: LibraryEvent) => tell(event) };
}

type Running = Awaited<ReturnType<typeof start>>;

const headersOf = (server: Running, type = 'application/json') => ({ authorization: `Bearer ${server.secret}`, origin: server.base, 'content-type': type });
const post = (server: Running, path: string, body: BodyInit) => fetch(`${server.base}/api/${path}`, { method: 'POST', headers: headersOf(server), body });

/** Sends bytes as they are and answers all that comes back until the server closes. */
function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part)).on('close', () => resolve(answer)).on('error', reject);
  });
}

const statusLine = (answer: string) => answer.split('\r\n')[0];

describe('lectern serve', () => {
  it('listens on the loopback address and on no other', async () => {
    const { port } = await start();
    const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []).filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of [...others, { address: '127.0.0.2' }]) {
      await expect(new Promise((resolve, reject) => connect(port, address, () => resolve('connected')).on('error', reject))).rejects.toThrow('ECONNREFUSED');
    }
  });

  it('gives its page without a secret, and puts the secret in the fragment of the address only', async () => {
    const server = await start();
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#k=[\w-]{43}$/);
    const page = await (await fetch(server.address)).text();
    expect(page).toContain('<title>Lectern</title>');
    expect(page).not.toContain(server.secret);
    expect(process.argv.join()).not.toContain(server.secret);
  });

  it('makes another secret at each start', async () => expect((await start()).secret).not.toBe((await start()).secret));

  it('keeps the address in a private file, and takes it away when it stops', async () => {
    const server = await start();
    const [folder = ''] = await readdir(server.runtimeFolder);
    expect(await readFile(join(server.runtimeFolder, folder, 'address'), 'utf8')).toBe(`${server.address}\n`);
    await server.close();
    expect(await readdir(server.runtimeFolder)).toEqual([]);
  });

  it('dispatches a call and answers its result', async () => {
    const server = await start();
    const response = await post(server, 'library.edit', '{"edits":[1]}');
    expect(await response.json()).toEqual({ ok: true, value: { echo: { edits: [1] } } });
    expect(server.calls).toEqual([{ path: 'library.edit', input: { edits: [1] } }]);
  });

  it('answers a fault with status 200', async () => {
    const response = await post(await start(), 'articles.read', '{}');
    expect([response.status, await response.json()]).toEqual([200, { ok: false, fault: { code: 'upload-missing' } }]);
  });

  it('says nothing of an error that was not expected, and logs it', async () => {
    const server = await start();
    const response = await post(server, 'library.broken', '{}');
    expect([response.status, await response.text()]).toEqual([500, 'Internal error']);
    expect(server.logged).toHaveLength(1);
  });

  it('gives an image of the library to who has the secret, and to nobody else', async () => {
    const server = await start();
    const get = (name: string, headers: Record<string, string>) => fetch(`${server.base}/api/images/${name}`, { headers });
    const answer = await get(picture.name, { authorization: `Bearer ${server.secret}` });
    expect([answer.status, answer.headers.get('content-type'), [...(await answer.bytes())]]).toEqual([200, 'image/png', [...picture.bytes]]);
    expect((await get(picture.name, {})).status).toBe(401);
    for (const name of ['b2'.repeat(32), `${picture.name}.png`, '..%2fcodebook.json', '']) expect((await get(name, { authorization: `Bearer ${server.secret}` })).status).toBe(404);
  });

  it.each(['/', '/assets/app.js', '/nothing', '/api/library.overview', '/api/events'])('puts the same headers on the answer for %s', async (path) => {
    const server = await start();
    const { headers } = await fetch(server.base + path, path === '/api/events' ? { headers: { authorization: `Bearer ${server.secret}` }, signal: AbortSignal.timeout(10_000) } : {});
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers.get('content-security-policy')).not.toContain('app:');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control') || name === 'server' || name === 'x-powered-by' || name === 'set-cookie')).toEqual([]);
  });

  it.each([
    ['no secret', {}], ['a wrong secret', { authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['the secret in a cookie', { cookie: 'k=SECRET' }], ['the secret under another scheme', { authorization: 'Basic SECRET' }],
  ])('refuses %s, whatever is asked', async (_, given) => {
    const server = await start();
    const headers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.replace('SECRET', server.secret)]));
    for (const path of ['library.overview', 'upload', 'no.such', 'events']) {
      const response = await fetch(`${server.base}/api/${path}`, { method: 'POST', headers: { ...headers, origin: server.base, 'content-type': 'application/json' }, body: '{}' });
      expect([response.status, await response.text()]).toEqual([401, 'Unauthorised']);
    }
    expect(server.calls).toEqual([]);
  });

  it('takes no secret from the address', async () => {
    const server = await start();
    const response = await fetch(`${server.base}/api/library.overview?k=${server.secret}`, { method: 'POST', headers: { origin: server.base, 'content-type': 'application/json' }, body: '{}' });
    expect(response.status).toBe(401);
  });

  it('still lets the owner in after many wrong secrets', async () => {
    const server = await start();
    const wrong = () => fetch(`${server.base}/api/events`, { headers: { authorization: 'Bearer wrong' } });
    for (let count = 0; count < 20; count += 1) await wrong();
    const slowed = wrong();
    expect(await Promise.race([slowed.then(() => 'slowed'), post(server, 'library.overview', '{}').then(() => 'owner')])).toBe('owner');
    expect((await slowed).status).toBe(401);
  });

  it.each([
    ['a rebound name', 'GET / HTTP/1.1\r\nHost: evil.test:PORT\r\n\r\n', '403 Forbidden'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', '403 Forbidden'],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: evil.test\r\n\r\n', '403 Forbidden'],
    ['a page on another port', 'POST /api/library.edit HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:1\r\nAuthorization: Bearer SECRET\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}', '403 Forbidden'],
    ['a form', 'POST /api/library.edit HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\nAuthorization: Bearer SECRET\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=1', '415 Unsupported Media Type'],
    ['a preflight', 'OPTIONS /api/library.edit HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\nAccess-Control-Request-Method: POST\r\n\r\n', '405 Method Not Allowed'],
    ['an absolute address', 'GET http://127.0.0.1:PORT/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n', '400 Bad Request'],
    ['HTTP/1.0', 'GET / HTTP/1.0\r\nHost: 127.0.0.1:PORT\r\n\r\n', '505 HTTP Version Not Supported'],
    ['a head past 16 kB', `GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, '431 Header too large'],
    ['what is not HTTP', 'hello\r\n\r\n', '400 Bad request'],
    ['two lengths', 'POST /api/library.edit HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}', '400 Bad request'],
    ['a length and chunks', 'POST /api/library.edit HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', '400 Bad request'],
  ])('refuses %s and closes the connection', async (_, text, status) => {
    const server = await start();
    const answer = await sendRaw(server.port, text.replaceAll('PORT', String(server.port)).replaceAll('SECRET', server.secret));
    expect(statusLine(answer)).toBe(`HTTP/1.1 ${status}`);
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect(answer).not.toContain('Access-Control');
    expect(server.calls).toEqual([]);
  });

  it('answers nothing that is sent behind a refused request', async () => {
    const server = await start();
    const answer = await sendRaw(server.port, `GET / HTTP/1.1\r\nHost: evil.test\r\n\r\nGET / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(answer).not.toContain('<title>');
  });

  it('upgrades and tunnels nothing', async () => {
    const { port } = await start();
    const host = `Host: 127.0.0.1:${port}\r\n`;
    expect(await sendRaw(port, `CONNECT evil.test:443 HTTP/1.1\r\n${host}\r\n`)).not.toContain(' 200');
    expect(await sendRaw(port, `GET /api/events HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)).toContain('401 Unauthorized');
  });

  it('asks for no body before the guards have seen the head', async () => {
    const { port } = await start();
    const answer = await sendRaw(port, `POST /api/upload HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nExpect: 100-continue\r\nContent-Type: application/octet-stream\r\nContent-Length: 9\r\n\r\n`);
    expect(statusLine(answer)).toBe('HTTP/1.1 401 Unauthorized');
  });

  it('gives up on a head that comes too slowly', async () => {
    const { port } = await start({ limits: { headersTimeoutMs: 200, bodyTimeoutMs: 400 } });
    expect(statusLine(await sendRaw(port, 'GET / HTTP/1.1\r\nHost:'))).toBe('HTTP/1.1 408 Request timeout');
  });

  it('gives up on a body that comes too slowly', async () => {
    const server = await start({ limits: { headersTimeoutMs: 200, bodyTimeoutMs: 400 } });
    const head = `POST /api/library.edit HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: ${server.base}\r\nAuthorization: Bearer ${server.secret}\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{`;
    expect(statusLine(await sendRaw(server.port, head))).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(server.calls).toEqual([]);
  });

  it('holds no more than its number of sockets', async () => {
    const { port } = await start({ limits: { sockets: 2 } });
    const first = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    onTestFinished(() => first.forEach((socket) => socket.destroy()));
    await Promise.all(first.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    expect(await sendRaw(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`).catch(() => '')).toBe('');
  });

  it.each([
    '/../package.json', '/..%2fpackage.json', '/%2e%2e/package.json', '/..%5cpackage.json', '/..\\package.json', '/assets/../../package.json', '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
    '/%252e%252e/package.json', '//etc/passwd', '///etc/passwd', '/etc/passwd', '/C:/Windows/win.ini', '/file:///etc/passwd', '/index.html%00', '/index.html%00.js', '/index.html/', '/assets', '/assets/',
    '/INDEX.HTML', '/index.html?a=1', '/index%2ehtml', '/./index.html', '/assets//app.js', '/__proto__', '/constructor', '/favicon.ico', '/%', '/%ff', '/%c0%ae%c0%ae/package.json',
  ])('has no file at %s', async (target) => {
    const server = await start();
    const answer = await sendRaw(server.port, `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: close\r\n\r\n`);
    expect(statusLine(answer)).toBe('HTTP/1.1 404 Not Found');
    expect(answer).not.toMatch(/location:/i);
  });

  it.each([
    ['what is not JSON', '{'], ['nothing', ''], ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ])('refuses %s', async (_, body) => {
    const server = await start();
    expect((await post(server, 'library.edit', body)).status).toBe(400);
    expect(server.calls).toEqual([]);
  });

  it('answers input that is nested too deeply with a fault', async () => {
    const server = await start();
    const response = await post(server, 'library.edit', '['.repeat(5_000) + ']'.repeat(5_000));
    expect(await response.json()).toEqual({ ok: false, fault: { code: 'input-invalid', path: 'library.edit', issue: 'it is nested too deeply' } });
    expect(server.calls).toEqual([]);
  });

  it('refuses JSON past 16 MB', async () => {
    const server = await start();
    const answer = await post(server, 'library.edit', ' '.repeat(16 * 1024 * 1024 + 1)).then(({ status }) => status, () => 'closed');
    expect([413, 'closed']).toContain(answer);
    expect(server.calls).toEqual([]);
  });
});

describe('an upload', () => {
  const upload = (server: Running, body: BodyInit, name: string) =>
    fetch(`${server.base}/api/upload`, { method: 'POST', headers: { ...headersOf(server, 'application/octet-stream'), 'x-lectern-name': encodeURIComponent(name) }, body });
  const spooled = async (server: Running) => (await readdir(server.runtimeFolder, { recursive: true })).filter((name) => name.includes('/') && !name.endsWith('address'));

  it('is held under a handle, read once as a source, and then gone from the disk', async () => {
    const server = await start();
    const response = await upload(server, new Uint8Array([1, 2, 0, 255]), '../Ærø.html');
    expect(await response.json()).toEqual({ ok: true, value: { handle: 'h0' } });
    expect(await spooled(server)).toHaveLength(1);
    const read = server.held.get('h0');
    expect(await read?.()).toEqual({ ok: true, value: { name: 'Ærø.html', bytes: Buffer.from([1, 2, 0, 255]), origin: 'file', mediaType: null } });
    expect(await spooled(server)).toEqual([]);
    expect(await read?.()).toEqual({ ok: false, fault: { code: 'upload-missing' } });
  });

  it('that is broken off leaves nothing behind', async () => {
    const server = await start();
    const socket = connect(server.port, '127.0.0.1');
    socket.write(`POST /api/upload HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: ${server.base}\r\nAuthorization: Bearer ${server.secret}\r\nContent-Type: application/octet-stream\r\nContent-Length: 9\r\n\r\nabc`);
    while ((await spooled(server)).length === 0) await sleep(5);
    socket.destroy();
    while ((await spooled(server)).length > 0) await sleep(5);
    expect([server.held.size, server.logged]).toEqual([0, []]);
  });
});

describe('events', () => {
  it('reach every open page as lines of JSON, and end when the server stops', async () => {
    const server = await start();
    const response = await fetch(`${server.base}/api/events`, { headers: { authorization: `Bearer ${server.secret}` } });
    const reading = response.text();
    const event: LibraryEvent = { kind: 'library-changed', change: noChange };
    server.tell(event);
    await server.close();
    expect((await reading).split('\n').filter(Boolean).map((line): unknown => JSON.parse(line))).toEqual([event]);
  });
});

describe('the life of a server', () => {
  it('reports a port that is taken', async () => {
    const { port } = await start();
    const options = { started: { router: { paths: [], dispatch: async () => succeed(null) }, uploads: { hold: () => '' }, library: { listen: () => () => undefined, readImage: async (content: string) => fail({ code: 'content-missing', content } as const) } }, rendererFolder: await makeRenderer(), runtimeFolder: await makeFolder('lectern-runtime-') };
    expect(await startServer({ ...options, port })).toEqual({ ok: false, fault: { code: 'port-taken', port } });
    expect(await readdir(options.runtimeFolder)).toEqual([]);
  });

  it('stops by itself when it is idle', async () => {
    const server = await start({ idleStopMs: 50 });
    await server.stopped;
    await expect(fetch(server.base)).rejects.toThrow('fetch failed');
  });

  it('is not idle while a page listens', async () => {
    const server = await start({ idleStopMs: 50 });
    const page = new AbortController();
    await fetch(`${server.base}/api/events`, { headers: { authorization: `Bearer ${server.secret}` }, signal: page.signal });
    await sleep(300);
    expect((await fetch(server.base)).status).toBe(200);
    page.abort();
    await server.stopped;
  });

  it('closes twice as once', async () => {
    const server = await start();
    await Promise.all([server.close(), server.close()]);
    await server.stopped;
  });
});
