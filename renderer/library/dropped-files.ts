import { selectImportable } from '../../core/import/select-importable.ts';

type Found = { readonly name: string; readonly file: File };

const fileOf = (entry: FileSystemFileEntry) => new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));

/** The reader answers some entries at a time, and none when it is done. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function filesIn(folder: FileSystemDirectoryEntry, within: string): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const entry of await entriesOf(folder)) {
    const name = `${within}${entry.name}`;
    const file = isFile(entry) ? await fileOf(entry) : null;
    if (file) found.push({ name, file });
    else if (isFolder(entry)) found.push(...(await filesIn(entry, `${name}/`)));
  }
  return found;
}

/** All that was dropped: files as they are, and of folders what can be read. It must be called while the drop is being handled. */
export function filesOf(transfer: DataTransfer): Promise<readonly File[]> {
  const files = [...transfer.files];
  // What was dropped can be asked for only now; what is in it, later too.
  const folders = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null).filter(isFolder);
  const plain = files.filter((file) => !folders.some(({ name }) => name === file.name && file.type === ''));
  return Promise.all(folders.map(async (folder) => selectImportable(await filesIn(folder, '')).map(({ file }) => file))).then((found) => [...plain, ...found.flat()]);
}
