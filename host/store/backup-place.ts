import { dirname, isAbsolute } from 'node:path';
import { z } from 'zod';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { faultOfWrite } from './disk-faults.ts';
import { type Disk, writeDurably } from './durable-file.ts';
import { errorCode } from './file-system.ts';

/** Where the backups of a library go. This machine's user chose it, and it is kept on this machine: a library travels, and elsewhere the path may be wrong or another's. */
export type BackupPlace = {
  /** The folder that was chosen, as it was given; null is the one beside the library. */
  read(): Promise<string | null>;
  choose(folder: string | null): Promise<Result<void>>;
  /**
   * Takes over what the library's settings say, where earlier versions of Lectern kept it, and answers whether it is not needed
   * there any more. A folder that is not here may be another machine's, and a choice that was made here counts: those stay.
   */
  takeOver(setting: unknown): Promise<boolean>;
};

const FOLDER_LENGTH_LIMIT = 4_096;
const folderSchema = z.string().min(1).max(FOLDER_LENGTH_LIMIT).nullable();
const placeSchema = z.looseObject({ backupFolder: folderSchema });

function parsePlace(bytes: Uint8Array): { readonly backupFolder: string | null } | null {
  try {
    return placeSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The choice as it is kept in `file`; with null, for a library that nobody knows by an id, it lasts as long as this. */
export function makeBackupPlace(disk: Disk, file: string | null): BackupPlace {
  let chosen: { readonly backupFolder: string | null } | null = null;

  /** The choice that was made on this machine; null where none was, or none can be read. */
  async function load(): Promise<{ readonly backupFolder: string | null } | null> {
    if (file === null) return chosen;
    try {
      return parsePlace(await disk.files.readFile(file));
    } catch (error) {
      if (errorCode(error) === null) throw error;
      return null;
    }
  }

  async function choose(backupFolder: string | null): Promise<Result<void>> {
    chosen = { backupFolder };
    if (file === null) return succeed(undefined);
    try {
      await disk.files.makeFolder(dirname(file), 0o700);
      await writeDurably(disk, file, new TextEncoder().encode(`${JSON.stringify(chosen, null, 2)}\n`));
      return succeed(undefined);
    } catch (error) {
      return fail(faultOfWrite(error, dirname(file), { file }));
    }
  }

  async function isHere(folder: string): Promise<boolean> {
    try {
      await disk.files.readFolder(folder);
      return true;
    } catch (error) {
      if (errorCode(error) === null) throw error;
      return false;
    }
  }

  return {
    choose,
    read: async () => (await load())?.backupFolder ?? null,
    async takeOver(setting) {
      const folder = folderSchema.safeParse(setting).data ?? null;
      // What says nothing is needed nowhere.
      if (folder === null) return true;
      if ((await load()) !== null || !isAbsolute(folder) || !(await isHere(folder))) return false;
      return (await choose(folder)).ok;
    },
  };
}
