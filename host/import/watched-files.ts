import { dirname } from 'node:path';
import { z } from 'zod';
import { type Disk, writeDurably } from '../store/durable-file.ts';
import { errorCode } from '../store/file-system.ts';

const schema = z.object({ folder: z.string(), files: z.record(z.string(), z.string()) });

/** Which files of a watched folder were brought in or refused, by name and stamp, so that none is looked into twice: not even one whose article was deleted. */
export type WatchedFiles = {
  has(name: string, stamp: string): boolean;
  add(name: string, stamp: string): void;
  /** Forgets files that are not in the folder any more. */
  keepOnly(names: ReadonlySet<string>): void;
  /** Writes down what is new since it was written. Throws the disk's error. */
  save(): Promise<void>;
};

async function load(disk: Disk, file: string, folder: string): Promise<Map<string, string>> {
  try {
    const kept = schema.safeParse(JSON.parse(new TextDecoder().decode(await disk.files.readFile(file)))).data;
    return new Map(kept?.folder === folder ? Object.entries(kept.files) : []);
  } catch (error) {
    if (errorCode(error) === null && !(error instanceof SyntaxError)) throw error;
    return new Map();
  }
}

/** What is known of a folder, kept in `file`; with null, for as long as this lasts. What is known of another folder is forgotten. */
export async function openWatchedFiles(disk: Disk, file: string | null, folder: string): Promise<WatchedFiles> {
  const known = file === null ? new Map<string, string>() : await load(disk, file, folder);
  let isChanged = false;
  return {
    has: (name, stamp) => known.get(name) === stamp,
    add(name, stamp) {
      known.set(name, stamp);
      isChanged = true;
    },
    keepOnly(names) {
      for (const name of known.keys()) if (!names.has(name)) isChanged = known.delete(name);
    },
    async save() {
      if (!isChanged || file === null) return;
      isChanged = false;
      await disk.files.makeFolder(dirname(file), 0o700);
      await writeDurably(disk, file, new TextEncoder().encode(`${JSON.stringify({ folder, files: Object.fromEntries(known) })}\n`));
    },
  };
}
