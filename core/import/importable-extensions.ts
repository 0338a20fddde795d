import { formats } from './formats.ts';
import { READINGS_EXTENSIONS } from './readings/may-hold-readings.ts';

/** The extensions of every file that can be added, without dots: what dialogs offer. */
export const importableExtensions: readonly string[] = [...new Set([...formats.filter(({ isReadable }) => isReadable).flatMap(({ extensions }): readonly string[] => extensions), ...READINGS_EXTENSIONS])];
