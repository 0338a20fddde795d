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
 * Whose the folder is that a lock names: this account's own, made by the process of the lock as its side door and closed
 * to everybody else; not there any more; or anything else. A lock comes with the library, which others may write to.
 */
export async function judgeSideDoor(folder: string, pid: number): Promise<'own' | 'gone' | 'foreign'> {
  if (makerOf(basename(folder)) !== pid) return 'foreign';
  try {
    const stats = await lstat(folder);
    const uid = process.getuid?.();
    return stats.isDirectory() && (uid === undefined || (stats.uid === uid && (stats.mode & 0o077) === 0)) ? 'own' : 'foreign';
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return errorCode(error) === 'ENOENT' ? 'gone' : 'foreign';
  }
}
