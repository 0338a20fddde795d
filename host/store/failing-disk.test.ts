import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createContent } from '../../core/article/blocks.ts';
import type { FaultCode } from '../../core/base/fault.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import type { OpenStore } from './open-store.ts';
import { type Failure, type FailingFileSystem, makeFailingFileSystem } from './testing/failing-file-system.ts';
import { listArticles, makeScratchFolder, openForTest, sampleArticle } from './testing/fixtures.ts';

const failures: readonly Failure[] = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EBUSY', 'EPERM', 'EMFILE', 'short-write'];
const expectedFaults: readonly FaultCode[] = ['disk-full', 'library-read-only', 'save-failed', 'document-unreadable'];
const article = sampleArticle();

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
beforeEach(async () => void (scratch = await makeScratchFolder()));
afterEach(() => scratch.remove());

const everyFile = async (): Promise<readonly string[]> => (await readdir(scratch.folder, { recursive: true })).filter((name) => name.includes('.'));
const temporaryFiles = async () => (await everyFile()).filter((name) => name.endsWith('.tmp'));

/** Runs an operation, failing its first call, then its second, until it runs without a failure; `check` follows each. */
async function sweep(files: FailingFileSystem, failure: Failure, step: { run(): Promise<Result<unknown>>; check(result: Result<unknown>): Promise<void> }): Promise<number> {
  for (let failAt = 1; ; failAt += 1) {
    files.arm(failAt, failure);
    const result = await step.run();
    files.disarm();
    if (!result.ok) {
      expect(expectedFaults).toContain(result.fault.code);
      expect(faultSentence(result.fault)).toMatch(/\.$/);
    }
    await step.check(result);
    if (files.failed() === null) return failAt - 1;
  }
}

describe.each(failures)('a disk whose Nth call fails with %s', (failure) => {
  it('saves a change or says why not, and keeps the document as it was', async () => {
    const files = makeFailingFileSystem();
    const { store, close } = await openForTest(scratch.folder, { files });
    await store.createArticle(article);
    let saved = '';
    let attempt = 0;
    const points = await sweep(files, failure, {
      run: () => store.updateArticle(article.id, (present) => succeed({ next: { ...present, summary: `attempt ${(attempt += 1)}` }, answer: null })),
      async check(result) {
        const onDisk = await store.readArticle(article.id);
        if (!onDisk.ok) throw new Error(onDisk.fault.code);
        // When only the folder's sync failed, the new document stands, but nobody may promise that it will survive.
        const mayBeNew = result.ok || files.failed() === 'syncFolder' || files.failed() === 'stat';
        expect(mayBeNew ? [saved, `attempt ${attempt}`] : [saved]).toContain(onDisk.value.summary);
        if (result.ok) expect(onDisk.value.summary).toBe(`attempt ${attempt}`);
        // What is held in memory proves nothing: another reader finds the same on the disk.
        const reader = await openForTest(scratch.folder, { mode: 'read' });
        expect(await reader.store.readArticle(article.id)).toEqual(onDisk);
        await reader.close(0);
        saved = onDisk.value.summary;
        const again = await store.updateArticle(article.id, (present) => succeed({ next: { ...present, dek: `after ${attempt}` }, answer: null }));
        expect(again).toEqual({ ok: true, value: null });
        expect(await temporaryFiles()).toEqual([]);
      },
    });
    expect(points).toBeGreaterThan(5);
    await close(2_000);
    const { store: reopened } = await openForTest(scratch.folder);
    expect(await reopened.readArticle(article.id)).toMatchObject({ ok: true, value: { summary: `attempt ${attempt}`, dek: `after ${attempt}` } });
  });

  it('writes a text under its hash whole, or not at all', async () => {
    const files = makeFailingFileSystem();
    const { store, close } = await openForTest(scratch.folder, { files });
    const written: string[] = [];
    let attempt = 0;
    await sweep(files, failure, {
      run: () => store.writeContent(createContent([{ kind: 'paragraph', leaf: { id: `p${(attempt += 1)}`, text: 'The two navies met.', marks: [] } }])),
      async check(result) {
        if (result.ok) written.push(String(result.value));
        if (result.ok) expect(await store.readContent(String(result.value))).toMatchObject({ ok: true });
        expect(await temporaryFiles()).toEqual([]);
      },
    });
    const { damaged } = await listArticles(store);
    expect(damaged).toEqual([]);
    await close(2_000);
    const { store: reopened } = await openForTest(scratch.folder, { mode: 'read' });
    for (const hash of written) expect(await reopened.readContent(hash)).toMatchObject({ ok: true });
    expect(written).not.toEqual([]);
  });

  it('opens a new library, or says why not and leaves no lock', async () => {
    const files = makeFailingFileSystem();
    let folder = '';
    let opened: OpenStore | null = null;
    let attempt = 0;
    await sweep(files, failure, {
      async run() {
        folder = join(scratch.folder, `library-${(attempt += 1)}`);
        opened = await openForTest(folder, { files }).catch(() => null);
        return succeed(null);
      },
      async check() {
        await opened?.close(2_000);
        // A failed release leaves a lock that says who held it; only then may one stay behind.
        const { store } = await openForTest(folder);
        expect(await store.createArticle(article)).toEqual({ ok: true, value: undefined });
      },
    });
    expect(await temporaryFiles()).toEqual([]);
  });
});
