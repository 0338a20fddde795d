import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../lectern.ts', import.meta.url));

export type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Starts the real program, from source. */
export function startLectern(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env }, stdio: 'pipe' });
}

/** What a program that was started printed and how it ended. */
export function ending(child: ChildProcess): Promise<Ran> {
  const texts = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...texts })));
}

/** Runs the real program to its end, with a text on its standard input. */
export function runLectern(args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const child = startLectern(args, env);
  // A program that ends without reading its input is no trouble here.
  child.stdin?.on('error', () => undefined).end(input);
  return ending(child);
}
