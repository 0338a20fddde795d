import { dirname } from 'node:path';
import { z } from 'zod';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { faultOfWrite } from './disk-faults.ts';
import { type Disk, writeDurably } from './durable-file.ts';
import { errorCode, unlessAbsent } from './file-system.ts';

const FOLDER_LENGTH_LIMIT = 4_096;
export const chosenFolderSchema = z.string().min(1).max(FOLDER_LENGTH_LIMIT).nullable();
const choicesSchema = z.looseObject({ backupFolder: chosenFolderSchema.optional(), watchFolder: chosenFolderSchema.optional() });

/** What was chosen for a library on this machine. A folder is null where the usual one, or none, was chosen, and absent where nothing was. */
export type MachineChoices = z.infer<typeof choicesSchema>;

/** What a user chose for a library on this machine alone: a library travels, and elsewhere a path may be wrong or another's. */
export type MachineSettings = {
  read(): Promise<MachineChoices>;
  change(choices: MachineChoices): Promise<Result<void>>;
};

function parseChoices(bytes: Uint8Array): MachineChoices {
  try {
    return choicesSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** The choices as they are kept in `file`; with null, for a library that nobody knows by an id, they last as long as this. */
export function makeMachineSettings(disk: Disk, file: string | null): MachineSettings {
  let lasting: MachineChoices = {};
  let turn: Promise<unknown> = Promise.resolve();

  /** What is chosen; throws the disk's error. */
  async function load(): Promise<MachineChoices> {
    const bytes = file === null ? null : await unlessAbsent(disk.files.readFile(file));
    return bytes ? parseChoices(bytes) : lasting;
  }

  async function read(): Promise<MachineChoices> {
    try {
      return await load();
    } catch (error) {
      if (errorCode(error) === null) throw error;
      return lasting;
    }
  }

  async function write(choices: MachineChoices): Promise<Result<void>> {
    try {
      lasting = { ...(await load()), ...choices };
      if (file === null) return succeed(undefined);
      await disk.files.makeFolder(dirname(file), 0o700);
      await writeDurably(disk, file, new TextEncoder().encode(`${JSON.stringify(lasting, null, 2)}\n`));
      return succeed(undefined);
    } catch (error) {
      return fail(faultOfWrite(error, dirname(file ?? ''), { file: file ?? '' }));
    }
  }

  return {
    read,
    change(choices) {
      const written = turn.then(() => write(choices));
      turn = written.catch(() => undefined);
      return written;
    },
  };
}
