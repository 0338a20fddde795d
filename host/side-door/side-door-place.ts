import { lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { makerOf } from '../serve/private-folder.ts';
import { errorCode } from '../store/file-system.ts';

/** What both ends call the side door in a request: a name that is no host's. */
export const SIDE_DOOR_HOST = 'lectern.invalid';
/** The file beside the socket that only this account may read. */
export const SECRET_NAME = 'secret';
/** Where the door says which Lectern it is. */
export const VERSION_TARGET = '/version';

/** What macOS, the strictest, takes as the name of a socket; past it a socket would get a shorter name than was asked for. */
export const SOCKET_PATH_LIMIT_BYTES = 103;

/** The socket in the folder of a side door. On Windows, pipes have a space of names of their own. */
export function socketPath(folder: string): string {
  return process.platform === 'win32' ? `\\\\.\\pipe\\${basename(folder)}` : join(folder, 'socket');
}

/**
 * True for a folder that a process of this account made as its side door, and that nobody else may enter. A lock file
 * comes with the library, which others may write to: what it names is trusted no further than that.
 */
export async function isOwnSideDoor(folder: string, pid: number): Promise<boolean> {
  if (makerOf(basename(folder)) !== pid) return false;
  try {
    const stats = await lstat(folder);
    const uid = process.getuid?.();
    return stats.isDirectory() && (uid === undefined || (stats.uid === uid && (stats.mode & 0o077) === 0));
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return false;
  }
}
