import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makePrivateFolder } from './private-folder.ts';

async function makeParent(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'lectern-runtime-'));
  onTestFinished(() => rm(parent, { recursive: true }));
  return parent;
}

describe('makePrivateFolder', () => {
  it.skipIf(process.platform === 'win32')('lets only this account into the folder and its address file', async () => {
    const folder = await makePrivateFolder(await makeParent(), 'serve');
    await folder.write('address', 'http://127.0.0.1:1/#k=secret');
    expect((await stat(folder.path)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder.path, 'address'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder.path, 'address'), 'utf8')).toBe('http://127.0.0.1:1/#k=secret');
  });

  it('leaves nothing behind', async () => {
    const parent = await makeParent();
    const folder = await makePrivateFolder(parent, 'serve');
    await folder.write('address', 'http://127.0.0.1:1/#k=secret');
    await folder.remove();
    expect(await readdir(parent)).toEqual([]);
  });

  it('sweeps the folders of servers that were killed, and no other', async () => {
    const parent = await makeParent();
    const names = ['lectern-serve-4194999-dead', 'lectern-door-4194999-dead', `lectern-serve-${process.ppid}-alive`, 'somebody-elses'];
    for (const name of names) await mkdir(join(parent, name));
    const folder = await makePrivateFolder(parent, 'serve');
    await folder.remove();
    expect((await readdir(parent)).sort()).toEqual(names.slice(2).sort());
  });
});
