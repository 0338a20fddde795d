import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const START_LIMIT_MS = 60_000;
const program = join(resolve(import.meta.dirname, '..'), 'dist', 'node', 'lectern.js');

/** Starts the built `lectern serve` on any free port and waits for the address that it prints. */
export async function serve(library: string): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const server = spawn(process.execPath, [program, 'serve', '--port', '0', '--library', library], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LECTERN_CACHE: join(library, '..', 'cache'), LECTERN_CONFIG: join(library, '..', 'config') } });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(server, 'exit');
  const bound = setTimeout(() => server.kill('SIGKILL'), START_LIMIT_MS);
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)?.[0];
    if (!address) continue;
    clearTimeout(bound);
    server.stdout.resume();
    return { address, stop };
  }
  await ended;
  throw new Error(`lectern serve ended without an address (status ${server.exitCode}).\n${said}`);
}
