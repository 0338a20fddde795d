import { errorCode } from '../store/file-system.ts';
import type { Terminal } from './command.ts';

// eslint-disable-next-line no-control-regex -- control characters in a title could move the cursor or recolour the terminal
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Text for a person's terminal: what came from outside can't steer it. */
export const plain = (text: string): string => text.replace(CONTROLS, '');

/** Text for one line of a terminal. */
export const oneLine = (text: string): string => plain(text.replace(/[\s\u2028\u2029]+/g, ' ')).trim();

export type ProcessTerminal = Terminal & {
  /** Why stdout took no more, other than that its reader went away, which is its good right; null when it took all. */
  failure(): string | null;
};

/** The terminal of this process. */
export function makeTerminal(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): ProcessTerminal {
  let reason: string | null = null;
  let isClosed = false;
  const close = (error: unknown): void => {
    isClosed = true;
    const code = errorCode(error) ?? 'unknown';
    if (code !== 'EPIPE') reason ??= code;
  };
  stdout.on('error', close);
  // Nothing can be said when stderr itself is gone.
  stderr.on('error', () => undefined);
  return {
    isScreen: stdout.isTTY === true && !process.env['NO_COLOR'],
    print: (text) =>
      new Promise((resolve) => {
        if (isClosed) resolve();
        else stdout.write(text, (error) => {
          if (error) close(error);
          resolve();
        });
      }),
    complain: (sentence) => void stderr.write(`${oneLine(sentence)}\n`),
    failure: () => reason,
  };
}
