import { describe, expect, it } from 'vitest';
import { machineFileSystem } from './file-system.ts';
import { shareFolderSyncs, shareRuns } from './share-runs.ts';

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

describe('shareFolderSyncs', () => {
  it('flushes each folder by itself', async () => {
    const synced: string[] = [];
    const files = shareFolderSyncs({ ...machineFileSystem, syncFolder: async (path) => void synced.push(path) });
    await Promise.all([files.syncFolder('/a'), files.syncFolder('/b'), files.syncFolder('/a')]);
    expect(synced.sort()).toEqual(['/a', '/b']);
  });
});
