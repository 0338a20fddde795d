import { chmod, lstat, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../store/file-system.ts';
import { isAlive } from '../store/processes.ts';

const NAME = /^lectern-(?:serve|door)-(\d+)-\w+$/;

/** A folder that only this account may enter. It holds a secret, and uploads until they are read. */
export type PrivateFolder = { readonly path: string; write(name: string, text: string): Promise<void>; remove(): Promise<void> };

/** The process that made a private folder, by the folder's name; null for any other name. */
export function makerOf(name: string): number | null {
  const pid = NAME.exec(name)?.[1];
  return pid === undefined ? null : Number(pid);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Removes the folders of processes that were killed before they could. */
export async function sweepPrivateFolders(parent: string): Promise<void> {
  for (const name of await namesIn(parent)) {
    const pid = makerOf(name);
    if (pid === null || isAlive(pid)) continue;
    const path = join(parent, name);
    const stats = await lstat(path).catch(() => null);
    if (stats?.isDirectory() && stats.uid === process.getuid?.()) await rm(path, { recursive: true, force: true });
  }
}

/** Makes a folder of mode 0700 below `parent`, for a server or for a side door. */
export async function makePrivateFolder(parent: string, purpose: 'serve' | 'door'): Promise<PrivateFolder> {
  await sweepPrivateFolders(parent);
  const path = await mkdtemp(join(parent, `lectern-${purpose}-${process.pid}-`));
  await chmod(path, 0o700);
  return {
    path,
    write: (name, text) => writeFile(join(path, name), text, { mode: 0o600, flag: 'wx' }),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
