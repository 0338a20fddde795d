import { homedir } from 'node:os';
import { differenceSentence, verifyWords } from '../../core/messages/check-messages.ts';
import { displayFolder } from '../default-library.ts';
import { machineDisk } from '../store/machine-disk.ts';
import { isLibraryFolder } from '../store/open-store.ts';
import { verifyLibrary } from '../verify-library.ts';
import { asJson, type Command, ended, type Invocation, misused, type Outcome } from './command.ts';
import { oneLine } from './terminal.ts';

async function run({ given, folder, isJson, terminal }: Invocation): Promise<Outcome> {
  const [extra] = given.positionals;
  if (extra !== undefined) return misused({ kind: 'argument-unwanted', given: extra });
  const shownAs = displayFolder(folder, homedir());
  if (!(await isLibraryFolder(machineDisk.files, folder))) return ended({ code: 'library-missing', folder: shownAs });
  const verified = await verifyLibrary(machineDisk, folder);
  if (!verified.ok) return ended(verified.fault);
  const { files, articles, quotes, notes, differences } = verified.value;
  const isFree = differences.length === 0;
  const lines = isFree ? [verifyWords.compared(files, articles), verifyWords.markdown(quotes, notes), verifyWords.free] : differences.map(differenceSentence);
  await terminal.print(isJson ? asJson({ ...verified.value, differences: differences.map((each) => ({ ...each, sentence: differenceSentence(each) })) }) : lines.map((line) => `${oneLine(line)}\n`).join(''));
  return isFree ? ended() : ended({ code: 'export-differs', folder: shownAs, count: differences.length });
}

export const verify: Command = { name: 'verify', options: {}, run };
