import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fail, succeed } from '../../core/base/result.ts';
import { makeScratchFolder, openForTest, sampleArticle, sampleHighlight } from './testing/fixtures.ts';

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
    const note = (text: string) => store.updateArticle(article.id, (present) => succeed({ next: { ...present, highlights: [...present.highlights, sampleHighlight(text)] }, answer: text }));
    const acknowledged: string[] = [];
    const path = join(folder, 'articles', `${article.id}.json`);
    // Notes are saved until the disk is full; each that was acknowledged has to be there at the end.
    await writeFile(join(scratch.folder, 'almost'), new Uint8Array(850_000));
    for (let count = 0; count < 100; count += 1) {
      const saved = await note(`note ${count} ${'x'.repeat(4_000)}`);
      if (!saved.ok) expect(saved).toEqual(fail({ code: 'disk-full', folder: '~/Reading' }));
      else acknowledged.push(saved.value);
    }
    expect(acknowledged.length).toBeGreaterThan(2);
    expect(acknowledged.length).toBeLessThan(100);
    const full = await store.readArticle(article.id);
    const before = await readFile(path);
    const ballast = join(scratch.folder, 'ballast');
    await writeFile(ballast, new Uint8Array(2_000_000)).catch(() => undefined);
    const summary = 'x'.repeat(100_000);
    const change = () => store.updateArticle(article.id, (present) => succeed({ next: { ...present, summary }, answer: null }));
    expect(await change()).toEqual(fail({ code: 'disk-full', folder: '~/Reading' }));
    expect(await readFile(path)).toEqual(before);
    expect((await readdir(join(folder, 'articles'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(await store.readArticle(article.id)).toEqual(full);
    await rm(ballast);
    await rm(join(scratch.folder, 'almost'));
    expect(await change()).toEqual(succeed(null));
    await close(2_000);
    const { store: reopened } = await openForTest(folder);
    const read = await reopened.readArticle(article.id);
    expect(read.ok && read.value.highlights.map((highlight) => highlight.note)).toEqual(acknowledged);
    expect(read.ok && read.value.summary).toBe(summary);
  });
});
