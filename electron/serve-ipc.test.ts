import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Result, succeed } from '../core/base/result.ts';
import { SOURCE_BYTES_LIMIT, type Source } from '../core/import/source.ts';
import { contract } from '../core/api/contract.ts';
import { type Router, makeRouter } from '../core/api/router.ts';
import { CALL_CHANNEL, UPLOAD_CHANNEL } from './channels.ts';
import { answerCall, answerUpload, isOwnFrame, serveIpc } from './serve-ipc.ts';

const own = { origin: 'app://ui' };

describe('isOwnFrame', () => {
  it.each([
    ['takes the top frame of our page', own, own, true],
    ['refuses a frame that is gone', null, own, false],
    ['refuses when there is no window', own, null, false],
    ['refuses a gone frame of no window', null, null, false],
    ['refuses another frame of our origin', { origin: 'app://ui' }, own, false],
  ])('%s', (_, frame, mainFrame, is) => expect(isOwnFrame(frame, mainFrame)).toBe(is));

  it.each(['null', 'https://example.org', 'file://', 'app://ui.evil', 'app://res', ''])('refuses the top frame when it shows %j', (origin) => {
    const frame = { origin };
    expect(isOwnFrame(frame, frame)).toBe(false);
  });
});

const seen: string[] = [];
const echo: Router = { paths: [], dispatch: async (path, input) => { seen.push(path); return succeed({ path, input }); } };

describe('answerCall', () => {
  it('dispatches a path with plain input', async () => expect(await answerCall(echo, 'a.b', { c: 1 })).toEqual({ ok: true, value: { path: 'a.b', input: { c: 1 } } }));
  it.each([null, undefined, 7, {}, ['a.b']])('refuses the path %j', async (path) => expect(await answerCall(echo, path, {})).toMatchObject({ ok: false, fault: { code: 'call-unknown' } }));
  it('refuses what is not plain', async () => expect(await answerCall(echo, 'a.b', new Map())).toMatchObject({ ok: false, fault: { code: 'input-invalid' } }));

  it('answers every input with a result and runs nothing that was not understood', async () => {
    const touched: string[] = [];
    const trap: never = new Proxy({} as never, { get: (_, group) => new Proxy({}, { get: (_target, name) => () => { touched.push(`${String(group)}.${String(name)}`); return Promise.resolve(succeed(null)); } }) });
    const logged: unknown[] = [];
    const router = makeRouter(contract, trap, (error) => logged.push(error));
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withNullPrototype: true, maxDepth: 4 });
    await fc.assert(fc.asyncProperty(fc.oneof(fc.constantFrom(...router.paths), fc.string(), anything), anything, async (path, input) => {
      const answer = await answerCall(router, path, input);
      expect(typeof answer.ok).toBe('boolean');
    }), { numRuns: 2_000 });
    expect(logged).toEqual([]);
    expect(touched.filter((path) => !router.paths.includes(path))).toEqual([]);
  });
});

describe('answerUpload', () => {
  const held: (() => Promise<Result<Source>>)[] = [];
  const shelf = { hold: (read: () => Promise<Result<Source>>) => `h${held.push(read)}` };

  it('holds bytes under a handle, named by the last part of a path', async () => {
    const bytes = new Uint8Array([1, 2]);
    expect(answerUpload(shelf, '../a/b.txt', bytes)).toEqual({ ok: true, value: { handle: 'h1' } });
    expect(await held[0]?.()).toEqual({ ok: true, value: { name: 'b.txt', bytes, origin: 'file', mediaType: null } });
  });

  it.each([[7, new Uint8Array()], ['a', 'text'], ['a', [1]], ['a', null], ['a', new ArrayBuffer(1)], [undefined, undefined]])('refuses %j with %j', (name, bytes) => expect(answerUpload(shelf, name, bytes)).toMatchObject({ ok: false, fault: { code: 'input-invalid' } }));

  it('refuses more than a source may have', () => {
    const large = Object.defineProperty(new Uint8Array(1), 'byteLength', { value: SOURCE_BYTES_LIMIT + 1 });
    expect(answerUpload(shelf, 'a', large)).toEqual({ ok: false, fault: { code: 'file-too-large', name: 'a', bytes: SOURCE_BYTES_LIMIT + 1, limitBytes: SOURCE_BYTES_LIMIT } });
  });
});

describe('serveIpc', () => {
  type Handler = (event: { senderFrame: unknown }, first: unknown, second: unknown) => Promise<unknown> | unknown;

  it('opens two channels, and refuses other senders before anything runs', async () => {
    const handlers = new Map<string, Handler>();
    const ipcMain = { handle: (channel: string, handler: unknown) => void (typeof handler === 'function' && handlers.set(channel, (...given) => Reflect.apply(handler, null, given))) };
    seen.length = 0;
    serveIpc(ipcMain, { router: echo, uploads: { hold: () => 'h' }, mainFrame: () => own });
    expect([...handlers.keys()]).toEqual([CALL_CHANNEL, UPLOAD_CHANNEL]);
    for (const handler of handlers.values()) expect(await handler({ senderFrame: null }, 'a.b', {})).toEqual({ ok: false, fault: { code: 'unauthorised' } });
    expect(seen).toEqual([]);
    expect(await handlers.get(CALL_CHANNEL)?.({ senderFrame: own }, 'a.b', {})).toMatchObject({ ok: true });
  });
});
