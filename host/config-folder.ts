import { join, resolve } from 'node:path';
import type { Machine } from './cache-folder.ts';

/**
 * The folder for what a user chose on this machine alone: LECTERN_CONFIG if it is set, else where this system keeps such things
 * and where the app keeps where its window stood. It is not the cache, which may be thrown away.
 */
export function configFolder({ env, platform, home }: Machine): string {
  if (env['LECTERN_CONFIG']) return resolve(env['LECTERN_CONFIG']);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lectern');
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Lectern');
  return join(env['XDG_CONFIG_HOME']?.startsWith('/') ? env['XDG_CONFIG_HOME'] : join(home, '.config'), 'Lectern');
}
