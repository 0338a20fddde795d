import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fail, succeed } from '../../core/base/result.ts';
import { makeScratchFolder, openForTest, sampleArticle } from './testing/fixtures.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let isMounted = false;
beforeAll(async () => {
  scratch = await makeScratchFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', scratch.folder], { stdio: 'ignore' });
    isMounted = true;
  } catch (error) {
    console.warn(`A full disk is not tested on a real one: no mount here (${error instanceof Error ? error.message : String(error)}).`);
  }
});
afterAll(async () => {
  if (isMounted) execFileSync('umount', [scratch.folder]);
  await scratch.remove();
});

describe('a full disk', () => {
  it('keeps the old document byte for byte, says that it is full, and takes the change once there is room', async ({ skip }) => {
    if (!isMounted) skip('mounting a small disk is not permitted here');
    const folder = join(scratch.folder, 'Reading');
    const { store, close } = await openForTest(folder, { shownAs: '~/Reading' });
    const article = sampleArticle();
    await store.createArticle(article);
    const path = join(folder, 'articles', `${article.id}.json`);
    const before = await readFile(path);
    const ballast = join(scratch.folder, 'ballast');
    await writeFile(ballast, new Uint8Array(2_000_000)).catch(() => undefined);
    const summary = 'x'.repeat(100_000);
    const change = () => store.updateArticle(article.id, (present) => succeed({ next: { ...present, summary }, answer: null }));
    expect(await change()).toEqual(fail({ code: 'disk-full', folder: '~/Reading' }));
    expect(await readFile(path)).toEqual(before);
    expect((await readdir(join(folder, 'articles'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(await store.readArticle(article.id)).toEqual(succeed(article));
    await rm(ballast);
    expect(await change()).toEqual(succeed(null));
    await close(2_000);
  });
});
