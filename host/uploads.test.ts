import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { uploadHandleSchema } from '../core/api/contract.ts';
import { fail, succeed } from '../core/base/result.ts';
import type { Source } from '../core/import/source.ts';
import { machineChance } from './machine.ts';
import { receiveUpload } from './serve/request-body.ts';
import { makeScratchFolder } from './store/testing/fixtures.ts';
import { makeUploads } from './uploads.ts';

const source = (name: string): Source => ({ name, bytes: new Uint8Array(), origin: 'file', mediaType: null });
const missing = fail({ code: 'upload-missing' });

describe('an upload', () => {
  it('is held under a handle that the contract takes, and taken once', async () => {
    const uploads = makeUploads(machineChance);
    const handle = uploads.hold(async () => succeed(source('a.txt')));
    expect(uploadHandleSchema.safeParse(handle).success).toBe(true);
    expect(await uploads.take(handle)).toEqual(succeed(source('a.txt')));
    expect(await uploads.take(handle)).toEqual(missing);
  });

  it('is read only when it is taken', async () => {
    let reads = 0;
    const uploads = makeUploads(machineChance);
    const handle = uploads.hold(async () => succeed(source(`read ${(reads += 1)}`)));
    expect(reads).toBe(0);
    await uploads.take(handle);
    expect(reads).toBe(1);
  });

  it('is missing when nobody has held it', async () => {
    expect(await makeUploads(machineChance).take('0'.repeat(32))).toEqual(missing);
  });

  it('that gives way leaves no file behind; one that is taken is its taker’s', async () => {
    const { folder, remove } = await makeScratchFolder();
    onTestFinished(remove);
    const uploads = makeUploads(machineChance);
    const receive = async (text: string) => {
      const received = await receiveUpload({ request: Readable.from([Buffer.from(text)]), name: 'a.txt', origin: 'file', folder, fileName: text });
      return received.ok ? uploads.hold(received.value.read, received.value.remove) : expect.fail(received.fault.code);
    };
    const pushed = await receive('pushed');
    const taken = await receive('taken');
    expect((await readdir(folder)).sort()).toEqual(['pushed', 'taken']);
    expect(await uploads.take(taken)).toMatchObject({ ok: true });
    for (let count = 0; count < 1_000; count += 1) uploads.hold(async () => succeed(source(`${count}`)));
    await vi.waitFor(async () => expect(await readdir(folder)).toEqual([]));
    expect(await uploads.take(pushed)).toEqual(missing);
  });

  it('can be taken again where a person chose its file', async () => {
    const uploads = makeUploads(machineChance);
    const handle = uploads.holdLasting(async () => succeed(source('chosen')));
    for (let count = 0; count < 1_001; count += 1) uploads.hold(async () => succeed(source(`${count}`)));
    expect([await uploads.take(handle), await uploads.take(handle)]).toEqual([succeed(source('chosen')), succeed(source('chosen'))]);
  });

  it('gives way to newer ones past the limit', async () => {
    const uploads = makeUploads(machineChance);
    const handles = Array.from({ length: 1_001 }, (_, index) => uploads.hold(async () => succeed(source(`${index}`))));
    expect(await uploads.take(handles[0] ?? '')).toEqual(missing);
    expect(await uploads.take(handles[1] ?? '')).toEqual(succeed(source('1')));
  });
});
