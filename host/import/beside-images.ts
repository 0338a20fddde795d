import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import type { FindHeld } from './keep-images.ts';

const IMAGE_BYTES_LIMIT = 20 * 1024 * 1024;
/** What a missing or forbidden file, a link that leads nowhere or a name that no disk takes is answered with. */
const EXPECTED = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP', 'ENAMETOOLONG', 'EISDIR', 'ENXIO', 'ERR_INVALID_ARG_VALUE']);

function decode(address: string): string | null {
  try {
    return decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '');
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** A regular file's bytes, where its true place is inside that folder. */
function readInside(folder: string, path: string): Uint8Array | null {
  const place = realpathSync(path);
  if (!place.startsWith(realpathSync(folder) + sep)) return null;
  const file = openSync(place, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const stat = fstatSync(file);
    return stat.isFile() && stat.size <= IMAGE_BYTES_LIMIT ? new Uint8Array(readFileSync(file)) : null;
  } finally {
    closeSync(file);
  }
}

/**
 * Finds the images that a browser saved beside a page, in the folder of its name. Nothing outside of that folder is read,
 * wherever an address or a link on the disk leads.
 */
export function makeBesideImages(folder: string): FindHeld {
  return (address) => {
    const path = decode(address)?.replace(/^\.\//, '');
    const [first, ...names] = path?.split('/') ?? [];
    if (first !== basename(folder) || names.length === 0 || names.some((name) => name === '' || name === '.' || name === '..' || /[\\\0]/.test(name))) return null;
    try {
      return readInside(folder, join(folder, ...names));
    } catch (error) {
      if (error instanceof Error && 'code' in error && EXPECTED.has(String(error.code))) return null;
      throw error;
    }
  };
}
