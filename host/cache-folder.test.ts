import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from './cache-folder.ts';

const home = '/home/ada';

describe('cacheFolder', () => {
  it.each([
    ['is in ~/.cache on Linux', {}, 'linux', join(home, '.cache', 'lectern')],
    ['follows XDG_CACHE_HOME', { XDG_CACHE_HOME: '/var/ada' }, 'linux', join('/var/ada', 'lectern')],
    ['ignores an XDG_CACHE_HOME that is not absolute', { XDG_CACHE_HOME: 'ada' }, 'linux', join(home, '.cache', 'lectern')],
    ['is in the library folder on macOS', {}, 'darwin', join(home, 'Library', 'Caches', 'Lectern')],
    ['is in the local application data on Windows', { LOCALAPPDATA: '/local' }, 'win32', join('/local', 'Lectern', 'Cache')],
    ['is where LECTERN_CACHE says', { LECTERN_CACHE: '/elsewhere', XDG_CACHE_HOME: '/var/ada' }, 'linux', resolve('/elsewhere')],
  ] as const)('%s', (_, env, platform, folder) => expect(cacheFolder({ env, platform, home })).toBe(folder));
});
