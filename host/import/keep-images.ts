import { createHash } from 'node:crypto';
import type { Asset } from '../../core/article/asset.ts';
import { ASSET_ATTRIBUTE } from '../../core/import/html-figure.ts';
import { readImageHeader } from '../../core/import/image-header.ts';
import type { Page, PageElement } from './build-page.ts';

const ADDRESS_LENGTH_LIMIT = 28_000_000;
const TOTAL_BYTES_LIMIT = 100 * 1024 * 1024;
/** Narrower than this is no picture but a counter's pixel or a placeholder. */
const LEAST_SIDE = 8;
const DATA_ADDRESS = /^data:image\/[a-z.+-]{1,40};base64,/i;
const SOURCES = ['src', 'data-src'];

/** The bytes of an image that its address holds in itself, with what they are; null for any other address, and for what is not kept. */
function readDataAddress(address: string): Asset | null {
  const [head] = DATA_ADDRESS.exec(address.slice(0, 100)) ?? [];
  if (head === undefined || address.length > ADDRESS_LENGTH_LIMIT) return null;
  const bytes = new Uint8Array(Buffer.from(address.slice(head.length), 'base64'));
  const header = readImageHeader(bytes);
  if (!header || header.width < LEAST_SIDE || header.height < LEAST_SIDE) return null;
  return { sha256: createHash('sha256').update(bytes).digest('hex'), extension: header.extension, bytes };
}

function findImage(element: PageElement): Asset | null {
  for (const name of SOURCES) {
    const address = element.getAttribute?.(name)?.trim() ?? '';
    const asset = /^data:/i.test(address) ? readDataAddress(address) : null;
    if (asset) return asset;
  }
  return null;
}

/**
 * Takes the images out of a page that it holds in itself, as saved pages do, and writes the name of each on its element.
 * No name that the page wrote there itself stays.
 */
export function keepImages(page: Page): ReadonlyMap<string, Asset> {
  const kept = new Map<string, Asset>();
  let total = 0;
  for (const element of page.querySelectorAll('img')) {
    const found = findImage(element);
    const isKept = found !== null && (kept.has(found.sha256) || total + found.bytes.length <= TOTAL_BYTES_LIMIT);
    element.setAttribute(ASSET_ATTRIBUTE, isKept ? found.sha256 : '');
    if (!isKept) continue;
    if (!kept.has(found.sha256)) total += found.bytes.length;
    kept.set(found.sha256, found);
    // The address has done its work; a file's name in its place is what readers of pages take for an image.
    element.setAttribute('src', `${found.sha256}.${found.extension}`);
  }
  return kept;
}

