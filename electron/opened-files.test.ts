import { describe, expect, it } from 'vitest';
import type { Event } from '../core/api/contract.ts';
import { fail, succeed } from '../core/base/result.ts';
import { isNetworkPath, makeFileOpening } from './opened-files.ts';

describe('isNetworkPath', () => {
  it.each([['\\\\host\\share\\a.txt', true], ['//host/share/a.txt', true], ['\\\\.\\pipe\\a', true], ['\\/host', true], ['/home/a.txt', false], ['C:\\a.txt', false], ['a.txt', false]])('judges %j', (path, is) => expect(isNetworkPath(path)).toBe(is));
});

describe('makeFileOpening', () => {
  it('imports files one after another and tells the window what failed', async () => {
    const told: Event[] = [];
    const asked: string[] = [];
    const { promise: done, resolve } = Promise.withResolvers<void>();
    const open = makeFileOpening({
      library: { importSource: async ({ name }) => fail({ code: 'format-unsupported', name }) },
      read: async (path) => { asked.push(path); return path === '/missing' ? fail({ code: 'file-unreadable', name: 'missing', reason: 'missing' }) : succeed({ name: path, bytes: new Uint8Array(), origin: 'file', mediaType: null }); },
      tell: (event) => { if (told.push(event) === 3) resolve(); },
      log: (error) => { throw error; },
    });
    for (const path of ['/a', '//host/share/b', '/missing']) open(path);
    await done;
    expect(asked).toEqual(['/a', '/missing']);
    expect(told).toEqual([
      { kind: 'import-failed', fault: { code: 'format-unsupported', name: '/a' } },
      { kind: 'import-failed', fault: { code: 'file-unreadable', name: 'b', reason: 'not-a-file' } },
      { kind: 'import-failed', fault: { code: 'file-unreadable', name: 'missing', reason: 'missing' } },
    ]);
  });

  it('goes on after an error that was not expected', async () => {
    const logged: unknown[] = [];
    const { promise, resolve } = Promise.withResolvers<string>();
    const open = makeFileOpening({
      library: { importSource: async () => { throw new Error('bug'); } },
      read: async (path) => { if (path === '/b') resolve(path); return succeed({ name: path, bytes: new Uint8Array(), origin: 'file', mediaType: null }); },
      tell: () => undefined,
      log: (error) => logged.push(error),
    });
    open('/a');
    open('/b');
    expect(await promise).toBe('/b');
    expect(logged).toHaveLength(1);
  });
});
