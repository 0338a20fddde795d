import { z } from 'zod';
import type { ArticleId } from '../../core/base/ids.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import { sha256 } from './canonical-json.ts';
import { readCacheFile, writeCacheFile } from './cache-file.ts';
import type { Disk } from './durable-file.ts';
import { errorCode, type Stamp } from './file-system.ts';

/** What is known of an article's document without reading it: its summary, and by what to tell that it is still the same. */
export type Entry = { readonly summary: ArticleSummary; readonly stamp: string; readonly sha256: string };
export type Entries = Map<ArticleId, Entry>;

/** Where a catalog is kept, and of which folder it is: a copy of a library has the same id and other files. `format` is the one that documents are read as. */
export type CatalogPlace = { readonly path: string; readonly library: string; readonly format: number };

const FORMAT = 1;
/** The compiler sees to it that a summary's new field is named here, and that makes catalogs without it stale. */
const summaryFields: Record<keyof ArticleSummary, true> = {
  id: true, title: true, label: true, byline: true, source: true, url: true, original: true, published: true, language: true, direction: true, importedAt: true, changedAt: true, status: true, progress: true,
  wordCount: true, highlightCount: true, noteCount: true, reviewCount: true, tags: true, binnedAt: true, links: true,
};
const shape = Object.keys(summaryFields).sort().join(' ');

/** A stamp as it is kept: size in bytes, time of change in nanoseconds, the file's number. */
export const stampText = ({ size, changedNs, fileId }: Stamp): string => `${size} ${changedNs} ${fileId}`;

const headOf = ({ library, format }: CatalogPlace, hash: string): string => JSON.stringify({ kind: 'catalog', format: FORMAT, shape, documents: format, library, sha256: hash });

const headSchema = z.object({ library: z.string(), documents: z.int() });

function encode(place: CatalogPlace, entries: Entries): Uint8Array {
  const body = Buffer.from(JSON.stringify([...entries.values()]));
  return Buffer.concat([Buffer.from(`${headOf(place, sha256(body))}\n`), body]);
}

/** The entries, when the bytes are a catalog of this library, whole and of this format. Its hash vouches for what is in it. */
function parse(place: CatalogPlace, bytes: Uint8Array): Entries | null {
  const end = bytes.indexOf(10);
  const body = bytes.subarray(end + 1);
  if (end === -1 || Buffer.from(bytes.subarray(0, end)).toString() !== headOf(place, sha256(body))) return null;
  const entries = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.length).toString()) as readonly Entry[];
  return new Map(entries.map((entry) => [entry.summary.id, entry]));
}

/** The entries of a kept catalog; null where there is none that can be used. */
export async function readCatalog(disk: Disk, place: CatalogPlace): Promise<Entries | null> {
  const bytes = await readCacheFile(disk, place.path);
  return bytes && parse(place, bytes);
}

/** The entries of a kept catalog of any format, if it is of that library's folder; null where it is not, or can't be read. */
export async function readCatalogOf(disk: Disk, path: string, library: string): Promise<Entries | null> {
  try {
    const bytes = await disk.files.readFile(path);
    const head = headSchema.safeParse(JSON.parse(Buffer.from(bytes.subarray(0, bytes.indexOf(10))).toString()));
    return head.success && head.data.library === library ? parse({ path, library, format: head.data.documents }, bytes) : null;
  } catch (error) {
    if (errorCode(error) === null && !(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** Keeps a catalog, whole or not at all. */
export function writeCatalog(disk: Disk, place: CatalogPlace, entries: Entries): Promise<void> {
  return writeCacheFile(disk, place.path, encode(place, entries));
}
