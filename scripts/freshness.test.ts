import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lastChange } from './freshness.js';

function makeSources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-sources-'));
  mkdirSync(join(folder, 'inner'));
  for (const name of ['one.ts', 'inner/two.ts', 'inner/two.test.ts']) writeFileSync(join(folder, name), '');
  for (const name of ['one.ts', 'inner/two.ts', 'inner/two.test.ts', 'inner', '.']) utimesSync(join(folder, name), 1_000, 1_000);
  return folder;
}

describe('lastChange', () => {
  it('is that of the newest file, however deep', () => {
    const folder = makeSources();
    utimesSync(join(folder, 'inner', 'two.ts'), 2_000, 2_000);
    expect(lastChange(folder)).toBe(2_000_000);
  });

  it('does not see a test', () => {
    const folder = makeSources();
    utimesSync(join(folder, 'inner', 'two.test.ts'), 2_000, 2_000);
    expect(lastChange(folder)).toBe(1_000_000);
  });

  it('notices a file that is gone', () => {
    const folder = makeSources();
    rmSync(join(folder, 'inner', 'two.ts'));
    expect(lastChange(folder)).toBeGreaterThan(1_000_000);
  });

  it('is 0 where nothing is', () => {
    expect(lastChange(join(makeSources(), 'missing'))).toBe(0);
  });
});
