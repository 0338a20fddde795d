import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { afterPack, programOf } from './set-fuses.js';

/** What Electron's program holds before its fuses: a mark that nothing else has. */
const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

async function makePacked(wire: string, ...others: readonly string[]) {
  const appOutDir = await mkdtemp(join(tmpdir(), 'lectern-packed-'));
  onTestFinished(() => rm(appOutDir, { recursive: true }));
  const program = join(appOutDir, 'lectern');
  await writeFile(program, `before${MARK}\u0001${String.fromCharCode(wire.length)}${wire}after`, 'latin1');
  for (const name of others) await writeFile(join(appOutDir, name), '');
  const context = { appOutDir, electronPlatformName: 'linux', packager: { executableName: 'lectern', appInfo: { productFilename: 'Lectern' } } };
  const wireNow = async () => (await readFile(program, 'latin1')).split(MARK)[1]?.slice(2, -'after'.length);
  return { context, wireNow };
}

describe('afterPack', () => {
  it('sets each of the nine fuses, whatever the default was', async () => {
    for (const wire of ['101100011', '010011100', '111111111']) {
      const { context, wireNow } = await makePacked(wire);
      await afterPack(context);
      expect(await wireNow()).toBe('010011001');
    }
  });

  it('fails when Electron has a fuse that is not decided', async () => {
    const { context } = await makePacked('1011000110');
    await expect(afterPack(context)).rejects.toThrow();
  });

  it('leaves the stand-in as it is', async () => {
    const { context, wireNow } = await makePacked('101100011', 'STAND-IN');
    await afterPack(context);
    expect(await wireNow()).toBe('101100011');
  });
});

describe('programOf', () => {
  it.each([
    ['linux', join('/out', 'lectern')], ['win32', join('/out', 'Lectern.exe')], ['darwin', join('/out', 'Lectern.app', 'Contents', 'MacOS', 'Lectern')],
  ])('finds the program on %s', (electronPlatformName, program) => {
    expect(programOf({ appOutDir: '/out', electronPlatformName, packager: { executableName: 'lectern', appInfo: { productFilename: 'Lectern' } } })).toBe(program);
  });
});
