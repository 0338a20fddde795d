import { describe, expect, it, onTestFinished } from 'vitest';
import { machineFileSystem } from './file-system.ts';
import { shareFolderSyncs, shareRuns } from './share-runs.ts';
import { makeScratchFolder, openForTest, sampleArticle } from './testing/fixtures.ts';
import { makeRecordingFileSystem } from './testing/power-cut.ts';

/** A task whose runs end when they are told to. */
function makeHeldTask() {
  const runs: { end(): void; fail(): void }[] = [];
  const task = () => new Promise<void>((resolve, reject) => runs.push({ end: resolve, fail: () => reject(new Error('failed')) }));
  return { runs, task };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('shareRuns', () => {
  it('answers all who come while a run is under way by the next, which begins after it', async () => {
    const { runs, task } = makeHeldTask();
    const run = shareRuns(task);
    const first = run();
    await turn();
    const later = [run(), run(), run()];
    await turn();
    expect(runs).toHaveLength(1);
    runs[0]?.end();
    await first;
    await turn();
    expect(runs).toHaveLength(2);
    runs[1]?.end();
    await Promise.all(later);
    expect(runs).toHaveLength(2);
  });

  it('fails those whose run failed, and nobody else', async () => {
    const { runs, task } = makeHeldTask();
    const run = shareRuns(task);
    const first = run().catch(() => 'failed');
    await turn();
    const second = run().then(() => 'done');
    runs[0]?.fail();
    expect(await first).toBe('failed');
    await turn();
    runs[1]?.end();
    expect(await second).toBe('done');
  });
});

describe('a change of many articles', () => {
  it('flushes the folder far less often than once for each, and is durable when it is acknowledged', async () => {
    const { folder, remove } = await makeScratchFolder();
    onTestFinished(remove);
    const { files, operations } = makeRecordingFileSystem(machineFileSystem, folder);
    const { store, close } = await openForTest(folder, { files });
    const articles = Array.from({ length: 100 }, () => sampleArticle());
    operations.length = 0;
    await Promise.all(articles.map((article) => store.createArticle(article)));
    const kinds = operations.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'rename')).toHaveLength(100);
    expect(kinds.filter((kind) => kind === 'sync-folder').length).toBeLessThan(60);
    expect(kinds.at(-1)).toBe('sync-folder');
    await close(2_000);
  });
});

describe('shareFolderSyncs', () => {
  it('flushes each folder by itself', async () => {
    const synced: string[] = [];
    const files = shareFolderSyncs({ ...machineFileSystem, syncFolder: async (path) => void synced.push(path) });
    await Promise.all([files.syncFolder('/a'), files.syncFolder('/b'), files.syncFolder('/a')]);
    expect(synced.sort()).toEqual(['/a', '/b']);
  });
});
