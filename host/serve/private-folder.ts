import { chmod, lstat, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../store/file-system.ts';

const NAME = /^lectern-serve-(\d+)-\w+$/;

/** A folder that only this account may enter. It holds the address with its secret, and uploads until they are read. */
export type PrivateFolder = { readonly path: string; writeAddress(address: string): Promise<void>; remove(): Promise<void> };

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** Removes the folders of servers that were killed before they could. */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = Number(NAME.exec(name)?.[1] ?? 0);
    if (pid === 0 || isRunning(pid)) continue;
    const path = join(parent, name);
    const stats = await lstat(path).catch(() => null);
    if (stats?.isDirectory() && stats.uid === process.getuid?.()) await rm(path, { recursive: true, force: true });
  }
}

/** Makes the folder below `parent` (the system's runtime or temporary folder), mode 0700. */
export async function makePrivateFolder(parent: string): Promise<PrivateFolder> {
  await sweep(parent);
  const path = await mkdtemp(join(parent, `lectern-serve-${process.pid}-`));
  await chmod(path, 0o700);
  return {
    path,
    writeAddress: (address) => writeFile(join(path, 'address'), `${address}\n`, { mode: 0o600, flag: 'wx' }),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
