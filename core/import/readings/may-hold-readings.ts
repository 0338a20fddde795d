import type { Source } from '../source.ts';

/** Kinds of files that programs export highlights as; others are articles without a look inside. */
export const READINGS_EXTENSIONS: readonly string[] = ['csv', 'json', 'jsonld', 'zip', 'qdc', 'txt', 'md', 'markdown', 'html', 'htm'];
const BYTES_LIMIT = 100 * 1024 * 1024;

/** True for a file that may be what another program exported of highlights. What is pasted is meant as a text. */
export function mayHoldReadings({ name, bytes, origin }: Source): boolean {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return origin === 'file' && READINGS_EXTENSIONS.includes(extension) && bytes.length <= BYTES_LIMIT;
}
