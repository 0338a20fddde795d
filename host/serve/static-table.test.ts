import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeStaticTable } from './static-table.ts';

async function makeFolder(files: Readonly<Record<string, string>>): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-table-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'assets'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return pathToFileURL(`${folder}/`);
}

describe('makeStaticTable', () => {
  it('lists the files of the renderer with their types', async () => {
    const table = await makeStaticTable(await makeFolder({ 'index.html': '', 'assets/a-1.js': '', 'assets/a-1.css': '', 'assets/Serif_x.woff2': '' }));
    expect([...table].map(([address, { mediaType }]) => [address, mediaType]).sort()).toEqual([
      ['/', 'text/html; charset=utf-8'],
      ['/assets/Serif_x.woff2', 'font/woff2'],
      ['/assets/a-1.css', 'text/css; charset=utf-8'],
      ['/assets/a-1.js', 'text/javascript; charset=utf-8'],
      ['/index.html', 'text/html; charset=utf-8'],
    ]);
  });

  it('leaves out source maps, unknown types, hidden files and names that would need escaping', async () => {
    const table = await makeStaticTable(await makeFolder({ 'index.html': '', 'a.js.map': '', 'a.exe': '', '.secret.js': '', 'a b.js': '', 'a%2f.js': '' }));
    expect([...table.keys()].sort()).toEqual(['/', '/index.html']);
  });

  it('does not follow a link out of the folder', async () => {
    const folder = await makeFolder({ 'index.html': '' });
    await symlink('/etc/hostname', new URL('hostname.js', folder));
    await symlink('/etc', new URL('etc', folder));
    expect([...(await makeStaticTable(folder)).keys()].sort()).toEqual(['/', '/index.html']);
  });

  it('keeps the files as they were when they are replaced meanwhile', async () => {
    const folder = await makeFolder({ 'index.html': 'old' });
    const table = await makeStaticTable(folder);
    await writeFile(new URL('index.html', folder), 'new');
    expect(new TextDecoder().decode(table.get('/')?.bytes)).toBe('old');
  });

  it('says that the renderer is not built', async () => {
    await expect(makeStaticTable(await makeFolder({}))).rejects.toThrow('not built');
  });
});
