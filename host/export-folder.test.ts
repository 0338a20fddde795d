import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createArticleId } from '../core/base/ids.ts';
import { succeed } from '../core/base/result.ts';
import { freeFileName } from '../core/export/file-name.ts';
import { writeExport } from './export-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const idOf = (index: number) => createArticleId(index, new Uint8Array(10));

/** Exports articles of those titles, each of which links to all the others; answers which title leads where from the first file. */
async function exportTitles(...titles: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const written = await writeExport(folder, async (settled = {}) => {
    const taken = new Set(Object.values(settled));
    const names = titles.map((title, index) => {
      const name = settled[idOf(index)] ?? freeFileName(title, (folded) => [...taken].some((each) => each.toLowerCase() === folded));
      taken.add(name);
      return name;
    });
    return succeed(names.map((name, index) => ({ id: idOf(index), name, markdown: `${titles[index] ?? ''}\n${names.join('\n')}\n` })));
  });
  if (!written.ok) throw new Error(written.fault.code);
  const [first] = written.value;
  const [, ...links] = (await readFile(first?.file ?? '', 'utf8')).trimEnd().split('\n');
  return Object.fromEntries(await Promise.all(links.map(async (link, index) => [titles[index], (await readFile(join(folder, link), 'utf8')).split('\n')[0]])));
}

describe('writeExport', () => {
  it('leads links to the files that articles have since a former export, whatever they are called now', async () => {
    await exportTitles('Alpha', 'Beta', 'Beta?');
    expect(await exportTitles('Alpha', 'Renamed', 'Beta')).toEqual({ Alpha: 'Alpha', Renamed: 'Renamed', Beta: 'Beta' });
    expect((await readdir(folder)).filter((name) => name.endsWith('.md')).sort()).toEqual(['Alpha.md', 'Beta 2.md', 'Beta.md']);
  });

  it('leads links past files of others that stand in the way', async () => {
    await writeFile(join(folder, 'Beta.md'), 'somebody else’s\n');
    expect(await exportTitles('Alpha', 'Beta')).toEqual({ Alpha: 'Alpha', Beta: 'Beta' });
    expect(await readFile(join(folder, 'Beta.md'), 'utf8')).toBe('somebody else’s\n');
  });
});
