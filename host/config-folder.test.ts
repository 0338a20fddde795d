import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configFolder } from './config-folder.ts';

const home = '/home/ada';

describe('configFolder', () => {
  it.each([
    ['is in ~/.config on Linux', {}, 'linux', join(home, '.config', 'Lectern')],
    ['follows XDG_CONFIG_HOME', { XDG_CONFIG_HOME: '/var/ada' }, 'linux', join('/var/ada', 'Lectern')],
    ['ignores an XDG_CONFIG_HOME that is not absolute', { XDG_CONFIG_HOME: 'ada' }, 'linux', join(home, '.config', 'Lectern')],
    ['is in the library folder on macOS', {}, 'darwin', join(home, 'Library', 'Application Support', 'Lectern')],
    ['is in the application data on Windows', { APPDATA: '/roaming' }, 'win32', join('/roaming', 'Lectern')],
    ['is where LECTERN_CONFIG says', { LECTERN_CONFIG: '/elsewhere', XDG_CONFIG_HOME: '/var/ada' }, 'linux', resolve('/elsewhere')],
  ] as const)('%s', (_, env, platform, folder) => expect(configFolder({ env, platform, home })).toBe(folder));
});
