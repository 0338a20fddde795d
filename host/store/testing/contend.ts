import { machineChance, machineClock } from '../../machine.ts';
import { openStore } from '../open-store.ts';

// A contender for a library's lock: says what became of it, then holds what it has until it is killed.
const [folder = '', atMs = '0'] = process.argv.slice(2);
await new Promise((resolve) => setTimeout(resolve, Math.max(0, Number(atMs) - Date.now())));
const opened = await openStore({ folder, shownAs: folder, door: 'serve', mode: 'write', clock: machineClock, chance: machineChance });
process.stdout.write(`${opened.ok ? 'won' : opened.fault.code}\n`);
if (opened.ok) setInterval(() => undefined, 1_000);
