import { safekeepingWords } from '../../core/messages/safekeeping-help.ts';
import { machineDisk } from '../store/machine-disk.ts';
import { restoreArchive } from '../store/restore-archive.ts';
import { asJson, type Command, ended, type Invocation, misused, type Outcome } from './command.ts';
import { oneLine } from './terminal.ts';

async function run({ given, isJson, terminal }: Invocation): Promise<Outcome> {
  const [file, extra] = given.positionals;
  if (file === undefined) return misused({ kind: 'argument-missing', wanted: 'the FILE of an archive' });
  if (extra !== undefined) return misused({ kind: 'argument-unwanted', given: extra });
  const into = given.text('into');
  if (into === undefined) return misused({ kind: 'option-missing', option: '--into' });
  if (into === '') return misused({ kind: 'value-missing', option: '--into' });
  const restored = await restoreArchive(machineDisk, file, into);
  if (!restored.ok) return ended(restored.fault);
  const { name, articles, damaged } = restored.value;
  await terminal.print(isJson ? asJson(restored.value) : `${oneLine(restored.value.folder)}\n${oneLine(safekeepingWords.restored(name, articles))}\n`);
  return ended(...damaged.map(({ fault }) => fault));
}

export const restore: Command = { name: 'restore', options: { into: { value: 'DIR' } }, run };
