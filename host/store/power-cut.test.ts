import { promises as disk } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createContent } from '../../core/article/blocks.ts';
import { succeed } from '../../core/base/result.ts';
import { machineFileSystem } from './file-system.ts';
import { LOCK_NAME } from './lock.ts';
import { makeRecordingFileSystem, materialise, type Operation, statesAfterPowerCut } from './testing/power-cut.ts';
import { listArticles, makeScratchFolder, openForTest, sampleArticle } from './testing/fixtures.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
beforeEach(async () => void (scratch = await makeScratchFolder()));
afterEach(() => scratch.remove());

/** Every state after every operation, on a real disk, one after the other. */
async function forEveryPowerCut(operations: readonly Operation[], check: (folder: string, done: number) => Promise<void>): Promise<number> {
  let count = 0;
  for (let done = 0; done <= operations.length; done += 1) {
    for (const state of statesAfterPowerCut(operations.slice(0, done))) {
      const folder = join(scratch.folder, 'after');
      await materialise(state, folder);
      // The processes of before are gone with the power.
      await rm(join(folder, LOCK_NAME), { force: true });
      await check(folder, done);
      await rm(folder, { recursive: true });
      count += 1;
    }
  }
  return count;
}

describe('a power cut at any moment', () => {
  it('takes nothing that was acknowledged, and leaves no document that can’t be read', async () => {
    const before = join(scratch.folder, 'before');
    const { files, operations } = makeRecordingFileSystem(machineFileSystem, before);
    const { store, close, markSeeded } = await openForTest(before, { files });
    const article = sampleArticle();
    const acknowledged: { readonly at: number; readonly summary: string | null; readonly content: string | null }[] = [];
    await store.createArticle(article);
    acknowledged.push({ at: operations.length, summary: '', content: null });
    for (const summary of ['first', 'second, and longer than the first']) {
      await store.updateArticle(article.id, (present) => succeed({ next: { ...present, summary }, answer: null }));
      const text = await store.writeContent(createContent([{ kind: 'paragraph', leaf: { id: 'p', text: summary, marks: [] } }]));
      acknowledged.push({ at: operations.length, summary, content: text.ok ? text.value : null });
    }
    await markSeeded();
    await close(2_000);
    const summaries = acknowledged.map((each) => each.summary);
    const states = await forEveryPowerCut(operations, async (folder, done) => {
      const { store: reopened, close: closeAgain } = await openForTest(folder, { wait: async () => undefined });
      const { articles, damaged } = await listArticles(reopened);
      expect(damaged).toEqual([]);
      const last = acknowledged.filter((each) => each.at <= done).at(-1);
      const found = articles[0]?.summary;
      if (last) expect(summaries.indexOf(found ?? null)).toBeGreaterThanOrEqual(summaries.indexOf(last.summary));
      if (last?.content) expect(await reopened.readContent(last.content)).toMatchObject({ ok: true });
      await closeAgain(2_000);
    });
    expect(states).toBeGreaterThan(200);
  });

  it('takes what lowdb’s own adapter acknowledged, which shows that this test can see a loss', async () => {
    const path = join(scratch.folder, 'db.json');
    const operations: Operation[] = [];
    const original = { writeFile: disk.writeFile, rename: disk.rename };
    disk.writeFile = async (...given: Parameters<typeof disk.writeFile>) => {
      await original.writeFile(...given);
      const short = relative(scratch.folder, String(given[0]));
      operations.push({ kind: 'create', path: short }, { kind: 'write', path: short, bytes: new TextEncoder().encode(String(given[1])) });
    };
    disk.rename = async (from, to) => {
      await original.rename(from, to);
      operations.push({ kind: 'rename', path: relative(scratch.folder, String(from)), to: relative(scratch.folder, String(to)) });
    };
    syncBuiltinESMExports();
    const acknowledgedAt: number[] = [];
    try {
      const low = new Low(new JSONFile<{ count: number }>(path), { count: 0 });
      for (let count = 1; count <= 3; count += 1) {
        await low.update((data) => void (data.count = count));
        acknowledgedAt.push(operations.length);
      }
    } finally {
      Object.assign(disk, original);
      syncBuiltinESMExports();
    }
    let lost = 0;
    let unreadable = 0;
    await forEveryPowerCut(operations, async (folder, done) => {
      const acknowledged = acknowledgedAt.filter((at) => at <= done).length;
      const text = await readFile(join(folder, 'db.json'), 'utf8').catch(() => null);
      try {
        if ((text === null ? 0 : JSON.parse(text).count) < acknowledged) lost += 1;
      } catch {
        unreadable += 1;
      }
    });
    expect(lost).toBeGreaterThan(0);
    expect(unreadable).toBeGreaterThan(0);
  });
});
