import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from './run.js';

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('run', () => {
  it('answers the exit status of a command', async () => {
    expect(await run(process.execPath, ['-e', 'process.exit(3)'], { label: 'three', limitMs: 60_000 })).toBe(3);
  });

  it('ends a command that passes its bound, and what that command started', async () => {
    const pidFile = join(mkdtempSync(join(tmpdir(), 'lectern-run-')), 'pid');
    const child = `require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000);`;
    const parent = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'ignore' }); setInterval(() => {}, 1000);`;
    const status = await run(process.execPath, ['-e', parent], { label: 'a command without end', limitMs: 3_000 });
    expect(status).not.toBe(0);
    await expect.poll(() => isAlive(Number(readFileSync(pidFile, 'utf8'))), { timeout: 30_000 }).toBe(false);
  });

  it('says which program is missing', async () => {
    await expect(run('no-such-program', [], { label: 'a missing program', limitMs: 60_000 })).rejects.toThrow('a missing program: no-such-program could not be started');
  });
});
