import { homedir } from 'node:os';
import type { Finding } from '../../core/base/finding.ts';
import { isProblem } from '../../core/base/finding.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { checkWords, findingSentence } from '../../core/messages/check-messages.ts';
import { displayFolder } from '../default-library.ts';
import { machineChance, machineClock } from '../machine.ts';
import { type Checked, checkLibrary } from '../store/check-library.ts';
import { faultOfRead } from '../store/disk-faults.ts';
import { machineFileSystem } from '../store/file-system.ts';
import { machineDisk } from '../store/machine-disk.ts';
import { isLibraryFolder } from '../store/open-store.ts';
import { repairLibrary } from '../store/repair-library.ts';
import { asJson, type Command, ended, type Invocation, misused, type Outcome } from './command.ts';
import { oneLine } from './terminal.ts';

/** What is found now, and what was repaired on the way. */
type Report = { readonly checked: Checked; readonly repaired: readonly Finding[] };

async function check({ folder, given }: Invocation, shownAs: string): Promise<Result<Report>> {
  if (given.has('repair')) {
    const repaired = await repairLibrary(machineDisk, { folder, shownAs, door: 'command', mode: 'write', clock: machineClock, chance: machineChance });
    return repaired.ok ? succeed({ checked: repaired.value.after, repaired: repaired.value.repaired }) : repaired;
  }
  try {
    return succeed({ checked: await checkLibrary(machineDisk, folder), repaired: [] });
  } catch (error) {
    return fail(faultOfRead(error, shownAs));
  }
}

async function print({ terminal, isJson }: Invocation, { checked, repaired }: Report): Promise<void> {
  const tell = (finding: Finding) => ({ ...finding, isProblem: isProblem(finding), sentence: findingSentence(finding) });
  if (isJson) return terminal.print(asJson({ isSound: checked.isSound, ...checked.counts, findings: checked.findings.map(tell), repaired: repaired.map(tell) }));
  const lines = [...repaired.map((finding) => `${checkWords.repaired}${findingSentence(finding)}`), ...checked.findings.map(findingSentence), checkWords.checked(checked.counts)];
  await terminal.print([...lines, ...(checked.isSound ? [checkWords.sound] : [])].map((line) => `${oneLine(line)}\n`).join(''));
}

async function run(invocation: Invocation): Promise<Outcome> {
  const [extra] = invocation.given.positionals;
  if (extra !== undefined) return misused({ kind: 'argument-unwanted', given: extra });
  const shownAs = displayFolder(invocation.folder, homedir());
  if (!(await isLibraryFolder(machineFileSystem, invocation.folder))) return ended({ code: 'library-missing', folder: shownAs });
  const report = await check(invocation, shownAs);
  if (!report.ok) return ended(report.fault);
  await print(invocation, report.value);
  const { checked } = report.value;
  return checked.isSound ? ended() : ended({ code: 'library-unsound', folder: shownAs, count: checked.findings.filter(isProblem).length });
}

export const checkCommand: Command = { name: 'check', options: { repair: {} }, run };
