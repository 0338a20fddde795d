import { setTimeout as delay } from 'node:timers/promises';
import { machineChance, machineClock } from '../machine.ts';
import type { Disk } from './durable-file.ts';
import { machineFileSystem } from './file-system.ts';

/** This machine's disk, time and chance. */
export const machineDisk: Disk = { files: machineFileSystem, clock: machineClock, chance: machineChance, wait: (ms) => delay(ms) };
