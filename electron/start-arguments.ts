import { resolve } from 'node:path';

/** What the app was started with: files to open, and the library, if one was named. */
export type StartArguments = { readonly files: readonly string[]; readonly library: string | null };

const LIBRARY = '--library=';

/**
 * Reads a command line. In development the first plain argument is the app itself. Arguments that begin
 * with a hyphen are Chromium's or ours, never files.
 */
export function readArguments(argv: readonly string[], folder: string, isDevelopment: boolean): StartArguments {
  const given = argv.slice(1);
  const plain = given.filter((argument) => argument !== '' && !argument.startsWith('-'));
  const library = given.find((argument) => argument.startsWith(LIBRARY))?.slice(LIBRARY.length);
  return { files: plain.slice(isDevelopment ? 1 : 0).map((file) => resolve(folder, file)), library: library ? resolve(folder, library) : null };
}
