import { mkdir, rm, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../core/article/article.ts';
import { createContent } from '../../core/article/blocks.ts';
import { checkLibrary } from './check-library.ts';
import { repairLibrary } from './repair-library.ts';
import { machineChance, machineClock } from '../machine.ts';
import { sha256 } from './canonical-json.ts';
import { machineFileSystem } from './file-system.ts';
import { leaveFile, makeScratchFolder, openForTest } from './testing/fixtures.ts';
import { hashesIn, makeRealLibrary, testDisk } from './testing/real-library.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
let articles: readonly Article[];
let tag: string;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
  ({ articles, tag } = await makeRealLibrary(folder));
});
afterEach(() => scratch.remove());

const path = (file: string) => join(folder, ...file.split('/'));
const check = () => checkLibrary(testDisk, folder);
const article = (index: number): Article => {
  const found = articles[index];
  if (!found) throw new Error('no such sample');
  return found;
};
const articleFile = (index: number) => `articles/${article(index).id}.json`;
const change = async (file: string, from: string | RegExp, to: string) => leaveFile(path(file), (await readFile(path(file), 'utf8')).replace(from, to));

async function repair() {
  const repaired = await repairLibrary(testDisk, { folder, shownAs: folder, door: 'command', mode: 'write', clock: machineClock, chance: machineChance });
  if (!repaired.ok) throw new Error(JSON.stringify(repaired.fault));
  return repaired.value;
}

/** Every kind of damage: its file, how it is done, and what is found. */
const UNSIGNED = /"sha256": "[0-9a-f]{64}"/;
const damages: readonly (readonly [string, () => Promise<unknown>, () => object])[] = [
  ['an empty document', () => leaveFile(path(articleFile(0)), ''), () => ({ kind: 'damaged', file: articleFile(0), reason: 'empty' })],
  ['one filled with zero bytes', () => leaveFile(path(articleFile(0)), new Uint8Array(99)), () => ({ kind: 'damaged', file: articleFile(0), reason: 'nul-filled' })],
  ['one cut short', () => change(articleFile(0), /"highlights[^]*/, ''), () => ({ kind: 'damaged', file: articleFile(0), reason: 'not-json' })],
  ['one whose text does not match its hash', () => change(articleFile(0), 'Article 1', 'Article 7'), () => ({ kind: 'damaged', file: articleFile(0), reason: 'wrong-hash' })],
  ['one of another id', async () => leaveFile(path(articleFile(0)), await readFile(path(articleFile(1)))), () => ({ kind: 'damaged', file: articleFile(0), reason: 'wrong-id' })],
  ['a damaged codebook', () => leaveFile(path('codebook.json'), '{'), () => ({ kind: 'damaged', file: 'codebook.json', reason: 'not-json' })],
  ['damaged settings', () => leaveFile(path('settings.json'), 'null'), () => ({ kind: 'damaged', file: 'settings.json', reason: 'wrong-shape' })],
  ['a damaged library.json', () => leaveFile(path('library.json'), ''), () => ({ kind: 'damaged', file: 'library.json', reason: 'empty' })],
  ['a text whose bytes have changed', () => change(`content/${article(0).content}.json`, 'three', 'seven'), () => ({ kind: 'damaged', file: `content/${article(0).content}.json`, reason: 'wrong-hash' })],
  ['an original whose bytes have changed', () => leaveFile(path(`originals/${article(0).original.sha256}.txt`), 'other'), () => ({ kind: 'damaged', file: `originals/${article(0).original.sha256}.txt`, reason: 'wrong-hash' })],
  ['a tag that the codebook lacks', async () => {
    const { store, close } = await openForTest(folder);
    await store.updateCodebook((codebook) => ({ ok: true, value: { next: { ...codebook, tags: [] }, answer: null } }));
    await close(2_000);
  }, () => ({ kind: 'tag-missing', tagId: tag })],
  ['an earlier version that is damaged', async () => {
    await mkdir(path(`history/${article(0).id}`), { recursive: true });
    await leaveFile(path(`history/${article(0).id}/1.json`), '{');
  }, () => ({ kind: 'damaged', file: `history/${article(0).id}/1.json`, reason: 'not-json' })],
  ['a library without library.json', () => rm(path('library.json')), () => ({ kind: 'identity-missing' })],
];

const irreparable: typeof damages = [
  ['a missing text', () => rm(path(`content/${article(0).content}.json`)), () => ({ kind: 'content-missing', file: articleFile(0), content: article(0).content })],
  ['a missing original', () => rm(path(`originals/${article(0).original.sha256}.txt`)), () => ({ kind: 'original-missing', file: articleFile(0) })],
  ['a highlight whose words are not in the text', async () => {
    await change(articleFile(0), '"exact": "alliance"', '"exact": "entente"');
    await change(articleFile(0), UNSIGNED, '"sha256": null');
    await change(articleFile(0), /("original": \{\s*"sha256": )null/, `$1"${article(0).original.sha256}"`);
  }, () => ({ kind: 'quote-lost', file: articleFile(0), quote: 'entente' })],
  ['an image that is missing', async () => {
    const { store, close } = await openForTest(folder);
    const figure = { kind: 'figure' as const, images: [{ asset: 'b'.repeat(64), alt: '', address: null }], caption: null, credit: null, copies: 1 };
    await store.writeContent(createContent([{ kind: 'aside', id: 'a', reason: 'other', blocks: [figure] }]));
    await close(2_000);
  }, () => ({ kind: 'asset-missing', asset: 'b'.repeat(64) })],
  ['a document of a later format', () => change(articleFile(0), '"format": 1', '"format": 9'), () => ({ kind: 'newer', file: articleFile(0), format: 9 })],
];

const curiosities: typeof damages = [
  ['what an interrupted write left', () => leaveFile(path('articles/.999999999-0123456789abcdef.tmp'), 'half'), () => ({ kind: 'temporary', file: 'articles/.999999999-0123456789abcdef.tmp' })],
  ['a document that was edited by hand', () => change(articleFile(1), UNSIGNED, '"sha256": null'), () => ({ kind: 'hash-missing', file: articleFile(1) })],
  ['a text that no article uses', () => leaveFile(path(`content/${sha256('{"kind":"content","format":1,"blocks":[]}')}.json`), '{"kind":"content","format":1,"blocks":[]}'), () => ({ kind: 'unreferenced' })],
  ['an original that no article uses', () => leaveFile(path(`originals/${sha256('x')}.txt`), 'x'), () => ({ kind: 'unreferenced', file: `originals/${sha256('x')}.txt` })],
  ['a sync program’s copy', async () => leaveFile(path(`articles/${article(0).id} 2.json`), await readFile(path(articleFile(0)))), () => ({ kind: 'copy', document: articleFile(0) })],
  ['a file of somebody else’s', () => leaveFile(path('articles/notes.txt'), 'mine'), () => ({ kind: 'stranger', file: 'articles/notes.txt' })],
];

describe('a check', () => {
  it('finds nothing in a sound library, and changes nothing', async () => {
    const before = await hashesIn(folder);
    expect(await check()).toEqual({ findings: [], isSound: true, counts: { documents: 5, contents: 2, originals: 2 } });
    expect(await hashesIn(folder)).toEqual(before);
  });

  it.each([...damages, ...irreparable])('finds %s among good ones', async (_, harm, found) => {
    await harm();
    const before = await hashesIn(folder);
    const { findings, isSound } = await check();
    expect(isSound).toBe(false);
    expect(findings).toContainEqual(expect.objectContaining(found()));
    expect(await hashesIn(folder)).toEqual(before);
  });

  it.each(curiosities)('tells of %s, which is no fault', async (_, harm, found) => {
    await harm();
    expect(await check()).toMatchObject({ isSound: true, findings: [found()] });
  });

  it('takes bytes that nothing can be made of for a fault even under their true hash', async () => {
    await leaveFile(path(`content/${sha256('not json')}.json`), 'not json');
    expect((await check()).findings).toContainEqual({ kind: 'damaged', file: `content/${sha256('not json')}.json`, reason: 'not-json' });
    expect((await repair()).repaired).toEqual([]);
  });

  it('looks twice at a document that a sync client is writing', async () => {
    const whole = await readFile(path(articleFile(0)));
    await leaveFile(path(articleFile(0)), whole.subarray(0, 99));
    expect(await checkLibrary({ ...testDisk, wait: () => leaveFile(path(articleFile(0)), whole) }, folder)).toMatchObject({ isSound: true });
  });

  it('names a file that this account may not read', async () => {
    const files = { ...machineFileSystem, readFile: (file: string) => (file.endsWith('settings.json') ? Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })) : machineFileSystem.readFile(file)) };
    expect((await checkLibrary({ ...testDisk, files }, folder)).findings).toEqual([{ kind: 'unreadable', file: 'settings.json', code: 'EACCES' }]);
  });
});

/** Hashes of bytes that are still somewhere, whatever their names. */
const bytesIn = async () => new Set((await hashesIn(folder)).values());

describe('a repair', () => {
  it.each(damages)('of %s leaves no such fault and loses no byte', async (_, harm, found) => {
    await harm();
    const before = await bytesIn();
    const { repaired, after } = await repair();
    expect(repaired).toContainEqual(expect.objectContaining(found()));
    expect(after.findings).not.toContainEqual(expect.objectContaining(found()));
    const kept = await bytesIn();
    const written = new Set(['codebook.json'].flatMap((file) => (found() as { kind: string }).kind === 'tag-missing' ? [file] : []));
    expect([...before].filter((hash) => !kept.has(hash)).length).toBeLessThanOrEqual(written.size);
  });

  it('loses no byte of many damages at once, and repairs nothing twice', async () => {
    await leaveFile(path(articleFile(0)), new Uint8Array(40));
    await leaveFile(path('codebook.json'), '{"tags"');
    await leaveFile(path('settings.json'), '');
    await leaveFile(path(`originals/${article(1).original.sha256}.txt`), 'changed');
    await leaveFile(path('articles/notes.txt'), 'mine');
    const before = await bytesIn();
    const { after } = await repair();
    const kept = await bytesIn();
    expect([...before].filter((hash) => !kept.has(hash))).toEqual([]);
    expect((await readdir(path('damaged'))).filter((name) => name.endsWith('.reason.txt'))).toHaveLength(4);
    expect((await repair()).before.findings).toEqual(after.findings);
    expect((await repair()).repaired).toEqual([]);
  });

  it('signs a document that was edited by hand, as it stands', async () => {
    await change(articleFile(1), UNSIGNED, '"sha256": null');
    await change(articleFile(1), '"title": "Article 2"', '"title": "My title", "mine": 7');
    expect((await repair()).after).toMatchObject({ isSound: true, findings: [] });
    expect(JSON.parse(await readFile(path(articleFile(1)), 'utf8'))).toMatchObject({ title: 'My title', mine: 7, rev: 2 });
  });

  it('removes what a dead process left of a write, and nothing of a living one’s', async () => {
    await leaveFile(path('articles/.999999999-0123456789abcdef.tmp'), 'half');
    await leaveFile(path('articles/.1-0123456789abcdef.tmp'), 'half');
    expect((await repair()).after.findings).toEqual([{ kind: 'temporary', file: 'articles/.1-0123456789abcdef.tmp' }]);
  });

  it('keeps the tags of highlights when the codebook is lost', async () => {
    await rm(path('codebook.json'));
    expect((await repair()).after.isSound).toBe(true);
    const { store, close } = await openForTest(folder);
    expect(await store.readCodebook()).toMatchObject({ value: { tags: [{ id: tag, name: 'recovered tag 1' }] } });
    await close(2_000);
  });

  it('waits for nobody: a library in use is not repaired', async () => {
    const { close } = await openForTest(folder, { door: 'desktop' });
    expect(await repairLibrary(testDisk, { folder, shownAs: folder, door: 'command', mode: 'write', clock: machineClock, chance: machineChance })).toMatchObject({ ok: false, fault: { code: 'library-locked' } });
    await close(2_000);
  });
});
