import type { FileSystem, NewFile } from './file-system.ts';

/** So much is written before it is flushed: a save that comes meanwhile has no more than this to wait for. */
const FLUSH_BYTES = 4 * 1024 * 1024;

type Manners = {
  /** Resolves when nobody is in the way. Rejects to end the work where it stands. */
  readonly turn: () => Promise<void>;
};

function politeFile(file: NewFile, { turn }: Manners): NewFile {
  let unflushed = 0;
  return {
    async write(bytes) {
      await turn();
      const count = await file.write(bytes);
      unflushed += count;
      if (unflushed >= FLUSH_BYTES) {
        unflushed = 0;
        await file.sync();
      }
      return count;
    },
    sync: () => file.sync(),
    close: () => file.close(),
  };
}

/** The same disk for long work in the background: before it reads or writes it waits for its turn. What tidies up never waits. */
export function makePoliteFileSystem(files: FileSystem, manners: Manners): FileSystem {
  const { turn } = manners;
  return {
    ...files,
    async readFile(path) {
      await turn();
      return files.readFile(path);
    },
    async stat(path) {
      await turn();
      return files.stat(path);
    },
    async openFile(path) {
      const file = await files.openFile(path);
      return {
        ...file,
        async read(position, length) {
          await turn();
          return file.read(position, length);
        },
      };
    },
    createFile: async (path) => politeFile(await files.createFile(path), manners),
  };
}
