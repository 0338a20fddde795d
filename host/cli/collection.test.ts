import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleIdSchema, createCollectionId } from '../../core/base/ids.ts';
import { succeed } from '../../core/base/result.ts';
import { createCollection, withMembers } from '../../core/collection/collection.ts';
import { openForTest } from '../store/testing/fixtures.ts';
import { type Ran, runLectern } from './testing/run-lectern.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lectern = (args: readonly string[], input?: string): Promise<Ran> => runLectern(args, input, { LECTERN_LIBRARY: join(folder, 'library'), LECTERN_CACHE: join(folder, 'cache') });
const add = async (title: string) => articleIdSchema.parse((await lectern(['import', '-'], `${title}\n\nA text that says something.\n`)).stdout.slice(0, 26));

/** Collects articles as the app does. */
async function collect(ids: Parameters<typeof withMembers>[1]): Promise<void> {
  const { store, close } = await openForTest(join(folder, 'library'));
  const collection = withMembers(createCollection('The strait', { id: createCollectionId(1, new Uint8Array(10)), now: '2026-01-01T00:00:00.000Z' }), ids, true);
  await store.collections.update((present) => succeed({ next: { ...present, collections: [collection] }, answer: null }));
  await close(2_000);
}

describe('a collection on the command line', () => {
  it('is listed, searched and exported by its name', async () => {
    const [first] = [await add('A fleet in the strait'), await add('A speech in the house')];
    await collect([first]);
    expect((await lectern(['list', '--collection', 'the STRAIT'])).stdout).toMatch(/^[^\n]+A fleet in the strait\n$/);
    expect((await lectern(['search', 'collection:strait', 'something'])).stdout).toMatch(/A fleet in the strait[^]+\n1 article\n$/);
    expect((await lectern(['search', '-collection:strait', 'something'].toSpliced(1, 0, '--'))).stdout).toMatch(/A speech in the house/);
    expect(await lectern(['export', '--collection', 'The strait', '--out', join(folder, 'notes')])).toMatchObject({ status: 0 });
    expect((await readdir(join(folder, 'notes'))).filter((name) => name.endsWith('.md'))).toEqual(['A fleet in the strait.md']);
  });

  it('that has no articles lists none and exports none', async () => {
    await add('A fleet in the strait');
    await collect([]);
    expect(await lectern(['list', '--collection', 'The strait'])).toMatchObject({ status: 0, stdout: 'The collection has no articles.\n' });
    expect(await lectern(['export', '--collection', 'The strait', '--out', '-'])).toMatchObject({ status: 0, stdout: '' });
  });

  it('that is not there is said, and ids beside a collection are one argument too many', async () => {
    await add('A fleet in the strait');
    expect(await lectern(['list', '--collection', 'Canal'])).toMatchObject({ status: 1, stderr: expect.stringContaining('There is no collection “Canal”') });
    expect(await lectern(['export', '--collection', 'Canal', '--out', '-'])).toMatchObject({ status: 1 });
    expect(await lectern(['export', '01abc', '--collection', 'Canal', '--out', '-'])).toMatchObject({ status: 2 });
  });
});
