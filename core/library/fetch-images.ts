import type { Asset } from '../article/asset.ts';
import { type Block, type Image, imagesIn } from '../article/blocks.ts';
import type { ParsedArticle } from '../import/source.ts';
import type { Fetcher } from './ports.ts';

/** More images than any article shows; what goes over stays an address. */
const IMAGES_LIMIT = 150;
const BYTES_LIMIT = 100 * 1024 * 1024;
const AT_ONCE = 6;

function mapImages(blocks: readonly Block[], change: (image: Image) => Image): readonly Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'figure': return { ...block, images: block.images.map(change) };
      case 'quote': case 'aside': return { ...block, blocks: mapImages(block.blocks, change) };
      case 'list': return { ...block, items: block.items.map((item) => mapImages(item, change)) };
      default: return block;
    }
  });
}

/** An article with the images that it shows by their addresses fetched once, so that reading it asks nobody. One that can't be had stays an address, which is never loaded. */
export async function withFetchedImages(parsed: ParsedArticle, fetcher: Fetcher): Promise<ParsedArticle> {
  const wanted = [...new Set(imagesIn(parsed.blocks).flatMap(({ asset, address }) => (asset === null && address !== null && /^https?:/i.test(address) ? [address] : [])))].slice(0, IMAGES_LIMIT);
  const fetched = new Map<string, Asset>();
  let bytes = 0;
  const queue = [...wanted];
  const work = async (): Promise<void> => {
    for (let address = queue.shift(); address !== undefined && bytes < BYTES_LIMIT; address = queue.shift()) {
      const asset = await fetcher.fetchImage(address);
      if (!asset || bytes + asset.bytes.length > BYTES_LIMIT) continue;
      bytes += asset.bytes.length;
      fetched.set(address, asset);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (fetched.size === 0) return parsed;
  const own = new Map([...fetched.values()].map((asset) => [asset.sha256, asset]));
  const blocks = mapImages(parsed.blocks, (image) => ({ ...image, asset: image.asset ?? (image.address === null ? null : (fetched.get(image.address)?.sha256 ?? null)) }));
  return { ...parsed, blocks, assets: [...(parsed.assets ?? []), ...own.values()] };
}
