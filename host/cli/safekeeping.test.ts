import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveFile } from '../store/testing/fixtures.ts';
import { runLectern } from './testing/run-lectern.ts';

const ARTICLE = 'Who may pass the straits\n\nShips of all states enjoy a right of passage that no coastal state may suspend, and they enjoy it on the surface as below it.\n';

let home: string;
let library: string;
let id: string;
const inLibrary = (...args: readonly string[]) => runLectern([...args, '--library', library]);

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lectern-safe-'));
  library = join(home, 'library');
  id = (await runLectern(['import', '-', '--library', library], ARTICLE)).stdout.slice(0, 26);
});
afterEach(() => rm(home, { recursive: true, force: true }));

describe('lectern check', () => {
  it('says that a sound library is sound', async () => {
    expect(await inLibrary('check')).toEqual({ status: 0, stderr: '', stdout: expect.stringMatching(/^Checked \d documents, 1 text and 1 original\.\nThe library is sound\.\n$/) });
  });

  it('says what is wrong, changes nothing, and repairs it when told to', async () => {
    await leaveFile(join(library, 'articles', `${id}.json`), '{');
    const checked = await inLibrary('check');
    expect(checked).toMatchObject({ status: 1, stdout: expect.stringContaining(`articles/${id}.json can’t be used, because it is not valid JSON.\n`), stderr: expect.stringMatching(/^The library .* has a fault\. .*--repair/) });
    expect(existsSync(join(library, 'damaged'))).toBe(false);
    const repaired = await inLibrary('check', '--repair');
    expect(repaired).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^Repaired: articles\/.* is not valid JSON\.\n[^]*The library is sound\.\n$/) });
    expect(await readdir(join(library, 'damaged'))).toHaveLength(2);
  });

  it('tells other programs in JSON', async () => {
    await rm(join(library, 'originals'), { recursive: true });
    const { stdout, status } = await inLibrary('check', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ isSound: false, contents: 1, originals: 0, repaired: [], findings: [{ kind: 'original-missing', isProblem: true, file: `articles/${id}.json`, sentence: expect.stringContaining('which is missing') }] });
  });

  it('makes no library where there is none', async () => {
    library = join(home, 'none');
    for (const args of [['check'], ['check', '--repair']]) expect(await inLibrary(...args)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/There is no library at/) });
    expect(existsSync(library)).toBe(false);
  });
});

describe('lectern backup and lectern restore', () => {
  it('make an archive beside the library, and from it the same library elsewhere', async () => {
    const made = await inLibrary('backup');
    expect(made).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/library backups\/library \d{8}T\d{6}Z\.zip\n\d files archived, read back and found the same\.\n$/) });
    const [file = ''] = made.stdout.split('\n');
    const into = join(home, 'restored');
    expect(await runLectern(['restore', file, '--into', into])).toEqual({ status: 0, stderr: '', stdout: `${into}\n“library”: 1 article restored.\n` });
    expect((await runLectern(['show', id, '--library', into])).stdout).toBe((await inLibrary('show', id)).stdout);
    expect(await runLectern(['restore', file, '--into', into])).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('is not empty') });
  });

  it('say what is wrong', async () => {
    const out = join(home, 'mine.zip');
    await writeFile(out, 'mine');
    expect(await inLibrary('backup', '--out', out)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('There is a file') });
    expect(await inLibrary('restore', out, '--into', join(home, 'new'))).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('it is no zip archive') });
    expect(await inLibrary('restore', out)).toMatchObject({ status: 2, stderr: expect.stringContaining('--into is missing') });
    expect(existsSync(join(home, 'new'))).toBe(false);
  });
});

describe('lectern verify', () => {
  it('proves that nothing is locked in', async () => {
    await inLibrary('highlight', id, '--quote', 'right of passage', '--tag', 'law', '--note', '*Whose* right?');
    expect(await inLibrary('verify')).toEqual({ status: 0, stderr: '', stdout: '5 files went into an archive and came back; 1 article read the same.\n1 quote and 1 note are in the Markdown.\nNothing is locked in.\n' });
  });

  it('names what is not proven', async () => {
    await writeFile(join(library, 'articles', `${id}.json`), '{');
    expect(await inLibrary('verify')).toMatchObject({ status: 1, stdout: expect.stringMatching(/can’t be read in your library either/), stderr: expect.stringMatching(/differs from it in one place/) });
  });
});

describe('lectern history', () => {
  it('lists what was changed, and goes back', async () => {
    await inLibrary('highlight', id, '--quote', 'right of passage');
    const listed = await inLibrary('history', id.slice(-5));
    expect(listed).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^ {3}2 {2}\S+ \S+ {2}now: highlighted “right of passage”\n {3}1 {2}\S+ \S+ {2}the earliest that is kept\n$/) });
    expect(await inLibrary('history', id, '--restore', '7')).toMatchObject({ status: 1, stderr: expect.stringContaining('No version 7') });
    expect(await inLibrary('history', id, '--restore', '1')).toEqual({ status: 0, stderr: '', stdout: 'Version 1 is the present one again, as version 3. What was there before is kept.\n' });
    expect((await inLibrary('show', id)).stdout).toContain('0 highlights');
    expect(await inLibrary('history', 'zzzz')).toMatchObject({ status: 1, stderr: expect.stringContaining('no article') });
  });
});
