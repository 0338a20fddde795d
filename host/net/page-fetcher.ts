import type { Asset } from '../../core/article/asset.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import { formats } from '../../core/import/formats.ts';
import type { Source } from '../../core/import/source.ts';
import type { Fetcher } from '../../core/library/ports.ts';
import { assetOf } from '../import/asset-of.ts';
import { fetchAddress, type FetchOptions } from './fetch-address.ts';

const MB = 1024 * 1024;
const pageLimits = { bytes: 50 * MB, timeMs: 30_000, accept: 'text/html, application/xhtml+xml, application/pdf, application/epub+zip, text/plain, text/markdown, */*;q=0.5' };
const imageLimits = { bytes: 20 * MB, timeMs: 15_000, accept: 'image/webp, image/png, image/jpeg, image/gif' };
const NAME_LENGTH = 80;

/** A name for a page, with the extension that its type has: by its host and the last part of its address. */
function nameOf(url: string, mediaType: string | null): string {
  const { hostname, pathname } = new URL(url);
  const bare = mediaType?.split(';', 1)[0]?.trim().toLowerCase();
  const format = formats.find(({ mediaTypes }) => mediaTypes.some((each) => each === bare));
  const slug = (pathname.split('/').findLast((part) => part !== '') ?? '').replace(/\.[a-z0-9]{1,8}$/i, '').replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, NAME_LENGTH);
  return `${hostname}${slug === '' ? '' : ` ${slug}`}${format ? `.${format.extensions[0]}` : ''}`;
}

/** Makes what fetches pages and their images when a person asks for one. */
export function makeFetcher({ isAllowed }: Pick<FetchOptions, 'isAllowed'> = {}): Fetcher {
  const allowed = isAllowed ? { isAllowed } : {};
  return {
    async fetchPage(address): Promise<Result<{ source: Source; url: string }>> {
      const fetched = await fetchAddress(address, { ...pageLimits, ...allowed });
      if (!fetched.ok) return fetched;
      const { url, bytes, mediaType } = fetched.value;
      return succeed({ url, source: { name: nameOf(url, mediaType), bytes, origin: 'file', mediaType, address: url } });
    },
    async fetchImage(address): Promise<Asset | null> {
      const fetched = await fetchAddress(address, { ...imageLimits, ...allowed });
      return fetched.ok ? assetOf(fetched.value.bytes) : null;
    },
  };
}
