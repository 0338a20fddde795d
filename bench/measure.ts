import { spawn } from 'node:child_process';
import { once } from 'node:events';

const COMMAND_LIMIT_MS = 60_000;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

type Pair = { readonly subject: () => Promise<number>; readonly baseline: () => Promise<number> };

/** Measures a subject and its baseline in turn, each first every other time, after one round that does not count. Answers the medians. */
export async function measurePair({ subject, baseline }: Pair, rounds: number): Promise<{ value: number; baseline: number }> {
  const [values, baselines]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const isSubjectFirst = round % 2 === 0;
    const first = await (isSubjectFirst ? subject : baseline)();
    const second = await (isSubjectFirst ? baseline : subject)();
    if (round === 0) continue;
    values.push(isSubjectFirst ? first : second);
    baselines.push(isSubjectFirst ? second : first);
  }
  return { value: median(values), baseline: median(baselines) };
}

/** Runs Node with those arguments to its end and answers how long it took and what it printed; a failure throws, and so does one that takes longer than it may. */
export async function runNode(args: readonly string[], limitMs = COMMAND_LIMIT_MS): Promise<{ ms: number; stdout: string }> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], timeout: limitMs });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`node ${args.join(' ')} ended with status ${child.exitCode ?? child.signalCode}`);
  return { ms: performance.now() - started, stdout };
}

/** How long Node takes with those arguments, in milliseconds. */
export const timeNode = async (...args: readonly string[]): Promise<number> => (await runNode(args)).ms;
