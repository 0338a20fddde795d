import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A path inside the project. */
export const inProject = (...parts) => join(root, ...parts);

/** An end that a person can mend: its message is all they need, so no stack is shown. */
export class Stop extends Error {}

/** Says a line on stderr, so that stdout stays a command's own. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** Runs a script's main function: a Stop ends it with its message and status 1, a bug with its stack. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    say(error instanceof Stop ? error.message : (error.stack ?? String(error)));
    process.exitCode = 1;
  }
}
