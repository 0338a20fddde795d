import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { zipSync, unzipSync, strToU8, type Zippable } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveLibrary, verifyArchive } from './archive.ts';
import { sha256 } from './canonical-json.ts';
import { checkLibrary } from './check-library.ts';
import { machineFileSystem } from './file-system.ts';
import { restoreArchive } from './restore-archive.ts';
import { makeFailingFileSystem } from './testing/failing-file-system.ts';
import { makeScratchFolder } from './testing/fixtures.ts';
import { hashesIn, makeRealLibrary, samples, testDisk } from './testing/real-library.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
let out: string;
let into: string;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
  out = join(scratch.folder, 'archives', 'reading.zip');
  into = join(scratch.folder, 'restored');
});
afterEach(() => scratch.remove());

const archive = () => archiveLibrary(testDisk, folder, out);
const restore = (file = out) => restoreArchive(testDisk, file, into);

describe('an archive', () => {
  it('holds every file of the library, and restores to the same bytes', async () => {
    await makeRealLibrary(folder);
    const before = await hashesIn(folder);
    expect(await archive()).toMatchObject({ ok: true, value: { file: out, files: before.size } });
    expect(await hashesIn(folder)).toEqual(before);
    expect(await restore()).toMatchObject({ ok: true, value: { name: 'Reading', articles: 2, damaged: [] } });
    expect(await hashesIn(into)).toEqual(before);
    expect(await checkLibrary(testDisk, into)).toMatchObject({ isSound: true, findings: [] });
  });

  it('is a zip that other programs open', async () => {
    await makeRealLibrary(folder);
    await archive();
    const files = unzipSync(await readFile(out));
    const hashes = new Map(Object.entries(files).filter(([name]) => name !== 'manifest.json').map(([name, bytes]) => [name, sha256(bytes)]));
    expect(hashes).toEqual(await hashesIn(folder));
    expect(JSON.parse(new TextDecoder().decode(files['manifest.json']))).toMatchObject({ kind: 'lectern-archive', format: 1, library: { name: 'Reading' } });
  });

  it('carries any library there and back, whatever is in its files', async () => {
    const sample = fc.record({ text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), note: fc.string({ unit: 'grapheme', maxLength: 400 }) });
    await fc.assert(fc.asyncProperty(fc.array(sample, { maxLength: 4 }), fc.uint8Array({ maxLength: 5_000 }), async (made, junk) => {
      await makeRealLibrary(folder, made.map(({ text, note }) => ({ text: text.toWellFormed(), quote: text.toWellFormed(), note: note.toWellFormed() })));
      await writeFile(join(folder, 'articles', '01m8000000000000000000000a.json'), junk);
      await writeFile(join(folder, 'originals', `${sha256(junk)}.bin`), junk);
      expect(await archive()).toMatchObject({ ok: true });
      await restore();
      expect(await hashesIn(into)).toEqual(await hashesIn(folder));
      for (const each of [folder, into, out]) await rm(each, { recursive: true });
    }), { numRuns: 25 });
  });

  it('is as small as its text allows, yet never so small that it looks like a bomb', async () => {
    await makeRealLibrary(folder, [...samples, { text: 'word '.repeat(40_000), quote: 'word', note: '' }]);
    await writeFile(join(folder, 'originals', `${sha256(new Uint8Array(20_000_000))}.bin`), new Uint8Array(20_000_000));
    const made = await archive();
    expect(made).toMatchObject({ ok: true });
    expect(await restore()).toMatchObject({ ok: true });
  });

  it('leaves out what is not the library’s: locks, temporary files, strangers', async () => {
    await makeRealLibrary(folder);
    const before = await hashesIn(folder);
    for (const file of ['articles/.7-0123456789abcdef.tmp', 'articles/notes.txt', 'lectern.lock', 'My file.json', 'content/x.json']) await writeFile(join(folder, ...file.split('/')), 'x');
    await archive();
    await restore();
    expect(await hashesIn(into)).toEqual(before);
  });

  it('never takes another file’s place, and never lies in the library', async () => {
    await makeRealLibrary(folder);
    await archive();
    expect(await archive()).toEqual({ ok: false, fault: { code: 'archive-misplaced', file: out, reason: 'present' } });
    for (const inside of [join(folder, 'a.zip'), join(folder, 'deep', 'a.zip'), folder]) expect(await archiveLibrary(testDisk, folder, inside)).toMatchObject({ fault: { code: 'archive-misplaced', reason: 'inside-library' } });
    expect(await archiveLibrary(testDisk, folder, `${folder}.zip`)).toMatchObject({ ok: true });
  });
});

describe('trouble while an archive is written', () => {
  it('of any call leaves the library as it was and no half archive', async () => {
    await makeRealLibrary(folder);
    const before = await hashesIn(folder);
    for (let failAt = 1; ; failAt += 1) {
      const files = makeFailingFileSystem(machineFileSystem);
      files.arm(failAt, failAt % 3 === 0 ? 'ENOSPC' : failAt % 3 === 1 ? 'EIO' : 'EACCES');
      const made = await archiveLibrary({ ...testDisk, files }, folder, out);
      const failed = files.failed();
      if (!made.ok) expect(['disk-full', 'save-failed', 'library-read-only', 'document-unreadable']).toContain(made.fault.code);
      const left = await readdir(join(scratch.folder, 'archives')).catch((): string[] => []);
      expect(left.filter((name) => !name.endsWith('.tmp') && !(name === 'reading.zip'))).toEqual([]);
      // Whatever bears the archive's name is whole.
      if (left.includes('reading.zip')) await verifyArchive(testDisk, out);
      await rm(join(scratch.folder, 'archives'), { recursive: true, force: true });
      if (failed === null) break;
    }
    expect(await hashesIn(folder)).toEqual(before);
  });

  it('on a full disk is told, and nothing stays behind', async ({ skip }) => {
    const small = join(scratch.folder, 'small');
    await mkdir(small);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small], { stdio: 'ignore' });
    } catch {
      skip('mounting a small disk is not permitted here');
    }
    try {
      await makeRealLibrary(folder);
      const noise = crypto.getRandomValues(new Uint8Array(60_000));
      for (let count = 0; count < 3; count += 1) await writeFile(join(folder, 'originals', `${sha256(`${count}`)}.bin`), noise);
      expect(await archiveLibrary(testDisk, folder, join(small, 'a.zip'))).toEqual({ ok: false, fault: { code: 'disk-full', folder: small } });
      expect(await readdir(small)).toEqual([]);
    } finally {
      execFileSync('umount', [small]);
    }
  });

  it('by kill -9 leaves nothing that looks like an archive, and the next one sweeps it', async () => {
    await makeRealLibrary(folder);
    for (let count = 0; count < 20; count += 1) await writeFile(join(folder, 'originals', `${sha256(`${count}`)}.bin`), crypto.getRandomValues(new Uint8Array(60_000)));
    const program = fileURLToPath(new URL('testing/archive-forever.ts', import.meta.url));
    const archives = join(scratch.folder, 'archives');
    await mkdir(archives);
    for (let kill = 0; kill < 8; kill += 1) {
      const child = spawn(process.execPath, [program, folder, archives], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      await wait(Math.random() * 120);
      child.kill('SIGKILL');
      await once(child, 'exit');
      for (const name of await readdir(archives)) if (name.endsWith('.zip')) await verifyArchive(testDisk, join(archives, name));
    }
    await archive();
    expect((await readdir(archives)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

/** An archive made by hand: files and a manifest that may lie. */
async function forge(files: Readonly<Record<string, string>>, change: (manifest: Record<string, unknown>) => unknown = (manifest) => manifest): Promise<void> {
  const manifest = { kind: 'lectern-archive', format: 1, library: { id: 'x', name: 'Forged' }, createdAt: new Date(0).toISOString(), files: Object.entries(files).map(([path, text]) => ({ path, size: strToU8(text).length, sha256: sha256(text) })) };
  const entries: Zippable = Object.fromEntries([...Object.entries(files), ['manifest.json', JSON.stringify(change(manifest))]].map(([name, text]) => [name, strToU8(String(text))]));
  await mkdir(join(scratch.folder, 'archives'), { recursive: true });
  await writeFile(out, zipSync(entries));
}

const listed = (manifest: Record<string, unknown>) => manifest['files'] as { path: string; size: number; sha256: string }[];

/** Changes bytes of the archive at the first, or last, place where a number stands. */
async function patch(where: (bytes: Buffer) => number, change: (bytes: Buffer, at: number) => void): Promise<void> {
  const bytes = await readFile(out);
  change(bytes, where(bytes));
  await writeFile(out, bytes);
}
const directoryAt = (bytes: Buffer) => bytes.indexOf('PK\x01\x02', 0, 'latin1');

describe('an archive that can’t be trusted', () => {
  const good = { 'library.json': '{}', 'settings.json': '{"a":1}' };
  const hostile: readonly (readonly [string, () => Promise<unknown>, RegExp])[] = [
    ['without a manifest', async () => { await forge(good); await writeFile(out, zipSync({ 'library.json': strToU8('{}') })); }, /no manifest/],
    ['with a path out of the folder', () => forge({ ...good, '../evil.json': 'x' }), /manifest/],
    ['with a path deeper than the layout', () => forge({ ...good, 'articles/../../evil.json': 'x' }), /manifest/],
    ['with an absolute path', () => forge({ ...good, '/etc/evil.json': 'x' }), /manifest/],
    ['with a drive or backslashes', () => forge({ ...good, 'c:\\evil.json': 'x' }), /manifest/],
    ['with a program among its files', () => forge({ ...good, 'originals/evil.exe': 'x' }), /manifest/],
    ['with a file that the manifest does not name', () => forge({ ...good, 'codebook.json': '{}' }, (manifest) => ({ ...manifest, files: listed(manifest).slice(0, 2) })), /does not name/],
    ['with a file missing', () => forge(good, (manifest) => ({ ...manifest, files: [...listed(manifest), { path: 'codebook.json', size: 2, sha256: sha256('{}') }] })), /not as its manifest says/],
    ['with a file named twice', () => forge(good, (manifest) => ({ ...manifest, files: [...listed(manifest), ...listed(manifest)] })), /twice/],
    ['with another hash', () => forge(good, (manifest) => ({ ...manifest, files: listed(manifest).map((file) => ({ ...file, sha256: sha256('other') })) })), /not as its manifest says/],
    ['of a later format', () => forge(good, (manifest) => ({ ...manifest, format: 7 })), /later Lectern/],
    ['that is another program’s', () => forge(good, (manifest) => ({ ...manifest, kind: 'something' })), /manifest/],
    ['whose manifest is no JSON', async () => { await forge(good); await writeFile(out, zipSync({ 'manifest.json': strToU8('{') })); }, /manifest/],
    ['that is no zip', async () => { await forge(good); await writeFile(out, 'hello'); }, /no zip/],
    ['that is empty', async () => { await forge(good); await writeFile(out, ''); }, /no zip/],
    ['that was cut short', async () => { await forge(good); await writeFile(out, (await readFile(out)).subarray(0, -30)); }, /no zip/],
    ['that is encrypted', async () => { await forge(good); await patch(directoryAt, (bytes, at) => bytes.writeUInt16LE(1, at + 8)); }, /encrypted/],
    ['with two entries of one name', async () => { await forge({ 'aa.json': 'x', 'bb.json': 'y' }); const bytes = await readFile(out); await writeFile(out, Buffer.from(bytes.toString('latin1').replaceAll('bb.json', 'aa.json'), 'latin1')); }, /same name/],
    ['whose entries overlap', async () => { await forge(good); await patch((bytes) => bytes.indexOf('PK\x01\x02', directoryAt(bytes) + 1, 'latin1'), (bytes, at) => bytes.writeUInt32LE(0, at + 42)); }, /overlap/],
    ['that lies about a size', async () => { await forge({ ...good, 'codebook.json': ' '.repeat(5_000) }, (manifest) => ({ ...manifest, files: listed(manifest).map((file) => (file.size === 5_000 ? { ...file, size: 9 } : file)) })); await patch((bytes) => bytes.indexOf('codebook.json', directoryAt(bytes)) - 46, (bytes, at) => bytes.writeUInt32LE(9, at + 24)); }, /damaged/],
    ['that is a bomb', () => forge({ ...good, 'codebook.json': ' '.repeat(30_000_000) }), /far more/],
    ['with more entries than it has bytes', async () => { await forge(good); await patch((bytes) => bytes.length - 22, (bytes, at) => bytes.writeUInt16LE(60_000, at + 10)); }, /directory is broken/],
    ['with a changed byte', async () => { await forge({ ...good, 'codebook.json': crypto.randomUUID() }); await patch((bytes) => bytes.indexOf('codebook.json') + 'codebook.json'.length + 3, (bytes, at) => bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)); }, /damaged|codebook/],
    ['that is not there', () => Promise.resolve(), /no such file/],
  ];

  it.each(hostile)('%s is refused, and nothing is written', async (_, make, reason) => {
    await make();
    const before = await hashesIn(scratch.folder);
    const refused = await restore();
    expect(refused).toMatchObject({ ok: false, fault: { code: 'archive-damaged', reason: expect.stringMatching(reason) } });
    expect(await hashesIn(scratch.folder)).toEqual(before);
  });

  it('is refused at every place where it may have been cut', async () => {
    await forge(good);
    const whole = await readFile(out);
    for (let length = 0; length < whole.length; length += 7) {
      await writeFile(out, whole.subarray(0, length));
      expect((await restore()).ok).toBe(false);
    }
  });
});

describe('restoring', () => {
  it('writes into no folder that has something in it', async () => {
    await makeRealLibrary(folder);
    await archive();
    await mkdir(into);
    await writeFile(join(into, 'mine.txt'), 'mine');
    expect(await restore()).toEqual({ ok: false, fault: { code: 'folder-in-use', folder: into } });
    expect(await readdir(into)).toEqual(['mine.txt']);
    expect(await restoreArchive(testDisk, out, join(into, 'mine.txt'))).toMatchObject({ fault: { code: 'folder-in-use' } });
  });

  it('on a disk that fails leaves the whole library or no file of it', async () => {
    await makeRealLibrary(folder);
    await archive();
    const whole = (await hashesIn(folder)).size;
    for (let failAt = 8; failAt < 400; failAt += 9) {
      const files = makeFailingFileSystem(machineFileSystem);
      files.arm(failAt, 'ENOSPC');
      const restored = await restoreArchive({ ...testDisk, files }, out, into);
      if (files.failed() === null) break;
      if (!restored.ok) expect([0, whole]).toContain((await hashesIn(into).catch(() => new Map())).size);
      await rm(into, { recursive: true, force: true });
    }
  });
});
