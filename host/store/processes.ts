import { readFile } from 'node:fs/promises';
import { errorCode } from './file-system.ts';

/** True while a process of this number runs on this machine, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** When a process began, in the kernel's ticks, to tell it from a later one of the same number; null where the system does not say. */
export async function processStart(pid: number): Promise<string | null> {
  try {
    const status = await readFile(`/proc/${pid}/stat`, 'latin1');
    // The program's name stands in brackets and may hold anything; the start is the twentieth field after it.
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}
