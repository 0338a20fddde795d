import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machineFileSystem } from './store/file-system.ts';
import { makeScratchFolder } from './store/testing/fixtures.ts';
import { hashesIn, makeRealLibrary, testDisk } from './store/testing/real-library.ts';
import { verifyLibrary } from './verify-library.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
});
afterEach(() => scratch.remove());

const ours = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('lectern-verify-'));

describe('what came out of a library', () => {
  it('is the same in every file, value, quote and note, and the library is only read', async () => {
    await makeRealLibrary(folder);
    const [before, temporary] = [await hashesIn(folder), await ours()];
    expect(await verifyLibrary(testDisk, folder)).toEqual({ ok: true, value: { files: 9, articles: 2, quotes: 2, notes: 1, differences: [] } });
    expect(await hashesIn(folder)).toEqual(before);
    expect(await ours()).toEqual(temporary);
  });

  it('is the same whatever was written', async () => {
    const line = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom('# a', '> b', '```', '- c\n- d', '&amp; &copy;', '<b>', '**x*', '[[y]]', '^z', '| a | b |', '$x$', '1. e', '\\', '---'));
    const text = fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n').toWellFormed());
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ text: text.map((words) => `Say: ${words}`), note: text }), { minLength: 1, maxLength: 3 }), async (made) => {
      const own = join(scratch.folder, crypto.randomUUID());
      await makeRealLibrary(own, made.map((each) => ({ ...each, quote: each.text })));
      expect(await verifyLibrary(testDisk, own)).toMatchObject({ ok: true, value: { articles: made.length, differences: [] } });
    }), { numRuns: 20 });
  });

  it('differs where a file did not come back as it was', async () => {
    const { articles: [article] } = await makeRealLibrary(folder);
    const file = `content/${article?.content ?? ''}.json`;
    let reads = 0;
    // The archive gets the first reading; the comparison, a later one.
    const readFile: typeof machineFileSystem.readFile = async (path) => {
      const bytes = await machineFileSystem.readFile(path);
      return path === join(folder, file) && (reads += 1) > 1 ? new TextEncoder().encode('{}') : bytes;
    };
    const verified = await verifyLibrary({ ...testDisk, files: { ...machineFileSystem, readFile } }, folder);
    expect(verified).toMatchObject({ ok: true, value: { differences: expect.arrayContaining([{ kind: 'file-changed', file }, { kind: 'value-changed', file }]) } });
  });

  it('is told not to be proven where a document can’t be read', async () => {
    const { articles: [article] } = await makeRealLibrary(folder);
    const file = `articles/${article?.id ?? ''}.json`;
    await writeFile(join(folder, file), '{');
    expect(await verifyLibrary(testDisk, folder)).toMatchObject({ ok: true, value: { articles: 1, differences: [{ kind: 'unreadable', file }] } });
  });
});
