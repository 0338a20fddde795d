import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSourceFile } from './read-source-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-source-'));
const isWindows = process.platform === 'win32';
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const unreadable = (name: string, reason: string) => ({ ok: false, fault: { code: 'file-unreadable', name, reason } });

describe('readSourceFile', () => {
  it('reads a file’s bytes under its base name', async () => {
    writeFileSync(at('ä b.txt'), 'text');
    expect(await readSourceFile(at('ä b.txt'))).toEqual({ ok: true, value: { name: 'ä b.txt', bytes: Buffer.from('text'), origin: 'file', mediaType: null } });
  });

  it('follows a link to a file', async () => {
    writeFileSync(at('target.txt'), 'text');
    symlinkSync(at('target.txt'), at('link.txt'));
    expect(await readSourceFile(at('link.txt'))).toMatchObject({ ok: true, value: { name: 'link.txt' } });
  });

  it('reads an empty file: that it is empty is for the importer to say', async () => {
    writeFileSync(at('empty.txt'), '');
    expect(await readSourceFile(at('empty.txt'))).toMatchObject({ ok: true, value: { bytes: Buffer.alloc(0) } });
  });

  it('says that there is no such file', async () => {
    expect(await readSourceFile(at('none.txt'))).toEqual(unreadable('none.txt', 'missing'));
    writeFileSync(at('file'), '');
    expect(await readSourceFile(at('file/below'))).toEqual(unreadable('below', 'missing'));
  });

  it('refuses a folder', async () => expect(await readSourceFile(folder)).toMatchObject({ ok: false, fault: { code: 'file-unreadable', reason: 'not-a-file' } }));

  it.skipIf(isWindows)('refuses a pipe without waiting for it, and a device without reading it', async () => {
    execFileSync('mkfifo', [at('pipe.txt')]);
    expect(await readSourceFile(at('pipe.txt'))).toEqual(unreadable('pipe.txt', 'not-a-file'));
    expect(await readSourceFile('/dev/zero')).toEqual(unreadable('zero', 'not-a-file'));
  });

  it.skipIf(isWindows)('refuses links that lead in a circle', async () => {
    symlinkSync(at('loop.txt'), at('loop.txt'));
    expect(await readSourceFile(at('loop.txt'))).toEqual(unreadable('loop.txt', 'other'));
  });

  it.skipIf(isWindows || process.getuid?.() === 0)('says when it may not read (skipped for root, who may read all)', async () => {
    writeFileSync(at('secret.txt'), 'text');
    chmodSync(at('secret.txt'), 0);
    expect(await readSourceFile(at('secret.txt'))).toEqual(unreadable('secret.txt', 'no-permission'));
  });

  it('refuses a file over the limit, and takes one that just fits', async () => {
    writeFileSync(at('large.txt'), 'x'.repeat(11));
    expect(await readSourceFile(at('large.txt'), 10)).toEqual({ ok: false, fault: { code: 'file-too-large', name: 'large.txt', bytes: 11, limitBytes: 10 } });
    expect(await readSourceFile(at('large.txt'), 11)).toMatchObject({ ok: true });
  });
});
