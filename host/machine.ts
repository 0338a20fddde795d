import { randomBytes } from 'node:crypto';
import type { Chance, Clock } from '../core/library/ports.ts';

/** The machine's own time and chance. Tests bring theirs. */
export const machineClock: Clock = { nowMs: () => Date.now() };
export const machineChance: Chance = { bytes: (count) => new Uint8Array(randomBytes(count)) };
