import type { Asset } from '../../core/article/asset.ts';
import { assetsOf, type Block } from '../../core/article/blocks.ts';
import { ASSET_ATTRIBUTE, KEPT_ADDRESS_ATTRIBUTE } from '../../core/import/html-figure.ts';
import { assetOf } from './asset-of.ts';
import type { Page, PageElement } from './build-page.ts';

const ADDRESS_LENGTH_LIMIT = 28_000_000;
const TOTAL_BYTES_LIMIT = 100 * 1024 * 1024;
const DATA_ADDRESS = /^data:image\/[a-z.+-]{1,40};base64,/i;
const SOURCES = ['src', 'data-src'];

/** The bytes of an image at an address that its source holds beside the page; null where it holds none. */
export type FindHeld = (address: string) => Uint8Array | null;

/** The bytes that an address holds in itself; null for any other address. */
function readDataAddress(address: string): Uint8Array | null {
  const [head] = DATA_ADDRESS.exec(address.slice(0, 100)) ?? [];
  return head === undefined || address.length > ADDRESS_LENGTH_LIMIT ? null : new Uint8Array(Buffer.from(address.slice(head.length), 'base64'));
}

function findImage(element: PageElement, findHeld: FindHeld): { readonly asset: Asset; readonly address: string } | null {
  for (const name of SOURCES) {
    const address = element.getAttribute?.(name)?.trim() ?? '';
    const isOwn = /^data:/i.test(address);
    const bytes = isOwn ? readDataAddress(address) : address === '' ? null : findHeld(address);
    const asset = bytes && assetOf(bytes);
    if (asset) return { asset, address: isOwn ? '' : address };
  }
  return null;
}

const holdsNone: FindHeld = () => null;

export type ImageKeeper = {
  /** Keeps an image by its bytes and answers its name; null for what is not kept. */
  add(bytes: Uint8Array): string | null;
  /**
   * Takes the images out of a page that it or its source holds, and writes the name of each on its element.
   * No name that the page wrote there itself stays.
   */
  keep(page: Page, findHeld?: FindHeld): void;
  /** The kept images that blocks show. */
  usedBy(blocks: readonly Block[]): readonly Asset[];
};

/** Keeps the images of the pages of one source, up to the limit of their bytes. */
export function makeImageKeeper(): ImageKeeper {
  const kept = new Map<string, Asset>();
  let total = 0;
  function add(found: Asset): boolean {
    const isKept = kept.has(found.sha256) || total + found.bytes.length <= TOTAL_BYTES_LIMIT;
    if (isKept && !kept.has(found.sha256)) total += found.bytes.length;
    if (isKept) kept.set(found.sha256, found);
    return isKept;
  }
  return {
    add(bytes) {
      const found = assetOf(bytes);
      return found && add(found) ? found.sha256 : null;
    },
    keep(page, findHeld = holdsNone) {
      for (const element of page.querySelectorAll('img')) {
        const found = findImage(element, findHeld);
        const isKept = found !== null && add(found.asset);
        element.setAttribute(ASSET_ATTRIBUTE, isKept ? found.asset.sha256 : '');
        element.setAttribute(KEPT_ADDRESS_ATTRIBUTE, isKept ? found.address : '');
        // The address has done its work; a file's name in its place is what readers of pages take for an image.
        if (isKept) element.setAttribute('src', `${found.asset.sha256}.${found.asset.extension}`);
      }
    },
    usedBy(blocks) {
      const used = new Set(blocks.flatMap(assetsOf));
      return [...kept.values()].filter(({ sha256 }) => used.has(sha256));
    },
  };
}
