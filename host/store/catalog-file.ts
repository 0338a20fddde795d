import { z } from 'zod';
import type { ArticleId } from '../../core/base/ids.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import { sha256 } from './canonical-json.ts';
import { readCacheFile, writeCacheFile } from './cache-file.ts';
import { parseEntries, spellEntries } from './catalog-columns.ts';
import type { Disk } from './durable-file.ts';
import type { Stamp } from './file-system.ts';

/** What is known of an article's document without reading it: its summary, and by what to tell that it is still the same. */
export type Entry = { readonly summary: ArticleSummary; readonly stamp: string; readonly sha256: string };
export type Entries = Map<ArticleId, Entry>;

/** Where a catalog is kept, and of which folder it is: a copy of a library has the same id and other files. `format` is the one that documents are read as. */
export type CatalogPlace = { readonly path: string; readonly library: string; readonly format: number };

const FORMAT = 2;
/** The compiler sees to it that a summary's new field is named here, and that makes catalogs without it stale. */
const summaryFields: Record<keyof ArticleSummary, true> = {
  id: true, title: true, label: true, byline: true, source: true, url: true, original: true, published: true, language: true, direction: true, importedAt: true, changedAt: true, status: true, progress: true,
  wordCount: true, highlightCount: true, noteCount: true, reviewCount: true, tags: true, binnedAt: true, links: true,
};
const shape = Object.keys(summaryFields).sort().join(' ');

/** A stamp as it is kept: size in bytes, time of change in nanoseconds, the file's number. */
export const stampText = ({ size, changedNs, fileId }: Stamp): string => `${size} ${changedNs} ${fileId}`;

const headOf = ({ library, format }: CatalogPlace, hash: string): string => JSON.stringify({ kind: 'catalog', format: FORMAT, shape, documents: format, library, sha256: hash });

const headSchema = z.object({ library: z.string() });
/** What a catalog without articles says: of this format, and of the one before it. */
const emptyBodies = [spellEntries(new Map()), '[]'];

function encode(place: CatalogPlace, entries: Entries): Uint8Array {
  const body = Buffer.from(spellEntries(entries));
  return Buffer.concat([Buffer.from(`${headOf(place, sha256(body))}\n`), body]);
}

/** The entries, when the bytes are a catalog of this library, whole and of this format. Its hash vouches for what is in it. */
function parse(place: CatalogPlace, bytes: Uint8Array): Entries | null {
  const end = bytes.indexOf(10);
  const body = bytes.subarray(end + 1);
  if (end === -1 || Buffer.from(bytes.subarray(0, end)).toString() !== headOf(place, sha256(body))) return null;
  return parseEntries(Buffer.from(body.buffer, body.byteOffset, body.length).toString());
}

/** The entries of a kept catalog; null where there is none that can be used. */
export async function readCatalog(disk: Disk, place: CatalogPlace): Promise<Entries | null> {
  const bytes = await readCacheFile(disk, place.path);
  return bytes && parse(place, bytes);
}

/** True for the kept catalog of that library's folder when it had articles; of any format, since a later Lectern too must know that there was a library. */
export async function hadArticles(disk: Disk, path: string, library: string): Promise<boolean> {
  const bytes = await readCacheFile(disk, path);
  if (bytes === null) return false;
  try {
    const end = bytes.indexOf(10);
    const head = headSchema.safeParse(JSON.parse(Buffer.from(bytes.subarray(0, end)).toString()));
    const isEmpty = emptyBodies.some((body) => Buffer.from(bytes.subarray(end + 1)).equals(Buffer.from(body)));
    return head.success && head.data.library === library && !isEmpty;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return false;
  }
}

/** Keeps a catalog, whole or not at all. */
export function writeCatalog(disk: Disk, place: CatalogPlace, entries: Entries): Promise<void> {
  return writeCacheFile(disk, place.path, encode(place, entries));
}
