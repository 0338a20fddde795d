import { homedir } from 'node:os';
import { safekeepingWords } from '../../core/messages/safekeeping-help.ts';
import { displayFolder } from '../default-library.ts';
import { archiveLibrary } from '../store/archive.ts';
import { archivePath } from '../store/archive-folder.ts';
import { machineDisk } from '../store/machine-disk.ts';
import { isLibraryFolder } from '../store/open-store.ts';
import { asJson, type Command, ended, type Invocation, misused, type Outcome } from './command.ts';
import { plain } from './terminal.ts';

async function run({ given, folder, isJson, terminal }: Invocation): Promise<Outcome> {
  const [extra] = given.positionals;
  if (extra !== undefined) return misused({ kind: 'argument-unwanted', given: extra });
  const out = given.text('out');
  if (out === '') return misused({ kind: 'value-missing', option: '--out' });
  if (!(await isLibraryFolder(machineDisk.files, folder))) return ended({ code: 'library-missing', folder: displayFolder(folder, homedir()) });
  const archived = await archiveLibrary(machineDisk, folder, out ?? archivePath(folder, machineDisk.clock.nowMs()));
  if (!archived.ok) return ended(archived.fault);
  await terminal.print(isJson ? asJson(archived.value) : `${plain(archived.value.file)}\n${safekeepingWords.archived(archived.value.files)}\n`);
  return ended();
}

export const backup: Command = { name: 'backup', options: { out: { value: 'FILE' } }, run };
