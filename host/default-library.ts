import { join, relative, resolve, sep } from 'node:path';

/** The folder of the library that the app and the command line share: LECTERN_LIBRARY if it is set, else Documents/Lectern. */
export function defaultLibraryFolder(env: Readonly<Record<string, string | undefined>>, home: string): string {
  return env['LECTERN_LIBRARY'] ? resolve(env['LECTERN_LIBRARY']) : join(home, 'Documents', 'Lectern');
}

/** The folder as a person would write it: "~" for the home folder. */
export function displayFolder(folder: string, home: string): string {
  const inside = relative(home, folder);
  if (inside === '') return '~';
  const isOutside = inside === '..' || inside.startsWith(`..${sep}`) || resolve(home, inside) === inside;
  return isOutside ? folder : `~${sep}${inside}`;
}
