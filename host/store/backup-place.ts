import { isAbsolute } from 'node:path';
import type { Result } from '../../core/base/result.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { chosenFolderSchema, type MachineSettings } from './machine-settings.ts';

/** Where the backups of a library go. */
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

export function makeBackupPlace(files: FileSystem, settings: MachineSettings): BackupPlace {
  const choose = (backupFolder: string | null) => settings.change({ backupFolder });

  async function isHere(folder: string): Promise<boolean> {
    try {
      await files.readFolder(folder);
      return true;
    } catch (error) {
      if (errorCode(error) === null) throw error;
      return false;
    }
  }

  return {
    choose,
    read: async () => (await settings.read()).backupFolder ?? null,
    async takeOver(setting) {
      const folder = chosenFolderSchema.safeParse(setting).data ?? null;
      // What says nothing is needed nowhere.
      if (folder === null) return true;
      const { backupFolder } = await settings.read();
      if (backupFolder !== undefined || !isAbsolute(folder) || !(await isHere(folder))) return false;
      return (await choose(folder)).ok;
    },
  };
}
