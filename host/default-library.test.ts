import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultLibraryFolder, displayFolder } from './default-library.ts';

const home = join('/', 'home', 'ada');

describe('defaultLibraryFolder', () => {
  it.each([
    ['is Documents/Lectern in the home folder', {}, join(home, 'Documents', 'Lectern')],
    ['is what LECTERN_LIBRARY says', { LECTERN_LIBRARY: join('/', 'srv', 'library') }, join('/', 'srv', 'library')],
    ['is the usual one when LECTERN_LIBRARY is empty', { LECTERN_LIBRARY: '' }, join(home, 'Documents', 'Lectern')],
  ])('%s', (_, env, folder) => expect(defaultLibraryFolder(env, home)).toBe(folder));
});

describe('displayFolder', () => {
  it.each([
    ['writes the home folder as ~', join(home, 'Documents', 'Lectern'), join('~', 'Documents', 'Lectern')],
    ['writes the home folder itself as ~', home, '~'],
    ['leaves a folder outside as it is', join('/', 'srv', 'library'), join('/', 'srv', 'library')],
    ['leaves a neighbour’s folder as it is', join('/', 'home', 'adam'), join('/', 'home', 'adam')],
    ['is not misled by dots in a name', join(home, '..library'), join('~', '..library')],
  ])('%s', (_, folder, shown) => expect(displayFolder(folder, home)).toBe(shown));
});
