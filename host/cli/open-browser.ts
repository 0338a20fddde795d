import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = { darwin: ['open'], win32: ['explorer.exe'] };

/** A page that leads on to an address. The address is ours alone, of digits and URL-safe letters, so nothing in it needs escaping. */
const leadTo = (address: string) => `<!doctype html><meta charset="utf-8"><title>Lectern</title><meta http-equiv="refresh" content="0; url=${address}"><a href="${address}">Lectern</a>\n`;

/** Resolves when the program has started, with true, or could not be, with false. */
function start([program = '', ...args]: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: process.platform !== 'win32' });
    child.on('error', () => resolve(false));
    child.on('spawn', () => resolve(true));
    child.unref();
  });
}

export type OpenedBrowser = { readonly program: string; readonly isStarted: boolean; remove(): Promise<void> };

/**
 * Opens an address in the platform's browser by way of a file that only this user can read:
 * as an argument, the secret in the address would be seen by every user's list of processes.
 */
export async function openBrowser(address: string): Promise<OpenedBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-'));
  const page = join(folder, 'lectern.html');
  await writeFile(page, leadTo(address), { mode: 0o600, flag: 'wx' });
  const [program = 'xdg-open'] = openers[process.platform] ?? ['xdg-open'];
  return { program, isStarted: await start([program, page]), remove: () => rm(folder, { recursive: true, force: true }) };
}
