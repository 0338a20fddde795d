import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeBesideImages } from './beside-images.ts';
import { readSource } from './read-source.ts';
import { readSourceFile } from './read-source-file.ts';
import { pngOf } from './testing/png-of.ts';

const root = mkdtempSync(join(tmpdir(), 'lectern-beside-'));
afterAll(() => rmSync(root, { recursive: true }));
const isWindows = process.platform === 'win32';
const folder = join(root, 'Two towns_files');
const image = pngOf(640, 480);
mkdirSync(join(folder, 'deep'), { recursive: true });
for (const name of ['ship.png', 'a b.png', 'deep/map.png', '../secret.png']) writeFileSync(join(folder, name), image);

const find = makeBesideImages(folder);
const sentence = 'The ferry crossed the strait in forty minutes, and nobody in either town had ever thought of it as anything but a street. ';

describe('makeBesideImages', () => {
  it.each(['./Two towns_files/ship.png', 'Two%20towns_files/ship.png', 'Two%20towns_files/a%20b.png?w=600', './Two towns_files/deep/map.png'])('finds %s', (address) => expect(find(address)).toEqual(image));

  it.each([
    ['a place above it', './Two towns_files/../secret.png'],
    ['the same, encoded', 'Two towns_files/%2e%2e/secret.png'],
    ['the same, with its separator encoded', 'Two towns_files/..%2fsecret.png'],
    ['the same, as Windows writes it', 'Two towns_files\\..\\secret.png'],
    ['a file beside it', './secret.png'],
    ['a folder', './Two towns_files/deep'],
    ['a file that is not there', './Two towns_files/none.png'],
    ['a path through a file', './Two towns_files/ship.png/x'],
    ['an address of its own', 'https://e.com/Two towns_files/ship.png'],
    ['a place on the disk', `file://${join(root, 'secret.png')}`],
    ['an absolute path', join(root, 'secret.png')],
    ['a name with a zero in it', './Two towns_files/ship%00.png'],
    ['what can’t be decoded', './Two towns_files/%E0%A4%A'],
    ['a name that no disk takes', `./Two towns_files/${'x'.repeat(5_000)}`],
    ['nothing', ''],
  ])('finds nothing at %s', (_, address) => expect(find(address)).toBeNull());

  it.skipIf(isWindows)('follows no link out of the folder, and one inside it', () => {
    symlinkSync(join(root, 'secret.png'), join(folder, 'out.png'));
    symlinkSync(root, join(folder, 'up'));
    symlinkSync(join(folder, 'ship.png'), join(folder, 'in.png'));
    symlinkSync('loop.png', join(folder, 'loop.png'));
    for (const name of ['out.png', 'up/secret.png', 'loop.png']) expect(find(`./Two towns_files/${name}`)).toBeNull();
    expect(find('./Two towns_files/in.png')).toEqual(image);
  });

  it.skipIf(isWindows)('waits for no pipe, and reads no file of more bytes than an image may have', () => {
    execFileSync('mkfifo', [join(folder, 'pipe.png')]);
    writeFileSync(join(folder, 'big.png'), '');
    truncateSync(join(folder, 'big.png'), 21 * 1024 * 1024);
    for (const name of ['pipe.png', 'big.png']) expect(find(`./Two towns_files/${name}`)).toBeNull();
  });

  it('serves the import of a page that was given as a file: its images come in, the lead image at its head', async () => {
    const page = (body: string) => `<!-- saved from url=(0025)https://e.com/2021/11/towns --><html><head><title>Two towns</title><meta property="og:image" content="https://e.com/img/ship.png?w=1200"></head><body>${body}</body></html>`;
    const lead = '<figure><img src="./Two towns_files/ship.png" alt="A ship"><figcaption>A ship at anchor (credit: REUTERS)</figcaption></figure>';
    writeFileSync(join(root, 'Two towns.html'), page(`<header>${lead}</header><article><h1>Two towns</h1><p>${sentence.repeat(6)}</p><p>${sentence.repeat(6)}</p></article>`));
    const source = await readSourceFile(join(root, 'Two towns.html'));
    if (!source.ok) throw new Error(source.fault.code);
    const article = await readSource(source.value);
    const sha256 = createHash('sha256').update(image).digest('hex');
    expect(article).toMatchObject({ ok: true, value: { assets: [{ sha256, extension: 'png' }], capture: { url: 'https://e.com/2021/11/towns' } } });
    expect(article.ok && article.value.blocks.slice(0, 2)).toMatchObject([{ kind: 'title' }, { kind: 'figure', images: [{ asset: sha256, alt: 'A ship', address: null }], caption: { text: 'A ship at anchor' }, credit: { text: 'REUTERS' } }]);
    const uploaded = await readSource({ name: source.value.name, bytes: source.value.bytes, origin: 'file', mediaType: null });
    expect(uploaded).toMatchObject({ ok: true, value: { assets: [] } });
  });
});
