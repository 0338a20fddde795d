import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createHash, createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { succeed } from '../../core/base/result.ts';
import type { Source } from '../../core/import/source.ts';
import type { LibraryEvent } from '../../core/library/events.ts';
import type { Library } from '../../core/library/library.ts';
import { machineChance } from '../machine.ts';
import { testDisk } from '../store/testing/real-library.ts';
import { type HandoverDoor, makeHandoverDoor } from './handover-door.ts';
import { openPairedBrowsers } from './paired-browsers.ts';

const ORIGIN = 'chrome-extension://abcdefghijklmnop';
let folder: string;
let nowMs: number;
let came: (Source & { readonly address: string })[];
const doors: HandoverDoor[] = [];
const file = () => join(folder, 'browsers.json');
const library: Pick<Library, 'importCaptured'> = {
  async importCaptured(source) {
    came.push(source);
    return succeed({ kind: 'article', article: { title: source.name } as never });
  },
};

function open(): HandoverDoor {
  const clock = { nowMs: () => nowMs };
  const openBrowsers = () => openPairedBrowsers({ disk: testDisk, file: file(), chance: machineChance, now: () => new Date(nowMs).toISOString() });
  const door = makeHandoverDoor({ openBrowsers, clock, chance: machineChance, log: (error) => { throw error; }, extension: '/lectern/extension' });
  doors.push(door);
  return door;
}

type Asking = { readonly port: number; readonly body?: unknown; readonly headers?: Record<string, string>; readonly method?: string };

/** Sends what fetch would not: any Host, any Origin. */
async function ask(path: string, { port, body = {}, headers = {}, method = 'POST' }: Asking): Promise<{ status: number; value: Record<string, string> }> {
  const answered = await new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { origin: ORIGIN, 'content-type': 'application/json', ...headers } }, (response) => void text(response).then((read) => resolve({ status: response.statusCode ?? 0, body: read })));
    sent.on('error', reject).end(method === 'POST' ? JSON.stringify(body) : undefined);
  });
  return { status: answered.status, value: answered.status === 200 ? JSON.parse(answered.body).value : {} };
}

async function begin(door: HandoverDoor): Promise<{ readonly port: number; readonly code: string }> {
  const begun = await door.begin();
  const code = begun.ok ? (begun.value.code?.text ?? '') : '';
  return { port: Number(code.split('-')[0]), code };
}

async function pair(door: HandoverDoor): Promise<{ readonly port: number; readonly id: string; readonly token: string }> {
  const { port, code } = await begin(door);
  const { id = '', token = '' } = (await ask('/pair', { port, body: { code, name: 'Chromium' } })).value;
  return { port, id, token };
}

const page = (shown: { id: string; token: string }) => ({ id: shown.id, token: shown.token, url: 'https://example.org/fleet', title: 'A fleet / in the strait', html: '<!doctype html><p>Æ</p>' });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-handover-'));
  nowMs = Date.UTC(2026, 0, 1);
  came = [];
});
afterEach(async () => {
  await Promise.all(doors.splice(0).map((door) => door.close()));
  await rm(folder, { recursive: true });
});

describe('the door for browsers', () => {
  it('takes in the page of a browser that was paired, under the page’s address, and says what became of it', async () => {
    const door = open();
    const told: LibraryEvent['kind'][] = [];
    door.listen(({ kind }) => void told.push(kind));
    door.start(library);
    const paired = await pair(door);
    expect(door.state()).toMatchObject({ code: null, browsers: [{ id: paired.id, name: 'Chromium', lastAt: null }] });
    expect(await ask('/page', { port: paired.port, body: page(paired) })).toEqual({ status: 200, value: { kind: 'article', title: 'A fleet in the strait.html', toReview: 0 } });
    expect(came).toMatchObject([{ name: 'A fleet in the strait.html', mediaType: 'text/html', address: 'https://example.org/fleet', origin: 'file' }]);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(came[0]?.bytes)).toBe('\ufeff<!doctype html><p>Æ</p>');
    expect(door.state().browsers).toMatchObject([{ lastAt: '2026-01-01T00:00:00.000Z' }]);
    expect(told).toContain('page-handed-over');
  });

  it('knows a browser after a restart, at the same port, and proves itself before it is told anything', async () => {
    const first = open();
    first.start(library);
    const paired = await pair(first);
    await first.close();
    const second = open();
    second.start(library);
    await expect.poll(() => second.state().browsers.length).toBe(1);
    const nonce = 'n'.repeat(24);
    const { value } = await ask('/hello', { port: paired.port, body: { id: paired.id, nonce } });
    expect(value['proof']).toBe(createHmac('sha256', createHash('sha256').update(paired.token).digest()).update(nonce).digest('base64url'));
    expect((await ask('/page', { port: paired.port, body: page(paired) })).status).toBe(200);
  });

  it('keeps no token that could be used by whoever reads its file', async () => {
    const door = open();
    door.start(library);
    const { token } = await pair(door);
    expect(await readFile(file(), 'utf8')).not.toContain(token);
  });

  it.each([
    ['a page of the web', { origin: 'https://example.org' }],
    ['no page at all', { origin: '' }],
    ['another name for this machine', { host: 'rebound.example:80' }],
    ['another extension than the one that was paired', { origin: 'chrome-extension://ponmlkjihgfedcba' }],
  ])('takes nothing from %s', async (_, headers) => {
    const door = open();
    door.start(library);
    const paired = await pair(door);
    expect((await ask('/page', { port: paired.port, body: page(paired), headers })).status).toBeGreaterThanOrEqual(401);
    expect(came).toEqual([]);
  });

  it('takes nothing by a wrong token, by a browser that was forgotten, by GET, or of another shape', async () => {
    const door = open();
    door.start(library);
    const paired = await pair(door);
    const status = async (asking: Omit<Asking, 'port'>, path = '/page') => (await ask(path, { port: paired.port, ...asking })).status;
    expect(await status({ body: page({ ...paired, token: 'wrong' }) })).toBe(401);
    expect(await status({ method: 'GET' })).toBe(405);
    expect(await status({ body: { ...page(paired), more: 1 } })).toBe(400);
    expect(await status({ headers: { 'content-type': 'text/plain' }, body: page(paired) })).toBe(415);
    expect(await status({}, '/api/library.overview')).toBe(404);
    await door.forget(paired.id);
    expect(await status({ body: page(paired) })).toBe(401);
    expect(await status({ body: { id: paired.id, nonce: 'n'.repeat(24) } }, '/hello')).toBe(401);
    expect(came).toEqual([]);
  });

  it('pairs by the code that is shown, once, in time, and not by guessing', async () => {
    const door = open();
    door.start(library);
    const { port, code } = await begin(door);
    const status = async (typed: string) => (await ask('/pair', { port, body: { code: typed, name: 'x' } })).status;
    expect(code).toMatch(/^\d+-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(await status(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(200);
    expect(await status(code)).toBe(401);
    const late = await begin(door);
    nowMs += 5 * 60_000;
    expect(await status(late.code)).toBe(401);
    const guessed = await begin(door);
    for (let tries = 0; tries < 5; tries += 1) expect(await status(`${port}-AAAA-AAA${tries + 2}`)).toBe(401);
    expect(await status(guessed.code)).toBe(401);
  });

  it('is not there before a browser is paired', async () => {
    const door = open();
    door.start(library);
    await door.close();
    expect(door.state().browsers).toEqual([]);
    await expect(readFile(file())).rejects.toThrow();
  });
});
