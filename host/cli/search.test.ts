import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ran, runLectern } from './testing/run-lectern.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lectern = (args: readonly string[], input?: string): Promise<Ran> => runLectern(args, input, { LECTERN_LIBRARY: join(folder, 'library'), LECTERN_CACHE: join(folder, 'cache') });

describe('lectern search', () => {
  it('prints each article with what was found between signs, and nothing else', async () => {
    await lectern(['import', '-'], 'A fleet in the strait\n\nOfficials called it an exercise in freedom of navigation, and said more would follow.\n');
    const found = await lectern(['search', '"freedom of navigation"', 'fleet']);
    expect(found).toMatchObject({ status: 0, stderr: '' });
    expect(found.stdout).toMatch(/^[0-9a-z]{26} {2}A \*\*fleet\*\* in the strait\n {4}text: .*\*\*freedom of navigation\*\*, and said more/);
    expect(found.stdout).toMatch(/\n\n1 article\n$/);
    const json = await lectern(['search', 'fleet', '--json', '--limit', '1']);
    expect(JSON.parse(json.stdout)).toMatchObject({ total: 1, hint: null, hits: [{ title: 'A fleet in the strait', snippets: [{ where: 'title', marks: [{ start: 2, end: 7 }] }, { where: 'text' }] }] });
    expect(await lectern(['search', 'status:gone', 'price'])).toEqual({ status: 0, stdout: 'No article matches.\n', stderr: 'status: can’t be “gone”, so it was left out. It can be inbox, reading, archive, bin.\n' });
  });

  const addFleet = () => lectern(['import', '-'], 'A fleet in the strait\n\nOfficials called it an exercise.\n');
  const save = (name: string, query: string) => lectern(['search', '--save', name, query]);

  it('saves a query under a name, and finds later what it then finds', async () => {
    await addFleet();
    expect(await save('Fleets', 'fleet -navy')).toMatchObject({ status: 0, stdout: expect.stringMatching(/1 article\n$/), stderr: '' });
    await lectern(['import', '-'], 'Another fleet\n\nIt stayed in port.\n');
    expect((await lectern(['search', '--saved', 'fleets'])).stdout).toMatch(/2 articles\n$/);
  });

  it('lists what is saved, with how much each finds', async () => {
    await addFleet();
    expect(await lectern(['search', '--saved'])).toMatchObject({ status: 0, stdout: 'No search is saved. “lectern search --save NAME QUERY” keeps one.\n' });
    await save('Fleets', 'fleet -navy');
    expect(await lectern(['search', '--saved'])).toMatchObject({ stdout: '     1  Fleets: fleet -navy\n' });
    expect(JSON.parse((await lectern(['search', '--saved', '--json'])).stdout)).toMatchObject([{ name: 'Fleets', query: 'fleet -navy', count: 1 }]);
  });

  it('says that a name is taken, that there is none of it, or that it is none', async () => {
    await addFleet();
    await save('Fleets', 'fleet');
    expect(await save('FLEETS', 'port')).toMatchObject({ status: 1, stderr: expect.stringContaining('There is a saved search “Fleets” already') });
    expect(await lectern(['search', '--saved', 'navies'])).toMatchObject({ status: 1, stderr: expect.stringContaining('There is no saved search “navies”') });
    expect(await lectern(['search', '--saved', 'fleets', '--save', 'x'])).toMatchObject({ status: 2, stderr: expect.stringContaining('can’t be given together') });
    expect(await save(' ', 'fleet')).toMatchObject({ status: 2 });
  });

  it('says what is wrong with how it was called', async () => {
    expect(await lectern(['search'])).toMatchObject({ status: 2, stdout: '' });
    expect(await lectern(['search', 'fleet', '--limit', 'many'])).toMatchObject({ status: 2, stderr: expect.stringContaining('a whole number from 1 to 200') });
    expect(await lectern(['search', 'fleet'])).toMatchObject({ status: 1, stderr: expect.stringContaining('There is no library') });
  });
});
