import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIXEL_LIMIT, readImageHeader } from './image-header.ts';

const bytesOf = (hex: string) => new Uint8Array((hex.replace(/\s/g, '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
const png = (width: number, height: number) => bytesOf(`89504e470d0a1a0a 0000000d 49484452 ${hex(width, 8)} ${hex(height, 8)} 0806000000`);
const jpeg = bytesOf('ffd8 ffe0 0010 4a46494600010100000100010000 ff ffc0 0011 08 0102 0304 03012200021101031101');
const gif = bytesOf('474946383961 2003 5802 00 00 00');
const webp = (chunk: string) => bytesOf(`52494646 00000000 57454250 ${chunk}`);

describe('readImageHeader', () => {
  it.each([
    ['a PNG', png(640, 480), { extension: 'png', width: 640, height: 480 }],
    ['a JPEG, past its other segments and filling bytes', jpeg, { extension: 'jpg', width: 0x304, height: 0x102 }],
    ['a GIF', gif, { extension: 'gif', width: 800, height: 600 }],
    ['a lossy WebP', webp('56503820 00000000 000000 9d012a 4001 f000'), { extension: 'webp', width: 320, height: 240 }],
    ['a lossless WebP', webp('5650384c 00000000 2f 3fc13b00 00000000 00'), { extension: 'webp', width: 320, height: 240 }],
    ['an extended WebP', webp('56503858 0a000000 00000000 3f0100 ef0000'), { extension: 'webp', width: 320, height: 240 }],
  ] as const)('reads %s', (_, bytes, header) => expect(readImageHeader(bytes)).toEqual(header));

  it.each([
    ['a drawing that may hold a program', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a picture of more pixels than a window can hold', png(0x7fffffff, 16)],
    ['a picture without pixels', png(0, 5)],
    ['a JPEG whose segments never end', bytesOf('ffd8 ffe0 0000 0000000000000000')],
    ['a page', new TextEncoder().encode('<!doctype html>')],
    ['nothing', new Uint8Array()],
  ])('refuses %s', (_, bytes) => expect(readImageHeader(bytes)).toBeNull());

  it('takes as many pixels as the limit says', () => {
    expect(readImageHeader(png(PIXEL_LIMIT, 1))).not.toBeNull();
    expect(readImageHeader(png(PIXEL_LIMIT + 1, 1))).toBeNull();
  });

  it('never throws, wherever the bytes end or whatever they are', () => {
    const beginnings = fc.constantFrom(png(1, 1), jpeg, gif, webp('56503820'), webp('5650384c'), webp('56503858'));
    fc.assert(fc.property(beginnings, fc.nat(40), fc.uint8Array({ maxLength: 60 }), (beginning, length, rest) => {
      const header = readImageHeader(new Uint8Array([...beginning.slice(0, length), ...rest]));
      expect(header === null || header.width * header.height <= PIXEL_LIMIT).toBe(true);
    }));
  });
});
