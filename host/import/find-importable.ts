import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../../core/base/fault.ts';
import { selectImportable } from '../../core/import/select-importable.ts';
import { errorCode } from '../store/file-system.ts';

/** What can be imported of a folder: files by their paths in it, and the folders that could not be looked into. */
export type Importable = { readonly files: readonly { readonly path: string; readonly name: string }[]; readonly faults: readonly Fault[] };

const isRefused = (error: unknown) => ['EACCES', 'EPERM'].includes(errorCode(error) ?? '');

/** Looks through a folder and those within. What is hidden is left alone, links are not followed, and nothing but ordinary files is taken. */
export async function findImportable(folder: string): Promise<Importable> {
  const files: { path: string; name: string }[] = [];
  const faults: Fault[] = [];

  async function look(within: string): Promise<void> {
    let entries: readonly Dirent[];
    try {
      entries = await readdir(join(folder, within), { withFileTypes: true });
    } catch (error) {
      faults.push({ code: 'file-unreadable', name: within || folder, reason: isRefused(error) ? 'no-permission' : 'other' });
      return;
    }
    for (const entry of entries) {
      const name = within === '' ? entry.name : `${within}/${entry.name}`;
      if (entry.isFile()) files.push({ path: join(folder, name), name });
      else if (entry.isDirectory() && !entry.name.startsWith('.')) await look(name);
    }
  }

  await look('');
  return { files: selectImportable(files), faults };
}

/** True for a folder that is there; a link to one counts. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
