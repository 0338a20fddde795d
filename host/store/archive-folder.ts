import { basename, dirname, join } from 'node:path';

/** Where a library's archives go unless a place is named: beside the library, so that what carries or deletes the one leaves the other. */
export const archiveFolder = (folder: string): string => join(dirname(folder), `${basename(folder) || 'Lectern'} backups`);

/** "20261122T234105Z": sorts by time, and is a file name everywhere. */
const stamp = (timeMs: number) => new Date(timeMs).toISOString().replace(/[-:]|\.\d+/g, '');

/** A new archive's path. */
export const archivePath = (folder: string, timeMs: number): string => join(archiveFolder(folder), `${basename(folder) || 'Lectern'} ${stamp(timeMs)}.zip`);
