import { join } from 'node:path';
import { asArticleId } from '../../core/base/ids.ts';
import { errorCode, type FileSystem } from './file-system.ts';

/** The folders that hold what a library is made of, besides the documents in its own. */
export const PARTS = ['articles', 'content', 'originals', 'assets'] as const;
export type Part = (typeof PARTS)[number];

const HASHED_PATTERN = /^([0-9a-f]{64})\.[a-z0-9]{1,8}$/;
const patterns: Readonly<Record<Exclude<Part, 'articles'>, RegExp>> = { content: /^([0-9a-f]{64})\.json$/, originals: HASHED_PATTERN, assets: HASHED_PATTERN };

/** The key in a file's name, an id or a hash; null for a file that is none of Lectern's. */
export function keyOf(part: Part, name: string): string | null {
  if (part !== 'articles') return patterns[part].exec(name)?.[1] ?? null;
  return name.endsWith('.json') ? asArticleId(name.slice(0, -'.json'.length)) : null;
}

/** True for a document of the library itself: codebook.json and its like. */
export const isLibraryDocument = (name: string): boolean => /^[a-z]{1,32}\.json$/.test(name);

/** True for the path, with "/", of a file that belongs to a library. Nothing else is ever taken from an archive. */
export function isLibraryPath(path: string): boolean {
  const [folder = '', name, more] = path.split('/');
  if (name === undefined) return isLibraryDocument(folder);
  const part = PARTS.find((each) => each === folder);
  return more === undefined && part !== undefined && keyOf(part, name) !== null;
}

/** The names in a folder, in order; none where there is no folder. */
export async function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return [...(await files.readFolder(folder))].sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The files that a library is made of. Documents come before the texts they name: whoever copies them in this order has all that the copied articles need, whatever is added meanwhile. */
export async function* libraryFiles(files: FileSystem, folder: string): AsyncGenerator<string> {
  for (const part of PARTS) for (const name of await namesIn(files, join(folder, part))) if (keyOf(part, name) !== null) yield `${part}/${name}`;
  for (const name of await namesIn(files, folder)) if (isLibraryDocument(name)) yield name;
}
