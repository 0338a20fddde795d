import { basename, dirname, join } from 'node:path';

const STAMP_PATTERN = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.zip$/;

/** What a library's archives are named after: its folder. */
const nameOf = (folder: string): string => basename(folder) || 'Lectern';

/** Where a library's archives go unless a place is named: beside the library, so that what carries or deletes the one leaves the other. */
export const archiveFolder = (folder: string): string => join(dirname(folder), `${nameOf(folder)} backups`);

/** "20261122T234105Z": sorts by time, and is a file name everywhere. */
const stamp = (timeMs: number) => new Date(timeMs).toISOString().replace(/[-:]|\.\d+/g, '');

/** The name of an archive of the library in a folder, made at a time. */
export const archiveName = (folder: string, timeMs: number): string => `${nameOf(folder)} ${stamp(timeMs)}.zip`;

/** A new archive's path. */
export const archivePath = (folder: string, timeMs: number): string => join(archiveFolder(folder), archiveName(folder, timeMs));

/** When an archive of that library was made by its name; null for any other name. */
export function archiveTime(folder: string, name: string): number | null {
  const prefix = `${nameOf(folder)} `;
  const parts = name.startsWith(prefix) ? STAMP_PATTERN.exec(name.slice(prefix.length)) : null;
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const timeMs = Date.UTC(year, month - 1, day, hour, minute, second);
  // Not the 31st of June: only a name that this naming makes is one.
  return Number.isFinite(timeMs) && archiveName(folder, timeMs) === name ? timeMs : null;
}
