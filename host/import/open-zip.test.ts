import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { succeed } from '../../core/base/result.ts';
import { UNPACKED_LIMIT, withZip } from './open-zip.ts';

const read = (bytes: Uint8Array, name = 'a.txt') => withZip({ name: 'book.epub', bytes }, async (zip) => succeed(await zip.read(name)));
const outcome = async (bytes: Uint8Array) => {
  const answer = await read(bytes);
  return answer.ok ? 'read' : answer.fault;
};
const zipOf = (files: Readonly<Record<string, string>>) => zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

/** The archive with some bytes of its first entry in the directory changed. */
function withDirectory(bytes: Uint8Array, change: (directory: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  const at = Buffer.from(copy).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  change(new DataView(copy.buffer, at));
  return copy;
}

const damaged = { code: 'file-damaged', name: 'book.epub' };
const tooLarge = { code: 'file-unpacks-too-large', name: 'book.epub', limitBytes: UNPACKED_LIMIT };

describe('withZip', () => {
  it('lists files and reads them; of a name that is not there it has nothing', async () => {
    const bytes = zipSync({ 'a.txt': strToU8('hello'), dir: { 'b.txt': strToU8('there') } });
    expect(await withZip({ name: 'x', bytes }, async (zip) => succeed(zip.names))).toEqual(succeed(['a.txt', 'dir/b.txt']));
    expect(await read(bytes)).toEqual(succeed(Buffer.from('hello')));
    expect(await read(bytes, 'c.txt')).toEqual(succeed(null));
  });

  it.each([
    ['is no archive', new Uint8Array(100)],
    ['was cut short', zipOf({ 'a.txt': 'hello' }).subarray(0, 40)],
    ['leads upwards', zipOf({ '../a.txt': 'x' })],
    ['leads upwards inside', zipOf({ 'b/../../a.txt': 'x' })],
    ['is absolute', zipOf({ '/a.txt': 'x' })],
    ['is of a drive', zipOf({ 'C:\\x': 'x' })],
    ['has a NUL in a name', zipOf({ 'a\0.txt': 'x' })],
    ['lies of a size', withDirectory(zipOf({ 'a.txt': 'hello hello hello hello' }), (entry) => entry.setUint32(24, 5, true))],
    ['has the wrong checksum', withDirectory(zipOf({ 'a.txt': 'hello' }), (entry) => entry.setUint32(16, 5, true))],
  ])('refuses one that %s', async (_, bytes) => expect(await outcome(bytes)).toEqual(damaged));

  it('refuses one that has two directories, of which each reader would see another', async () => {
    const [one, other] = [zipOf({ 'a.txt': 'checked' }), zipOf({ 'a.txt': 'unpacked' })];
    const end = Buffer.from(other).lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x0706_4b50, 0);
    expect(await outcome(Buffer.concat([one, other.subarray(0, end), locator, other.subarray(end)]))).toEqual(damaged);
  });

  it('refuses one that is locked by a password', async () => {
    expect(await outcome(withDirectory(zipOf({ 'a.txt': 'hello' }), (entry) => entry.setUint16(8, 1, true)))).toEqual({ code: 'file-encrypted', name: 'book.epub' });
  });

  it('refuses bombs before they are unpacked', async () => {
    expect(await outcome(zipSync({ 'a.txt': new Uint8Array(50 * 1024 * 1024) }))).toEqual(tooLarge);
    expect(await outcome(zipSync(Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`${at}`, new Uint8Array()])), { level: 0 }))).toEqual(tooLarge);
  });
});
