import { createHash } from 'node:crypto';
import type { Asset } from '../../core/article/asset.ts';
import { readImageHeader } from '../../core/import/image-header.ts';

/** Narrower than this is no picture but a counter's pixel or a placeholder. */
const LEAST_SIDE = 8;

/** The image that bytes are; null for what is not kept. */
export function assetOf(bytes: Uint8Array): Asset | null {
  const header = readImageHeader(bytes);
  if (!header || header.width < LEAST_SIDE || header.height < LEAST_SIDE) return null;
  return { sha256: createHash('sha256').update(bytes).digest('hex'), extension: header.extension, bytes };
}
