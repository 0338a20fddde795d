import { join, resolve } from 'node:path';

export type Machine = { readonly env: Readonly<Record<string, string | undefined>>; readonly platform: NodeJS.Platform; readonly home: string };

/** The folder for what can be made anew at any time: LECTERN_CACHE if it is set, else where this system keeps such things. No sync client carries it. */
export function cacheFolder({ env, platform, home }: Machine): string {
  if (env['LECTERN_CACHE']) return resolve(env['LECTERN_CACHE']);
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'Lectern');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Lectern', 'Cache');
  // The standard says that a path that is not absolute is to be ignored.
  return join(env['XDG_CACHE_HOME']?.startsWith('/') ? env['XDG_CACHE_HOME'] : join(home, '.cache'), 'lectern');
}
