import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { succeed } from '../../core/base/result.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { decodeDocument, type DocumentRef, encodeDocument } from './document-format.ts';
import { articleRef, codebookRef, identityRef, settingsRef } from './document-refs.ts';
import { machineFileSystem } from './file-system.ts';
import { leaveFile, listArticles, makeScratchFolder, openForTest, sampleArticle } from './testing/fixtures.ts';
import { makeRealLibrary } from './testing/real-library.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let goldens: ReadonlyMap<string, { readonly ref: DocumentRef<unknown>; readonly bytes: Uint8Array }>;
beforeAll(async () => {
  scratch = await makeScratchFolder();
  const folder = join(scratch.folder, 'golden');
  const { articles: [article] } = await makeRealLibrary(folder);
  if (!article) throw new Error('an article');
  const refs: readonly DocumentRef<unknown>[] = [articleRef(article.id), codebookRef, settingsRef, identityRef].map((ref) => ({ ...ref, merge: (value) => ({ merged: value, conflicts: [] }), revise: (_, next) => next }));
  goldens = new Map(await Promise.all(refs.map(async (ref) => [ref.kind, { ref, bytes: await readFile(join(folder, ref.file)) }] as const)));
});
afterAll(() => scratch.remove());

const goldenOf = (kind: string) => goldens.get(kind) ?? expect.fail(`no ${kind}`);
const encode = (text: string) => new TextEncoder().encode(text);
const kinds = ['article', 'codebook', 'settings', 'library'] as const;

describe.each(kinds)('a document of the kind %s', (kind) => {
  it('cut at any byte is told as damaged, and only the newline at its end may go', () => {
    const { ref, bytes } = goldenOf(kind);
    for (let length = 0; length < bytes.length - 1; length += 1) expect(decodeDocument(ref, bytes.subarray(0, length)).ok).toBe(false);
    expect(decodeDocument(ref, bytes.subarray(0, bytes.length - 1))).toEqual(decodeDocument(ref, bytes));
  });

  it('with any bit flipped is read as it was, or told as damaged', () => {
    const { ref, bytes } = goldenOf(kind);
    const whole = decodeDocument(ref, bytes);
    const flipped = Uint8Array.from(bytes);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      flipped[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const decoded = decodeDocument(ref, flipped);
      if (decoded.ok) expect(decoded).toEqual(whole);
      flipped[bit >> 3] = bytes[bit >> 3] ?? 0;
    }
  });
});

type Spoil = (text: string) => Uint8Array;
const unsigned = (text: string) => text.replace(/"sha256": "[0-9a-f]{64}"/, '"sha256": null');
/** What is done to an article's document, and what a person reads of it after its name; null where it is read as it was. */
const spoils: readonly (readonly [string, Spoil, string | null])[] = [
  ['is empty', () => encode(''), 'because it is empty.'],
  ['is filled with zero bytes', (text) => new Uint8Array(text.length), 'because it is filled with zero bytes, as after a power cut.'],
  ['ends in zero bytes', (text) => encode(`${text.slice(0, 400)}${'\0'.repeat(400)}`), 'because it is not valid JSON.'],
  ['has a byte order mark', (text) => encode(`\ufeff${text}`), null],
  ['is in UTF-16', (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')), 'because it is not valid JSON.'],
  ['is not UTF-8', () => Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d), 'because it is not valid JSON.'],
  ['is a million brackets', () => encode('['.repeat(1_000_000)), 'because it is not valid JSON.'],
  ['nests too deeply', () => encode(`${'['.repeat(5_000)}${']'.repeat(5_000)}`), 'because it is nested too deeply.'],
  ['has a number without end', (text) => encode(unsigned(text).replace(/"wordCount": \d+/, '"wordCount": 1e400')), 'because it is not shaped as such a document must be.'],
  ['has half a character', (text) => encode(unsigned(text).replace(/"title": "[^"]*"/, '"title": "\\ud800 half"')), null],
  ['has a key twice', (text) => encode(text.replace('"title":', '"title": "Another",\n  "title":')), null],
  ['has a key twice, with another value at last', (text) => encode(text.replace(/("title": "[^"]*",)/, '$1\n  "title": "Another",')), 'because its text does not match its checksum.'],
  ['has a key __proto__', (text) => encode(unsigned(text).replace('"title"', '"__proto__": { "isAdmin": true },\n  "title"')), null],
  ['has a key constructor', (text) => encode(unsigned(text).replace('"title"', '"constructor": { "prototype": { "isAdmin": true } },\n  "title"')), null],
  ['is null', () => encode('null'), 'because it is not shaped as such a document must be.'],
  ['is a list', () => encode('[]'), 'because it is not shaped as such a document must be.'],
  ['is of a later format', (text) => encode(text.replace('"format": 1', '"format": 9')), 'was written by a later Lectern (format 9).'],
];
const fields = ['title', 'dek', 'published', 'wordCount', 'importedAt', 'content', 'original', 'status', 'progress', 'position', 'summary', 'putBack', 'highlights', 'binnedAt', 'removed', 'revisions'] as const;

/** A library of good articles and one spoilt one, opened. */
async function openWith(spoil: Spoil) {
  const folder = join(scratch.folder, `spoilt-${Math.random().toString(36).slice(2)}`);
  const first = await openForTest(folder);
  const good = Array.from({ length: 5 }, (_, index) => sampleArticle(`Good ${index}`));
  for (const article of good) await first.store.createArticle(article);
  await first.close(2_000);
  const bad = sampleArticle('Spoilt');
  const file = `articles/${bad.id}.json`;
  const bytes = spoil(new TextDecoder().decode(encodeDocument(articleRef(bad.id), { rev: 1, value: bad })));
  await leaveFile(join(folder, file), bytes);
  const opened = await openForTest(folder, { wait: async () => undefined });
  onTestFinished(async () => {
    await opened.close(2_000);
    await rm(folder, { recursive: true, force: true });
  });
  return { folder, file, bytes, bad, good, ...opened };
}

async function expectOthers({ store }: Awaited<ReturnType<typeof openWith>>, good: readonly { readonly id: string }[]): Promise<void> {
  const { articles } = await listArticles(store);
  for (const { id } of good) expect(articles.map((article) => article.id)).toContain(id);
  const [first] = articles;
  if (first) expect(await store.updateArticle(first.id, (present) => succeed({ next: { ...present, dek: 'Still written.' }, answer: null }))).toEqual(succeed(null));
}

describe('an article’s document that', () => {
  it.each(spoils)('%s is said in words, its bytes are kept, and the others go on', async (_, spoil, words) => {
    const library = await openWith(spoil);
    const { damaged } = await listArticles(library.store);
    if (words === null) expect(damaged).toEqual([]);
    else {
      const [damage] = damaged;
      if (!damage) throw new Error('Nothing was said');
      expect(faultSentence(damage.fault)).toContain(`${library.file} `);
      expect(faultSentence(damage.fault)).toContain(words);
      expect(await readFile(join(library.folder, damage.keptAs ?? damage.file))).toEqual(Buffer.from(library.bytes));
    }
    expect('isAdmin' in {}).toBe(false);
    await expectOthers(library, library.good);
  });

  it.each(fields)('has another type in “%s” is set aside, and the others go on', async (field) => {
    const library = await openWith((text) => encode(JSON.stringify({ ...JSON.parse(text), sha256: null, [field]: { not: ['it'] } })));
    const { damaged } = await listArticles(library.store);
    // Revisions are keyed by places, so any object is one until its entries are looked at.
    expect(damaged).toMatchObject([{ file: library.file, fault: { code: 'document-damaged', reason: 'wrong-shape' } }]);
    expect(await readFile(join(library.folder, damaged[0]?.keptAs ?? ''))).toEqual(Buffer.from(library.bytes));
    await expectOthers(library, library.good);
  });

  it('is a link to nothing is told and stays, until its file is there', async () => {
    const library = await openWith(() => encode(''));
    await rm(join(library.folder, library.file));
    await symlink(join(library.folder, 'elsewhere.json'), join(library.folder, library.file));
    const { damaged } = await listArticles(library.store);
    expect(damaged.map(({ fault }) => faultSentence(fault))).toEqual([`${library.file} could not be read: it is a link to a file that is not there. It was left as it is. Check the folder’s permissions and its disk, then try again.`]);
    await writeFile(join(library.folder, 'elsewhere.json'), encodeDocument(articleRef(library.bad.id), { rev: 1, value: library.bad }));
    await library.store.rescan();
    expect((await library.store.listSummaries()).damaged).toEqual([]);
    expect((await library.store.listSummaries()).summaries).toHaveLength(6);
  });

  it('is a folder is told, and the others go on', async () => {
    const library = await openWith(() => encode(''));
    await rm(join(library.folder, library.file));
    await mkdir(join(library.folder, library.file));
    expect((await listArticles(library.store)).damaged).toMatchObject([{ file: library.file, fault: { code: 'document-unreadable' } }]);
    await expectOthers(library, library.good);
  });
});

describe('a file in a cloud folder that is not on this machine just now', () => {
  it.each(['EIO', 'ETIMEDOUT', 'EAGAIN', 'EACCES'])('(%s) keeps its article in the list, is said in words, and is read when it is there', async (code) => {
    const folder = join(scratch.folder, `cloud-${code}`);
    const cacheFolder = join(scratch.folder, `cache-${code}`);
    let isAway = false;
    const article = sampleArticle('Away');
    const path = join(folder, 'articles', `${article.id}.json`);
    const refuse = (at: string) => (isAway && at === path ? Promise.reject(Object.assign(new Error(code), { code })) : null);
    const files = { ...machineFileSystem, readFile: (at: string) => refuse(at) ?? machineFileSystem.readFile(at) };
    const opened = await openForTest(folder, { files, cacheFolder });
    await opened.store.createArticle(article);
    await opened.store.listSummaries();
    const bytes = await readFile(path);
    isAway = true;
    // The placeholder's stamp is another one, so its file is looked at again.
    await writeFile(path, bytes);
    await opened.store.rescan();
    const { summaries, damaged } = await opened.store.listSummaries();
    expect(summaries.map(({ title }) => title)).toEqual(['Away']);
    expect(damaged.map(({ fault }) => faultSentence(fault))).toEqual([expect.stringMatching(/could not be read: (the disk did not give it|this account may not read it)\. It was left as it is\./)]);
    expect(await opened.store.readArticle(article.id)).toMatchObject({ ok: false, fault: { code: 'document-unreadable' } });
    isAway = false;
    expect(await opened.store.readArticle(article.id)).toEqual(succeed(article));
    expect((await opened.store.listSummaries()).damaged).toEqual([]);
    await opened.close(2_000);
    expect(await readdir(folder)).not.toContain('damaged');
  });
});

describe('an empty document among 400 good ones', () => {
  it('is the one that is set aside', async () => {
    const folder = join(scratch.folder, 'many');
    const first = await openForTest(folder);
    const articles = Array.from({ length: 400 }, (_, index) => sampleArticle(`Good ${index}`));
    await Promise.all(articles.map((article) => first.store.createArticle(article)));
    await first.close(2_000);
    const victim = articles[200]?.id;
    await leaveFile(join(folder, 'articles', `${victim}.json`), '');
    const opened = await openForTest(folder, { wait: async () => undefined });
    const { summaries, damaged } = await opened.store.listSummaries();
    expect([summaries.length, damaged.map(({ file }) => file)]).toEqual([399, [`articles/${victim}.json`]]);
    await opened.close(2_000);
  });
});
