import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Block, type Content, createContent } from '../../core/article/blocks.ts';
import { beginningOf, excerptOf } from '../../core/article/excerpt.ts';
import { succeed } from '../../core/base/result.ts';
import { locateChunks, readExcerpt } from './chunk-tables.ts';
import { leaveFile, makeScratchFolder, openForTest } from './testing/fixtures.ts';

const paragraph = (text: string, index: number): Block => ({ kind: 'paragraph', leaf: { id: `p${index}`, text, marks: [] } });
const contentOf = (texts: readonly string[]): Content => createContent(texts.map(paragraph));
const long = contentOf(Array.from({ length: 300 }, (_, index) => `${index} “naïve” 🚢 `.padEnd(1_500, 'word ')));
const bytesOf = (content: Content, space?: number) => new TextEncoder().encode(`${JSON.stringify(content, null, space)}\n`);
const chunksOf = (content: Content) => excerptOf(content, 0)?.chunks ?? [];

describe('a table of chunks', () => {
  it('finds in the bytes of a text the excerpt that all of the text would give, around every place', () => {
    const longTexts = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 20 }).map((words) => contentOf(Array.from({ length: 90 }, (_, index) => words.join(' ').padEnd(3_000 + index, words.join('')))));
    fc.assert(fc.property(longTexts, fc.double({ min: 0, max: 1, noNaN: true }), (content, share) => {
      const [bytes, around] = [bytesOf(content), Math.floor(share * 300_000)];
      const table = locateChunks({ content, chunks: chunksOf(content), bytes });
      expect(table && readExcerpt(table, bytes, around)).toEqual(excerptOf(content, around));
    }), { numRuns: 20 });
  });

  it('is not made of a text that is spelt otherwise than today', () => {
    expect(locateChunks({ content: long, chunks: chunksOf(long), bytes: bytesOf(long, 1) })).toBeNull();
  });

  it('is of no use for other bytes', () => {
    const table = locateChunks({ content: long, chunks: chunksOf(long), bytes: bytesOf(long) });
    expect(table && readExcerpt(table, bytesOf(long, 1), 0)).toBeNull();
  });
});

describe('the beginning of a long text', () => {
  let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
  beforeEach(async () => void (scratch = await makeScratchFolder()));
  afterEach(() => scratch.remove());

  /** A library with the long text, whose beginning was read once. */
  async function readOnce() {
    const options = { cacheFolder: join(scratch.folder, 'cache') };
    const library = join(scratch.folder, 'library');
    const opened = await openForTest(library, options);
    const written = await opened.store.writeContent(long);
    if (!written.ok) throw new Error(written.fault.code);
    const hash = written.value;
    expect(await opened.store.readBeginning(hash, 0)).toEqual(succeed(beginningOf(long, 0)));
    await opened.close(2_000);
    const [id = ''] = await readdir(options.cacheFolder);
    return { hash, table: join(options.cacheFolder, id, 'chunks', `${hash}.json`), file: join(library, 'content', `${hash}.json`), reopen: () => openForTest(library, options) };
  }

  it('is read by a table from the second time on, and is the same', async () => {
    const { hash, table, reopen } = await readOnce();
    expect(JSON.parse(await readFile(table, 'utf8'))).toMatchObject({ kind: 'chunks' });
    const { store, close } = await reopen();
    for (const around of [0, 200_000, 450_000]) expect(await store.readBeginning(hash, around)).toEqual(succeed(beginningOf(long, around)));
    await close(2_000);
  });

  it.each([['no table', '{"kind":"chunks"'], ['a table for other rules', '{"kind":"chunks","format":1,"cut":1,"content":1,"rows":[]}'], ['rows that lead elsewhere', (table: string) => table.replace(/\[0,(\d+),0,(\d+),\d+,/, '[0,$1,0,$2,7,')]])('is the same where the cache holds %s', async (_, damage) => {
    const { hash, table, reopen } = await readOnce();
    await writeFile(table, typeof damage === 'string' ? damage : damage(await readFile(table, 'utf8')));
    const { store, close } = await reopen();
    expect(await store.readBeginning(hash, 0)).toEqual(succeed(beginningOf(long, 0)));
    await close(2_000);
  });

  it('is refused, table or not, when a byte anywhere in the file is another', async () => {
    const { hash, file, reopen } = await readOnce();
    const bytes = await readFile(file);
    await leaveFile(file, bytes.fill(120, bytes.length - 200, bytes.length - 199));
    const { store, close } = await reopen();
    expect(await store.readBeginning(hash, 0)).toMatchObject({ ok: false, fault: { code: 'document-damaged', reason: 'wrong-hash' } });
    await close(2_000);
  });
});
