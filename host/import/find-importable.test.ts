import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findImportable, isFolder } from './find-importable.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('findImportable', () => {
  it('finds ordinary files in folders within, and neither pipes, links, hidden folders nor the images of a saved page', async () => {
    for (const name of ['deep/er', 'page_files', '.git']) await mkdir(join(folder, name), { recursive: true });
    for (const name of ['b.txt', 'page.html', 'page_files/frame.html', 'deep/er/a.md', '.git/x.txt', 'photo.jpg']) await writeFile(join(folder, name), 'x');
    await symlink(folder, join(folder, 'round'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    expect(await findImportable(folder)).toEqual({ files: ['b.txt', 'deep/er/a.md', 'page.html'].map((name) => ({ name, path: join(folder, name) })), faults: [] });
  });

  // Root may look into any folder.
  it.skipIf(process.getuid?.() === 0)('says which folder could not be looked into', async () => {
    await mkdir(join(folder, 'closed'));
    await chmod(join(folder, 'closed'), 0);
    expect((await findImportable(folder)).faults).toEqual([{ code: 'file-unreadable', name: 'closed', reason: 'no-permission' }]);
  });

  it('says that there is no such folder', async () => {
    expect(await findImportable(join(folder, 'none'))).toEqual({ files: [], faults: [{ code: 'file-unreadable', name: join(folder, 'none'), reason: 'other' }] });
  });
});

it('knows a folder from a file and from nothing, by a link too', async () => {
  await writeFile(join(folder, 'a.txt'), 'x');
  await symlink(folder, join(folder, 'link'));
  expect(await Promise.all([folder, join(folder, 'link'), join(folder, 'a.txt'), join(folder, 'none')].map(isFolder))).toEqual([true, true, false, false]);
});
