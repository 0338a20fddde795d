import type { ImageExtension } from '../article/asset.ts';

/** What an image says of itself before it is drawn. Sizes in pixels. */
export type ImageHeader = { readonly extension: ImageExtension; readonly width: number; readonly height: number };

/** More than this is refused before anything is decoded: 2³¹ × 16 is a few bytes in a header and all memory in a window. */
export const PIXEL_LIMIT = 50_000_000;

const startsWith = (bytes: Uint8Array, text: string, at = 0) => [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));

function readPng(view: DataView): ImageHeader | null {
  return view.byteLength >= 24 && view.getUint32(12) === 0x49484452 ? { extension: 'png', width: view.getUint32(16), height: view.getUint32(20) } : null;
}

function readGif(view: DataView): ImageHeader | null {
  return view.byteLength >= 10 ? { extension: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) } : null;
}

function readWebp(view: DataView, bytes: Uint8Array): ImageHeader | null {
  if (view.byteLength < 30) return null;
  const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  if (startsWith(bytes, 'VP8X', 12)) return { extension: 'webp', width: uint24(24) + 1, height: uint24(27) + 1 };
  if (startsWith(bytes, 'VP8 ', 12)) return { extension: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (!startsWith(bytes, 'VP8L', 12) || bytes[20] !== 0x2f) return null;
  const bits = view.getUint32(21, true);
  return { extension: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** The markers of JPEG that begin a frame; among them stand three that do not. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function readJpeg(view: DataView): ImageHeader | null {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return { extension: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

function readKnown(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, '\u0089PNG\r\n\u001a\n')) return readPng(view);
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return readGif(view);
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return readWebp(view, bytes);
  return startsWith(bytes, '\u00ff\u00d8\u00ff') ? readJpeg(view) : null;
}

/** Reads what an image is from its bytes, whatever it is said to be; null for what is no PNG, JPEG, GIF or WebP, or is too large to be drawn. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const header = readKnown(bytes);
  return header && header.width > 0 && header.height > 0 && header.width * header.height <= PIXEL_LIMIT ? header : null;
}
