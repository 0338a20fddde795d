import type { Original } from '../article/article.ts';
import { type Content, createContent } from '../article/blocks.ts';
import { type Result, succeed } from '../base/result.ts';
import type { ParsedArticle, Source } from '../import/source.ts';
import type { LibraryStore } from './ports.ts';

/** What of a source lies in the library: its bytes, and its text under the hash `content`. */
export type KeptSource = { readonly original: Original; readonly content: string; readonly blocks: Content };

/** Writes the original, the images and the text of a source that was read. */
export async function keepSource(store: LibraryStore, source: Source, { blocks, pages, assets = [], mediaType, extension, encoding, capture }: ParsedArticle): Promise<Result<KeptSource>> {
  const written = await store.writeOriginal(source.bytes, extension);
  if (!written.ok) return written;
  for (const asset of assets) {
    const kept = await store.writeAsset(asset.bytes, asset.extension);
    if (!kept.ok) return kept;
  }
  const made = createContent(blocks, pages);
  const content = await store.writeContent(made);
  if (!content.ok) return content;
  const original = { sha256: written.value, extension, bytes: source.bytes.length, name: source.name, mediaType, encoding, ...capture };
  return succeed({ original, content: content.value, blocks: made });
}
